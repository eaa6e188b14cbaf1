// The file in which message templates go to a colleague: small JSON. What comes in is foreign: nothing of it counts before all of it
// was looked at, and each message is cleaned as every message is.
import { z } from 'zod';
import { cleanMessage } from './clean-message';
import {
  mostTemplates,
  type SavedTemplate,
  type TemplateContent,
  templateContentSchema,
} from './message-template';

/** 200 templates of 5,000 characters, each of them escaped; more is no file of ours. In characters. */
export const longestTemplateFile = 6_000_000;
/** What the file dialog and the command line call it. */
export const templateFileExtension = 'json';
const fileKind = 'flowmingo-batch-messages';
const fileVersion = 1;

const fileSchema = z.strictObject({
  kind: z.literal(fileKind),
  version: z.literal(fileVersion),
  templates: z.array(templateContentSchema).min(1).max(mostTemplates),
});

/** A colleague's template as it may be kept, with what its message had to lose. */
export interface OfferedTemplate {
  readonly content: TemplateContent;
  readonly removed: readonly string[];
}

export type ParsedTemplateFile =
  | { readonly kind: 'read'; readonly templates: readonly OfferedTemplate[] }
  | { readonly kind: 'refused'; readonly why: string };

const refused = (why: string): ParsedTemplateFile => ({ kind: 'refused', why });
const notOurs = refused(
  'This is not a file of messages from Flowmingo Batch, or it was changed. Nothing was taken in. Ask for it to be saved again under Settings.',
);

/** Looks at the text of a file. Whole or not at all; `why` is a sentence for the screen. */
export function parseTemplateFile(text: string): ParsedTemplateFile {
  if (text.length > longestTemplateFile)
    return refused('This file is too large for messages. Nothing was taken in. Choose another file.');
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return notOurs;
  }
  if (isNewer(value))
    return refused(
      'This file comes from a newer Flowmingo Batch. Nothing was taken in. Update this app first.',
    );
  const parsed = fileSchema.safeParse(value);
  if (!parsed.success) return notOurs;
  const templates = parsed.data.templates.map((content): OfferedTemplate => {
    const { html, removed } = cleanMessage(content.message);
    return { content: { ...content, message: html }, removed };
  });
  return templates.some(({ content }) => content.message.trim() === '')
    ? refused(
        'One of the messages in this file holds nothing that may be sent. Nothing was taken in. Ask for another file.',
      )
    : { kind: 'read', templates };
}

function isNewer(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    value.kind === fileKind &&
    'version' in value &&
    typeof value.version === 'number' &&
    value.version > fileVersion
  );
}

/** The text of a file with these templates: their words and names, nothing of this computer. */
export function toTemplateFile(templates: readonly SavedTemplate[]): string {
  const shared = templates.map(
    ({ name, language, message, fallbackWords }): TemplateContent => ({
      name,
      language,
      message,
      fallbackWords,
    }),
  );
  return `${JSON.stringify({ kind: fileKind, version: fileVersion, templates: shared }, null, 2)}\n`;
}
