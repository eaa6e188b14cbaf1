// Which encoding a web page is in, and the other readings of it. Never believes the page against its bytes.
import { decodeStrictUtf8, encodingOfMark, encodingOfZeros } from './decode-text';
import { toEncodingChoices, withChoiceFirst } from './encoding-choices';
import { type EncodingGuess, guessEncoding } from './guess-encoding';
import type { TextReading } from './spreadsheet';

/** A page names its encoding in its head. */
const headBytes = 4096;

/** The reading that was chosen, else by the mark, else what the page says of itself, else the likeliest. */
export function readPageEncoding(
  bytes: Uint8Array,
  chosen: string | undefined,
): Pick<TextReading, 'encoding' | 'encodingChoices'> {
  const text = withoutTags(bytes);
  const guesses = withChoiceFirst(pageGuesses(bytes, text), chosen);
  return { encoding: guesses[0]?.encoding ?? 'utf-8', encodingChoices: toEncodingChoices(text, guesses) };
}

function pageGuesses(bytes: Uint8Array, text: Uint8Array): readonly EncodingGuess[] {
  const marked = encodingOfMark(bytes) ?? encodingOfZeros(bytes);
  if (marked) return [{ encoding: marked, score: 1, certain: true }];
  const isUtf8 = decodeStrictUtf8(bytes) !== null;
  const guesses = guessEncoding(text, isUtf8);
  // Letters that are well-formed UTF-8 throughout are that, whatever the page says; and it is not what it says where they are not.
  const said = saidEncoding(bytes);
  const isBelieved = said === 'iso-2022-jp' || (said !== null && !isUtf8 && said !== 'utf-8');
  return isBelieved ? withChoiceFirst(guesses, said) : guesses;
}

function saidEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, headBytes));
  const said = /(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1];
  if (said === undefined || /^utf-?16/i.test(said)) return null;
  try {
    return new TextDecoder(said).encoding;
  } catch {
    return null;
  }
}

const open = 0x3c;
const close = 0x3e;
const lineEnd = 0x0a;

/** The texts of the page, one a line: no tag has a letter that tells one encoding from another. */
function withoutTags(bytes: Uint8Array): Uint8Array {
  const text = new Uint8Array(bytes.length);
  let length = 0;
  let inTag = false;
  for (const byte of bytes) {
    if (byte === open) {
      inTag = true;
      text[length++] = lineEnd;
    } else if (byte === close) inTag = false;
    else if (!inTag) text[length++] = byte;
  }
  return text.subarray(0, length);
}
