/**
 * A text of several lines on one, with ↵ where a line ends: in a cell of one line the rest would be cut off unseen.
 * A text of one line stays as it is, blanks at its ends too: they matter to whoever wonders why a cell is not found.
 * Takes a time that grows with the text, whatever stands in it.
 */
export function oneLine(text: string): string {
  if (!/[\r\n]/.test(text)) return text;
  const lines = text.split(/[\r\n]+/).map((line) => line.trim());
  return lines.filter((line) => line !== '').join(' ↵ ');
}
