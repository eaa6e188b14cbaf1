// The message that stands there at first. It has all four placeholders, so that it can be sent as it is.
import { toMessageHtml } from './message-html';

const defaultMessageText = `Dear {{candidate_name}},

Thank you for your interest in {{position_name}} at {{company_name}}. We would like to get to know you better.

The next step is a short interview online, whenever it suits you: {{interview_link}}

Kind regards,
{{company_name}}`;

/** As it is sent. */
export const defaultMessage: string = toMessageHtml(defaultMessageText);
