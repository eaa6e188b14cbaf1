/**
 * A text of several lines on one, with ↵ where a line ends: in a cell of one line the rest would be cut off unseen.
 * Takes a time that grows with the text, whatever stands in it.
 */
export function oneLine(text: string): string {
  const lines = text.split(/[\r\n]+/).map((line) => line.trim());
  return lines.filter((line) => line !== '').join(' ↵ ');
}
