import type { InviteField } from '../../shared/operations/field';
import type { Table } from '../../shared/spreadsheets/spreadsheet';
import { makeValue, type Person, peopleOf } from './header-corpus-values';

/** One sheet with what a careful human makes of its columns. */
export interface HeaderSet {
  readonly name: string;
  /** Which half: rules are written looking at `open`, and judged by `held`. */
  readonly half: 'open' | 'held';
  readonly table: Table;
  readonly expected: Readonly<Partial<Record<InviteField, number>>>;
  readonly headers: readonly string[];
}

const fieldOfTag: Readonly<Record<string, InviteField>> = {
  f: 'firstname',
  l: 'lastname',
  n: 'fullname',
  nf: 'fullname',
  nc: 'fullname',
  e: 'email',
  c: 'cv_link',
  i: 'ats_candidate_id',
  si: 'ats_candidate_id',
};

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
export function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Column {
  readonly header: string;
  readonly tag: string;
}

function toSet(
  name: string,
  half: HeaderSet['half'],
  columns: readonly Column[],
  random: () => number,
): HeaderSet {
  const language = /\/([a-z]{2})/.exec(name)?.[1] ?? 'en';
  const hasHeader = columns.some(({ header }) => header !== '');
  const roll = random();
  const rowCount = !hasHeader ? 12 : roll < 0.1 ? 0 : roll < 0.25 ? 4 : roll < 0.85 ? 14 : 60;
  const people: readonly Person[] = peopleOf(language, rowCount, random);
  const expected: Partial<Record<InviteField, number>> = {};
  columns.forEach(({ tag }, index) => {
    const field = fieldOfTag[tag];
    if (field !== undefined) expected[field] = index;
  });
  return {
    name,
    half,
    headers: columns.map(({ header }) => header),
    expected,
    table: {
      headerRow: hasHeader ? 1 : null,
      headerReason: '',
      columns: columns.map(({ header }, columnIndex) => ({
        columnIndex,
        letter: `C${columnIndex}`,
        header,
      })),
      rows: people.map((person, index) => ({
        rowNumber: index + 2,
        cells: columns.map(({ tag }) => makeValue(tag, person, index, random)),
        hidden: false,
      })),
      leftOut: [],
    },
  };
}

/** The sets of header-sets.txt; every other line is held back. */
export function writtenSets(text: string): HeaderSet[] {
  const random = makeRandom(7);
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line, index) => {
      const at = line.indexOf(': ');
      const columns = line
        .slice(at + 2)
        .split('; ')
        .map((part): Column => {
          const equals = part.lastIndexOf('=');
          return { header: part.slice(0, equals), tag: part.slice(equals + 1) };
        });
      return toSet(`${line.slice(0, at)} #${index}`, index % 2 === 0 ? 'open' : 'held', columns, random);
    });
}

type Words = Map<string, Map<string, readonly string[]>>;

function parseWords(text: string): Words {
  const words: Words = new Map();
  for (const line of text.split('\n')) {
    const found = /^([a-z]{2}) ([a-z0-9]+): (.+)$/.exec(line);
    if (found === null) continue;
    const [, language = '', tag = '', list = ''] = found;
    const own = words.get(language) ?? new Map<string, readonly string[]>();
    words.set(language, own.set(tag, list.split(' | ')));
  }
  return words;
}

const trapTags = ['ph', 'rn', 're', 'fn', 'fe', 'yn', 'cmp', 'sch', 'jid', 'li', 'tx', 'd'];

function withSlip(text: string, random: () => number): string {
  if (text.length < 7) return text;
  const at = 1 + Math.floor(random() * (text.length - 2));
  const kind = random();
  if (kind < 0.4) return text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2);
  if (kind < 0.7) return text.slice(0, at) + text.slice(at + 1);
  return text.slice(0, at) + (text[at] ?? '') + text.slice(at);
}

/** The ways in which people and programs write the same headers. */
function restyle(columns: readonly Column[], random: () => number): Column[] {
  const roll = random();
  const every = (change: (header: string, index: number) => string) =>
    columns.map(({ header, tag }, index) => ({ header: change(header, index), tag }));
  if (roll < 0.5) return [...columns];
  if (roll < 0.6) return every((header) => header.toUpperCase());
  if (roll < 0.7)
    return every((header) =>
      header
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, '_')
        .replace(/_$/, ''),
    );
  if (roll < 0.8)
    return every((header) =>
      header
        .normalize('NFD')
        .replace(/\p{M}+/gu, '')
        .replace(
          /[đĐłŁıøß]/g,
          (letter) => ({ đ: 'd', Đ: 'D', ł: 'l', Ł: 'L', ı: 'i', ø: 'o', ß: 'ss' })[letter] ?? letter,
        ),
    );
  if (roll < 0.88) {
    const slipped = Math.floor(random() * columns.length);
    return every((header, index) => (index === slipped ? withSlip(header, random) : header));
  }
  return roll < 0.95 ? every((header) => `${header} *`) : every((header, index) => `${index + 1}. ${header}`);
}

/** `count` sets put together from the words of one language each; the two halves share no word of a field. */
export function combinedSets(text: string, count: number): HeaderSet[] {
  const words = parseWords(text);
  const languages = [...words.keys()];
  const random = makeRandom(11);
  return Array.from({ length: count }, (_, index) => {
    const half = index % 2 === 0 ? 'open' : 'held';
    const language = languages[Math.floor(random() * languages.length)] ?? 'en';
    const pick = (tag: string): Column[] => {
      const all = words.get(language)?.get(tag) ?? [];
      const own = all.filter((_word, place) => all.length === 1 || place % 2 === (half === 'open' ? 0 : 1));
      const header = own[Math.floor(random() * own.length)];
      return header === undefined ? [] : [{ header, tag }];
    };
    const names = words.get(language)?.has('n') ? 'n' : 'nf';
    const name = random() < 0.55 ? [...pick('f'), ...pick('l')] : pick(names);
    const columns = [
      ...(random() < 0.45 ? pick('i') : []),
      ...name,
      ...(random() < 0.95 ? pick('e') : []),
      ...(random() < 0.6 ? pick('c') : []),
    ];
    const traps = trapTags.filter(() => random() < 0.3).flatMap(pick);
    for (const trap of traps) columns.splice(Math.floor(random() * (columns.length + 1)), 0, trap);
    const unique = columns.filter(
      ({ header }, place) => columns.findIndex((other) => other.header === header) === place,
    );
    return toSet(`made/${language} #${index}`, half, restyle(unique, random), random);
  });
}
