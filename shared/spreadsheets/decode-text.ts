// Bytes to text, the same in a browser's worker and in every Node. Never guesses which encoding it is.
import { decodeDos, dosPages } from './dos-pages';
import { misreadingOf, undoSavedTwice } from './saved-twice';

/** What 0x80–0x9F mean in windows-1252 (WHATWG index). Some Nodes decode the label as Latin-1 and leave control characters there. */
const windows1252Controls = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Beyond these no character is changed by NFC, and none joins the one before it: most files hold none. */
const mayCompose = /[\u0300-\u0387\u0483-\u1dff\u1f71-\uffff]/;

/** What ICU sees at a glance in a shorter text; a longer one it copies, into twice the memory where it is Latin. */
const shortText = 1024 ** 2;

/** What 0xAA, 0xD2 and the like leave of Vietnamese: base letters with marks of their own, composed by NFC. */
function composed(text: string): string {
  return text.length <= shortText || mayCompose.test(text) ? text.normalize('NFC') : text;
}

/**
 * The text in NFC, without a byte order mark.
 * @throws RangeError where the platform does not know the encoding.
 */
export function decodeText(bytes: Uint8Array, encoding: string): string {
  const misreading = misreadingOf(encoding);
  if (misreading !== null) return composed(undoSavedTwice(new TextDecoder().decode(bytes), misreading));
  const page = dosPages.get(encoding);
  if (page !== undefined) return composed(decodeDos(bytes, page));
  // A lone line end or zero behind the last letter of UTF-16 is what a transfer left; anything else was a letter, and shows as lost.
  const isLeftOver = encoding.startsWith('utf-16') && bytes.length % 2 === 1 && (bytes.at(-1) ?? 0) <= 0x20;
  const whole = isLeftOver ? bytes.subarray(0, -1) : bytes;
  const text = new TextDecoder(encoding).decode(whole);
  if (encoding !== 'windows-1252') return composed(text);
  return composed(
    text.replace(
      /[\u0080-\u009f]/g,
      (control) => windows1252Controls[control.charCodeAt(0) - 0x80] ?? control,
    ),
  );
}

/**
 * The text where the bytes are well-formed UTF-8 to the last one, in NFC; otherwise null.
 * A byte order mark is left out at the start of a file only (`isStart`).
 */
export function decodeStrictUtf8(bytes: Uint8Array, isStart = true): string | null {
  try {
    return composed(new TextDecoder('utf-8', { fatal: true, ignoreBOM: !isStart }).decode(bytes));
  } catch {
    return null;
  }
}

/** The encoding that a byte order mark names; null without one. */
export function encodingOfMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** How many bytes of the head are looked at for zero bytes: enough for some rows, cheap for any file. */
const headBytes = 4096;

/**
 * UTF-16 without a mark shows in zero bytes on one side: ASCII letters, delimiters and row ends have one each.
 * Null where the zeros do not lie so.
 */
export function encodingOfZeros(bytes: Uint8Array): string | null {
  const end = Math.min(bytes.length, headBytes) & ~1;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < end; index += 2) {
    if (bytes[index] === 0) even++;
    if (bytes[index + 1] === 0) odd++;
  }
  const pairs = end / 2;
  // Sheets in scripts beyond Latin still have row ends, delimiters and addresses: a tenth of all pairs, and nearly none on the other side.
  if (pairs >= 2 && odd >= pairs * 0.1 && even <= odd * 0.05) return 'utf-16le';
  if (pairs >= 2 && even >= pairs * 0.1 && odd <= even * 0.05) return 'utf-16be';
  return null;
}
