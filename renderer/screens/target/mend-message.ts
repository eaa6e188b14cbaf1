import type { MessageProblem } from '../../../shared/messages/check-message';

/** The message with one problem mended; as it was where the problem has no click that mends it. */
export function mendMessage(message: string, { text, suggestion, mended }: MessageProblem): string {
  if (mended !== undefined) return mended;
  if (suggestion === undefined) return message;
  if (text !== undefined) return message.split(text).join(suggestion);
  const html = message.trimEnd();
  // Words after a paragraph would stand outside of any.
  return /<\/(?:p|ul|ol)>$/i.test(html) ? `${html}<p>${suggestion}</p>` : `${html} ${suggestion}`;
}
