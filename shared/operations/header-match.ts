// How well a header says a field, by the words of many languages. Compares texts only; whether the values agree is not asked here.
import { headerText } from '../spreadsheets/header-text';
import { headerWords } from '../spreadsheets/header-words';
import { editDistance } from './edit-distance';
import type { InviteField } from './field';
import {
  contactWords,
  fillerWords,
  membershipWords,
  numberWords,
  otherPeople,
  otherThings,
  personWords,
  refereeWords,
} from './header-context';

/** `somebody-else`: a column of the recruiter, a manager, a referee. */
export type HeaderField = InviteField | 'other' | 'somebody-else';
/** 0 to 1 by field; a field that the header does not say is absent. */
export type HeaderScores = ReadonlyMap<HeaderField, number>;

/** The whole header is a known one. */
const exactScore = 1;
/** A known one once words such as "candidate" or "your" are gone, or a part of it in brackets or behind a slash. */
const strippedScore = 0.93;
/** A known one with a slip. */
const slipScore = 0.8;
/** A known one among other words: up to this much, by how much of the header it covers. */
const containedScore = 0.85;
/** Below five letters a slip leads to other words, below ten two slips do. */
const shortestSlipped = 5;
const shortestSlippedTwice = 10;
/** Longer headers are questions or notes; only their beginning is looked at. */
const longestHeader = 120;

interface Entry {
  readonly field: HeaderField;
  readonly text: string;
  readonly compact: string;
  /** With a blank at each end, for finding it among words; null in scripts without blanks. */
  readonly padded: string | null;
}

const noSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

const entries: Entry[] = [];
const byText = new Map<string, Set<HeaderField>>();
const byCompact = new Map<string, Set<HeaderField>>();

function remember(index: Map<string, Set<HeaderField>>, key: string, field: HeaderField): void {
  const fields = index.get(key);
  if (fields === undefined) index.set(key, new Set([field]));
  else fields.add(field);
}

for (const [field, words] of Object.entries(headerWords) as [HeaderField, readonly string[]][]) {
  for (const word of words) {
    const text = headerText(word);
    if (text === '') continue;
    const compact = text.replaceAll(' ', '');
    entries.push({ field, text, compact, padded: noSpaces.test(text) ? null : ` ${text} ` });
    remember(byText, text, field);
    remember(byCompact, compact, field);
  }
}

const person = personWords
  .map((word) => {
    const text = headerText(word);
    return noSpaces.test(text) ? text : ` ${text} `;
  })
  .sort((a, b) => b.length - a.length);
const filler = new Set(fillerWords.map(headerText));
const numbers = new Set(numberWords.map(headerText));
const idWords = new Set([...numbers, 'id', 'cod', 'codigo']);

/** Tells whether a text holds one of these words, which may be of two parts or of a script without blanks. */
function holdsOneOf(list: readonly string[]): (text: string) => boolean {
  const keys = [...new Set(list.map(headerText))];
  const single = new Set(keys.filter((word) => !word.includes(' ')));
  const longer = keys.filter((word) => word.includes(' '));
  const unspaced = keys.filter((word) => noSpaces.test(word));
  return (text) =>
    text.split(' ').some((word) => single.has(word)) ||
    longer.some((word) => ` ${text} `.includes(` ${word} `)) ||
    unspaced.some((word) => text.includes(word));
}
const namesOtherPeople = holdsOneOf(otherPeople);
const namesOtherThings = holdsOneOf(otherThings);
const namesReferee = holdsOneOf(refereeWords);
const namesContact = holdsOneOf(contactWords);
const namesMembership = holdsOneOf(membershipWords);

function raise(scores: Map<HeaderField, number>, field: HeaderField, score: number): void {
  if (score > (scores.get(field) ?? 0)) scores.set(field, score);
}

function raiseKnown(scores: Map<HeaderField, number>, text: string, score: number): boolean {
  const fields = byText.get(text) ?? byCompact.get(text.replaceAll(' ', ''));
  if (fields === undefined) return false;
  for (const field of fields) raise(scores, field, score);
  return true;
}

/** The header without words for the person it belongs to. */
function withoutPerson(text: string): string {
  let padded = ` ${text} `;
  for (const word of person) if (padded.includes(word)) padded = padded.replace(word, ' ');
  return padded.trim().replace(/ +/g, ' ');
}

