// The addresses behind cells of an old workbook, from its links ([MS-XLS] 2.4.140, [MS-OSHARED] 2.3.7.1).
// Never follows one; a link to a file of the computer is left out.
import type { BiffBytes } from './biff-records';

/** The cells that a link covers, 0-based and inclusive, and its address. */
export interface BiffLink {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
  readonly target: string;
}

/** The link of a record; null where it leads to a place in the workbook or to a file. @throws BadBiff */
export function readBiffLink(bytes: BiffBytes): BiffLink | null {
  const [firstRow, lastRow, firstColumn, lastColumn] = [
    bytes.word(),
    bytes.word(),
    bytes.word(),
    bytes.word(),
  ];
  bytes.skip(16 + 4);
  const flags = bytes.long();
  if (flags & shownText) skipText(bytes);
  if (flags & frameName) skipText(bytes);
  const target = flags & moniker ? readTarget(bytes, flags) : null;
  return target ? { firstRow, lastRow, firstColumn, lastColumn, target } : null;
}

const moniker = 0x01;
const shownText = 0x10;
const frameName = 0x80;
const monikerAsText = 0x100;

function readTarget(bytes: BiffBytes, flags: number): string | null {
  if (flags & monikerAsText) return withoutEnd(bytes.letters(bytes.long(), true));
  // The class of addresses on the web: {79EAC9E0-BAF9-11CE-8C82-00AA004BA90B}.
  const isUrl = bytes.long() === 0x79eac9e0;
  bytes.skip(12);
  if (!isUrl) return null;
  return withoutEnd(bytes.letters(Math.floor(bytes.long() / 2), true));
}

function skipText(bytes: BiffBytes): void {
  bytes.skip(bytes.long() * 2);
}

/** A text ends with a zero; behind it there may be numbers that belong to the address. */
function withoutEnd(text: string): string {
  const end = text.indexOf('\0');
  return end === -1 ? text : text.slice(0, end);
}
