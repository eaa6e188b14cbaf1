// Text whose UTF-8 was once read in another encoding and saved as UTF-8 again: `José` for José. Turned back run by run; what is no such run stays.
import { decodeDos, dosPages } from './dos-pages';

/** Encodings in which programs misread UTF-8, the commonest first. */
export const misreadings = ['windows-1252', 'windows-1250', 'windows-1251', 'macintosh', 'ibm850'] as const;

const prefix = 'utf-8-as-';

/** The label of the encoding that the text was misread in; null for any other label. */
export function misreadingOf(encoding: string): string | null {
  return encoding.startsWith(prefix) ? encoding.slice(prefix.length) : null;
}

/** Fewer runs that can be turned back may be chance. */
const fewestRuns = 2;
/** A text that was put together from several may have runs that are right as they are. */
const leastShare = 0.95;

/** `d’équipe`, `«Élan»`: a quote or a dash in front of a letter is the text of a careful writer. */
const ordinary = /^[‘’“”«–—]\p{L}$/u;
/** Not the rare letters of Cyrillic, and no Armenian: `SPÓŁKA` would be turned into some. */
const usualLetter = /(?![\u0460-\u058f])\p{L}/u;

/** The reading that turns the text back; null where it does not look saved twice. */
export function savedTwice(text: string): string | null {
  const times = new Map<string, number>();
  let total = 0;
  for (const [run] of text.matchAll(/[^\0-\x7f]+/g)) {
    times.set(run, (times.get(run) ?? 0) + 1);
    total++;
  }
  for (const misreading of misreadings) {
    let turned = 0;
    for (const [run, count] of times)
      if (!ordinary.test(run) && usualLetter.test(turnBack(run, misreading) ?? '')) turned += count;
    if (turned >= fewestRuns && turned >= total * leastShare) return prefix + misreading;
  }
  return null;
}

/** The text with every run that was saved twice turned back. */
export function undoSavedTwice(text: string, misreading: string): string {
  return text.replace(/[^\0-\x7f]+/g, (run) => turnBack(run, misreading) ?? run);
}

const tables = new Map<string, ReadonlyMap<string, number>>();

/** What a run of letters beyond ASCII was before it was misread; null where its letters are no bytes of UTF-8. */
export function turnBack(run: string, misreading: string): string | null {
  const table = tables.get(misreading) ?? bytesOf(misreading);
  tables.set(misreading, table);
  // A character of UTF-8 has two bytes and more, the first of them from 0xC2 on: most runs end here.
  if (run.length < 2 || (table.get(run.charAt(0)) ?? 0) < 0xc2) return null;
  const bytes: number[] = [];
  for (const letter of run) {
    const byte = table.get(letter);
    if (byte === undefined) return null;
    bytes.push(byte);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    return null;
  }
}

function bytesOf(encoding: string): ReadonlyMap<string, number> {
  const table = new Map<string, number>();
  const page = dosPages.get(encoding);
  for (let byte = 0x80; byte < 0x100; byte++) {
    const bytes = Uint8Array.of(byte);
    const letter = page === undefined ? new TextDecoder(encoding).decode(bytes) : decodeDos(bytes, page);
    table.set(letter, byte);
    // Where a code page has no letter, programs keep the control character.
    if (!table.has(String.fromCharCode(byte)) && byte < 0xa0) table.set(String.fromCharCode(byte), byte);
  }
  return table;
}
