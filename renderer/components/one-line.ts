/** Line breaks that stand inside a text, with the blanks around them. */
const lineBreaks = /[^\S\r\n]*(?:\r\n|\r|\n)\s*/g;

/** A text of several lines on one, with ↵ where a line ends: in a cell of one line the rest would be cut off unseen. */
export function oneLine(text: string): string {
  return text.trim().replace(lineBreaks, ' ↵ ');
}