/** What the e of e-mail stands before; elsewhere it is the "and" of Portuguese and Italian. */
const afterE = /^(?:mail|post)/;

/** The same without small words. */
function withoutFiller(text: string): string {
  return text
    .split(' ')
    .filter((word, index, all) => !filler.has(word) || (word === 'e' && afterE.test(all[index + 1] ?? '')))
    .join(' ');
}

/** The words for a person that make compounds; not Personnr, by which a country knows its people. */
const compoundPersons = new Set(person.map((padded) => padded.trim()).filter((word) => word !== 'person'));

/** Kandidatnr, Søkernr, Hakijanumero. */
function isCompoundNumber(text: string): boolean {
  if (text.includes(' ')) return false;
  for (const number of numbers)
    if (text.endsWith(number) && compoundPersons.has(text.slice(0, text.length - number.length))) return true;
  return false;
}

function strip(text: string): string {
  return withoutFiller(withoutPerson(text));
}

/** The person in the header is somebody else: the recruiter, a manager, a referee; `things`: a company, a school, a job. */
function ownerOf(text: string): 'people' | 'things' | null {
  if (namesOtherPeople(text) || (namesReferee(text) && namesContact(text))) return 'people';
  return namesOtherThings(text) ? 'things' : null;
}

function raiseContained(scores: Map<HeaderField, number>, text: string): void {
  const padded = ` ${text} `;
  const length = text.length;
  for (const entry of entries) {
    if (entry.text.length >= length) continue;
    const isPart =
      entry.padded === null
        ? entry.compact.length > 1 && text.includes(entry.text)
        : padded.includes(entry.padded);
    if (isPart) raise(scores, entry.field, containedScore * (0.6 + 0.4 * (entry.text.length / length)));
    // Compounds: Bewerbervorname, Kandidatnummer. A short word inside a long one says nothing.
    else if (
      entry.compact.length >= 6 &&
      !text.includes(' ') &&
      (text.startsWith(entry.compact) || text.endsWith(entry.compact))
    ) {
      raise(scores, entry.field, containedScore * (0.6 + 0.4 * (entry.compact.length / length)));
    }
  }
}

function raiseSlipped(scores: Map<HeaderField, number>, text: string): void {
  const compact = text.replaceAll(' ', '');
  // Numbered questions are no slips of anything, and there may be a hundred of them.
  if (compact.length < shortestSlipped || /\d/.test(compact)) return;
  // A letter typed twice is surer than other slips: it is one in short words too (immie, naame).
  const single = compact.replace(/(.)\1+/gu, '$1');
  if (single !== compact) for (const field of byCompact.get(single) ?? []) raise(scores, field, slipScore);
  const most = compact.length >= shortestSlippedTwice ? 2 : 1;
  for (const entry of entries) {
    if (entry.compact.length < shortestSlipped || Math.abs(entry.compact.length - compact.length) > most)
      continue;
    if (editDistance(compact, entry.compact, most) <= most) raise(scores, entry.field, slipScore);
  }
}

/** A text that is known as it is, or once the person in it is taken off: "Bewerber Nr", "your e-mail". The person alone: a whole name. */
function raiseStripped(scores: Map<HeaderField, number>, text: string, score: number): void {
  if (text === '' || raiseKnown(scores, text, score)) return;
  if (isCompoundNumber(text)) {
    raise(scores, 'ats_candidate_id', score);
    return;
  }
  const impersonal = withoutPerson(text);
  const stripped = withoutFiller(impersonal);
  if (stripped === text) return;
  if (stripped === '') {
    if (impersonal === '') raise(scores, 'fullname', score);
  } else if (numbers.has(impersonal) || numbers.has(stripped)) raise(scores, 'ats_candidate_id', score);
  else if (impersonal === text || !raiseKnown(scores, impersonal, score)) raiseKnown(scores, stripped, score);
}

/** `Req/Cand ID`, `Nº de solicitud / candidato`: one number for a job and the person. */
function isSharedNumber(header: string, text: string): boolean {
  if (!header.includes('/') || namesContact(text) || namesOtherPeople(text)) return false;
  const words = text.split(' ');
  return (
    (idWords.has(words[0] ?? '') || idWords.has(words[words.length - 1] ?? '')) &&
    withoutPerson(text) !== text &&
    header.split('/').every((part) => headerText(part) !== '')
  );
}

