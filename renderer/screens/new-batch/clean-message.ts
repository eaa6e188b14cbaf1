import DOMPurify from 'dompurify';
import { isPlainMessage } from '../../../shared/hand-over/is-plain-message';
import { allowedMessageLink, allowedMessageTags } from '../../../shared/messages/message-tags';

// An instance of its own: the preview's takes the addresses out of links.
const purifier = DOMPurify(window);

/**
 * A foreign message with nothing in it that the preview would not show: elements, attributes and addresses that a message may not
 * have are taken out. One that has none of them stays as it is, letter by letter.
 */
export function cleanMessage(html: string): { readonly message: string; readonly isChanged: boolean } {
  if (isPlainMessage(html)) return { message: html, isChanged: false };
  const message = purifier.sanitize(html, {
    ALLOWED_TAGS: [...allowedMessageTags],
    ALLOWED_ATTR: ['href'],
    ALLOWED_URI_REGEXP: allowedMessageLink,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
  });
  return { message, isChanged: true };
}
