// In which order the whole names of a column are written, where the header or the names themselves tell. Otherwise each name decides.
import { headerText } from '../spreadsheets/header-text';
import { headerWords } from '../spreadsheets/header-words';
import { givenNameKey, givenNames } from './given-names';
import type { NameOrder } from './mapping';
import { splitName } from './split-name';

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

/** Many family names are given names, too (Martin, Thomas): so much oftener must the others be met at one end. */
const clearly = 3;
/** The same where the addresses bear it out. */
const slightly = 1.5;

/** A whole name with the address beside it. */
export interface NamedAddress {
  readonly name: string;
  readonly email: string | null;
}

/** Of the addresses that tell, so many must agree. */
const mostAddresses = 0.6;
/** Two letters stand in too many addresses by chance. */
const shortestInAddress = 3;

/**
 * Where an address holds both ends of its name, their order there: `same` as in the name, or `turned` (Kowalska Anna, anna.kowalska@).
 * An initial in front will do (a.kowalska@).
 */
function orderInAddress(words: readonly string[], email: string | null): 'same' | 'turned' | null {
  const local = givenNameKey(email?.split('@')[0] ?? '');
  const first = givenNameKey(words[0] ?? '');
  const last = givenNameKey(words[words.length - 1] ?? '');
  const at = (word: string): number => (word.length < shortestInAddress ? -1 : local.indexOf(word));
  const [firstAt, lastAt] = [at(first), at(last)];
  if (firstAt >= 0 && lastAt >= 0) return firstAt < lastAt ? 'same' : 'turned';
  if (lastAt > 0 && local[0] === first[0]) return 'same';
  return firstAt > 0 && local[0] === last[0] ? 'turned' : null;
}

/**
 * The order to propose for these names; `otherwise` where nothing tells. Names with a comma split there in every order. What known given
 * names say counts where most names hold one, or where the addresses say the same; it never counts against the addresses.
 */
export function proposeNameOrder(
  header: string,
  people: readonly NamedAddress[],
  otherwise: NameOrder = 'decide',
): NameOrder {
  let givenFirst = 0;
  let givenLast = 0;
  let counted = 0;
  const addresses = { same: 0, turned: 0 };
  for (const { name, email } of people) {
    const words = name.split(/\s+/);
    // Nguyễn Văn An and MARTIN Paul say their order themselves, and nothing about the others'.
    if (words.length < 2 || name.includes(',') || splitName(name, 'decide').kind === 'family-first') continue;
    counted++;
    if (givenNames.has(givenNameKey(words[0] ?? ''))) givenFirst++;
    if (givenNames.has(givenNameKey(words[words.length - 1] ?? ''))) givenLast++;
    const order = orderInAddress(words, email);
    if (order !== null) addresses[order]++;
  }
  if (givenFirst >= fewestTelling && givenFirst > givenLast * clearly) return 'decide';
  if (eastAsianHeader.test(header) || hungarianHeader.test(headerText(header)) || isFamilyFirst(header))
    return 'first-word-is-family';
  const telling = addresses.same + addresses.turned;
  const isAgreed = (count: number): boolean => count >= fewestTelling && count > telling * mostAddresses;
  if (givenLast < fewestTelling || isAgreed(addresses.same)) return otherwise;
  const isClear = givenLast > givenFirst * clearly && givenLast > counted / 2;
  const isBorneOut = givenLast > givenFirst * slightly && isAgreed(addresses.turned);
  return isClear || isBorneOut ? 'first-word-is-family' : otherwise;
}