/** `1. Email`, `Q2 Email`: the number of a question. */
const questionNumber = /^(?:q|frage|question|pregunta|pergunta)? ?\d{1,3} (?=\p{L})/u;

/** `Email 1`, `Phone_1`: the first of several. */
const firstOfSeveral = /(?<=\p{L}) 1$/u;

/** `Nom.` is short for the Spanish Nombre; the French Nom is never shortened. */
const shortFirstName = /^\s*nom\.\s*$/i;

const partMarks = /[()[\]（）/|:–—]+| - /;

/** The later part is the more exact one: "Name (first)", "お名前（姓）". */
function raiseParts(scores: Map<HeaderField, number>, parts: readonly string[]): void {
  if (parts.length < 2) return;
  for (const [index, part] of parts.entries())
    raiseStripped(scores, headerText(part), strippedScore + 0.005 * index);
}

const inBrackets = /[([（][^()[\]（）]*[)\]）]/g;
const wordsAroundBrackets = /\p{L}[\s_-]*[([（][^()[\]（）]*[)\]）][\s_-]*\p{L}/u;

/** The header as it is compared, without politeness and whose it is: "S.No (required)" is "s no". */
export function bareHeader(header: string): string {
  const text = headerText(header.slice(0, longestHeader));
  return strip(text) || text;
}

/** The header says whose its value is: "Aday ID", "Nr kandydata". */
export function namesPerson(header: string): boolean {
  const text = headerText(header.slice(0, longestHeader));
  return withoutPerson(text) !== text;
}

/** The header says that a school or an employer has given the number: "MSSV", "Roll No", "Matrikelnummer". */
export function isMembershipNumber(header: string): boolean {
  return namesMembership(headerText(header.slice(0, longestHeader)));
}

/** `Full name (as in passport)`, `Họ tên (theo CCCD)`: where else it is written so. */
const asElsewhere =
  /(?<=[\p{L}\p{N}])[\s([,]+(?:as (?:per|in|on|shown|stated|written|it)|according to|wie (?:im|in|auf)|laut|comme (?:sur|dans)|telle? qu|selon|como (?:en|no|na|aparece|consta)|según|conforme|come (?:da|nel|sul)|theo|như (?:trong|trên)|giống|sesuai|zgodnie z|jak w|dle|podle|zoals (?:in|op)|volgens|enligt|ifølge)\P{L}.*$/iu;

/** The scores of a header. Empty for a header that says nothing known. Without `withSlips` misspelt headers are not looked for, which is most of the time. */
export function matchHeader(written: string, withSlips = true): HeaderScores {
  const header = written.slice(0, longestHeader).replace(asElsewhere, '');
  const scores = new Map<HeaderField, number>();
  if (shortFirstName.test(header)) return scores.set('firstname', strippedScore);
  const text = headerText(header).replace(questionNumber, '').replace(firstOfSeveral, '');
  if (text === '' || raiseKnown(scores, text, exactScore)) return scores;
  if (isSharedNumber(header, text)) return scores.set('ats_candidate_id', strippedScore);
  const owner = ownerOf(text);
  if (owner !== null) {
    raiseContained(scores, text);
    for (const field of ['firstname', 'lastname', 'fullname', 'ats_candidate_id'] as const)
      scores.delete(field);
    if (owner === 'people') scores.set('somebody-else', exactScore);
    return scores.set('other', exactScore);
  }
  raiseStripped(scores, text, strippedScore);
  // First (given) name: what stands around the brackets is one.
  if (wordsAroundBrackets.test(header)) {
    raiseStripped(scores, headerText(header.replace(inBrackets, ' ')), strippedScore);
    if (scores.size > 0) return scores;
  }
  raiseParts(scores, header.split(partMarks));
  // A line break may only be where the column was too narrow, so it parts no header that says something as a whole.
  if (scores.size === 0) raiseParts(scores, header.split('\n'));
  if (scores.size > 0) return scores;
  const stripped = strip(text) || text;
  raiseContained(scores, stripped);
  if (withSlips) {
    raiseSlipped(scores, text);
    raiseSlipped(scores, stripped);
  }
  return scores;
}
