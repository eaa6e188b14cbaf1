// The text of a cell that holds a name. Never anything but what `cellText` gives, with the character references of web pages resolved.
import { withoutEntities } from '../spreadsheets/html-entities';
import { cellText } from './cell-text';

/** Products of the web leave these in their exports; no name holds one. */
const reference = /&(?:#\d{2,6}|#x[0-9a-f]{2,5}|[a-z]{2,8});/i;
/** `O&amp;#39;Brien`: exported twice. */
const mostTimes = 2;
/** A name that would turn into markup stays as it is written. */
const markup = /[<>]/;

/** `O&#39;Brien` is O'Brien. Otherwise the text as the cell has it; null where there is none. */
export function nameText(cell: string | undefined): string | null {
  const written = cellText(cell);
  if (written === null || !written.includes('&')) return written;
  let text = written;
  for (let times = 0; times < mostTimes && reference.test(text); times++) text = withoutEntities(text);
  return text === written || markup.test(text) ? written : cellText(text.replace(/\u00a0/g, ' '));
}
