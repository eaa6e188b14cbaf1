// In which order the whole names of a column are written, where the header or the names themselves tell. Otherwise each name decides.
import { headerText } from '../spreadsheets/header-text';
import { headerWords } from '../spreadsheets/header-words';
import { givenNameKey, givenNames } from './given-names';
import type { NameOrder } from './mapping';

/** Hungarian headers: names follow, family name first. */
const hungarianHeader = /(?:^| )(?:nev|neve|teljes nev|jelentkezo|jelolt|palyazo)(?: |$)/;
/** Chinese, Japanese and Korean headers: the same, in Latin letters too. */
const eastAsianHeader = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** Fewer names than this tell no order. */
const fewestTelling = 3;

const firstWords = headerWords.firstname.map(headerText);
const lastWords = headerWords.lastname.map(headerText);

/** `Nachname Vorname`, `Apellidos y nombre`: the header itself says the order. */
function isFamilyFirst(header: string): boolean {
  const padded = ` ${headerText(header)} `;
  const earliest = (words: readonly string[]): number =>
    words.reduce((best, word) => {
      const at = word.length > 2 ? padded.indexOf(` ${word} `) : -1;
      return at >= 0 && at < best ? at : best;
    }, Number.POSITIVE_INFINITY);
  const first = earliest(firstWords);
  const last = earliest(lastWords);
  return Number.isFinite(first) && last < first;
}

/** The order to propose for these names; `otherwise` where nothing tells. Names with a comma split there in every order. */
export function proposeNameOrder(
  header: string,
  names: readonly string[],
  otherwise: NameOrder = 'decide',
): NameOrder {
  let givenFirst = 0;
  let givenLast = 0;
  for (const name of names) {
    const words = name.split(/\s+/);
    if (words.length < 2 || name.includes(',')) continue;
    if (givenNames.has(givenNameKey(words[0] ?? ''))) givenFirst++;
    if (givenNames.has(givenNameKey(words[words.length - 1] ?? ''))) givenLast++;
  }
  if (givenFirst >= fewestTelling && givenFirst > givenLast * 3) return 'decide';
  if (eastAsianHeader.test(header) || hungarianHeader.test(headerText(header)) || isFamilyFirst(header))
    return 'first-word-is-family';
  return givenLast >= fewestTelling && givenLast > givenFirst * 3 && givenLast > names.length / 2
    ? 'first-word-is-family'
    : otherwise;
}
