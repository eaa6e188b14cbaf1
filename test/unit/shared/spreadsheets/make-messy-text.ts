import { canEncode, makeEncoded, makeUtf16 } from './make-encoded';
import type { MessyLanguage } from './messy-languages';

/** A text file as recruiters have it, with what a careful reader reads in it. */
export interface MessyText {
  readonly about: string;
  readonly bytes: Uint8Array;
  readonly headerRow: number | null;
  /** False where so few letters beyond ASCII stand in the file that nobody could tell the encoding. */
  readonly isTelling: boolean;
  /** Row number, then the cells without the empty ones at the end. */
  readonly people: readonly (readonly [number, ...string[]])[];
  readonly leftOut: readonly number[];
}

/** How a file is written. */
export interface MessyDialect {
  readonly encoding: string;
  readonly delimiter: string;
  readonly top: 'header' | 'no header' | 'preamble';
}

type Random = (below: number) => number;

/** A repeatable source of chance: the same numbers in every run. */
export function makeRandom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const columnSets = [
  [1, 2, 4],
  [3, 4, 10],
  [0, 1, 2, 4, 5],
  [0, 3, 4, 6, 7, 8],
  [2, 1, 4, 7, 9],
  [4, 3],
  [8, 3, 5, 4, 9, 10],
  [0, 1, 2, 4, 5, 6, 7, 8, 9, 10],
  [4, 11],
  [3, 4, 11],
  [4],
  [3, 11, 9],
  [1, 2, 10, 4],
];

/** The file that `seed` gives in this language and dialect. */
export function makeMessyText(language: MessyLanguage, dialect: MessyDialect, seed: number): MessyText {
  const random = makeRandom(seed);
  const pick = <T>(values: readonly T[]): T => values[random(values.length)] as T;
  const fits = (text: string) => canEncode(text, dialect.encoding);
  const isPlain = (text: string) => /^[\0-\x7f]*$/.test(text);
  const sparse = random(6) === 0;
  const upper = random(6) === 0;
  const recased = (text: string) => (upper && fits(text.toUpperCase()) ? text.toUpperCase() : text);
  const oneOf = (values: readonly string[]) => {
    const fitting = values.filter(fits);
    const plain = fitting.filter(isPlain);
    return recased(pick(sparse && plain.length > 0 && random(12) > 0 ? plain : fitting) ?? '');
  };
  const named = random(8) === 0;
  const columns = pick(columnSets);
  const width = columns.length;
  const headers = language.headers
    .map((header) => (fits(header) ? header : header.replace(/[^\0-\x7f]/g, 'e')))
    .concat(pick(['Address', 'Adresse', 'Adresa', 'Location']));
  const makePerson = (number: number): string[] => {
    const first = oneOf(language.first);
    const last = oneOf(language.last);
    const pay = `${2 + random(6)}${language.isContinental ? `.${100 + random(899)},50` : `,${100 + random(899)}.50`}`;
    const date = `${1 + random(28)}${language.isContinental ? '.' : '/'}0${1 + random(9)}${language.isContinental ? '.' : '/'}2026`;
    const all = [
      String(number),
      first,
      last,
      pick([`${first} ${last}`, `${last}, ${first}`]),
      width > 2 && random(12) === 0
        ? ''
        : named
          ? `${last} <person${number}@example.com>`
          : `person${number}@example.com`,
      random(3) === 0 ? '' : `+49 30 ${100_000 + random(899_999)}`,
      oneOf(language.cities),
      pay,
      date,
      random(3) === 0 ? '' : `https://cv.example.com/${number}.pdf`,
      random(3) === 0
        ? oneOf(language.notes)
        : random(9) === 0
          ? `${oneOf(language.notes)}\n${oneOf(language.notes)}`
          : '',
      `${oneOf(language.last)} ${number}, ${10_000 + random(9_999)} ${oneOf(language.cities)}, ${pick(['EU', 'UK', 'VN'])}`,
    ];
    return columns.map((column) => all[column] ?? '');
  };

  const lines: { cells: readonly string[]; kind: 'other' | 'header' | 'person' | 'left out' }[] = [];
  const header = columns.map((column) => headers[column] ?? '');
  // Somebody has forgotten a name, or used one twice.
  if (width > 4 && random(8) === 0) header[width - 1] = pick(['', '__proto__', header[0] ?? '']);
  if (dialect.top === 'preamble') {
    lines.push({ cells: [oneOf(language.titles)], kind: 'other' });
    if (random(2) === 0)
      lines.push({ cells: [`${oneOf(language.titles)}: ${1 + random(28)}.05.2026`], kind: 'other' });
    if (width > 2 && random(3) === 0)
      lines.push({ cells: [`${oneOf(language.titles)}:`, oneOf(language.cities)], kind: 'other' });
    if (random(2) === 0) lines.push({ cells: [], kind: 'other' });
  }
  if (dialect.top === 'preamble' && width > 4 && random(3) === 0)
    lines.push({
      cells: columns.map((_, index) => (index === 1 ? oneOf(language.titles) : '')),
      kind: 'other',
    });
  if (dialect.top !== 'no header') lines.push({ cells: header, kind: 'header' });
  const peopleCount = random(5) === 0 ? 1 + random(3) : 4 + random(30);
  const repeats = dialect.top !== 'no header' && random(6) === 0;
  for (let number = 1; number <= peopleCount; number++) {
    lines.push({ cells: makePerson(number), kind: 'person' });
    if (random(25) === 0) lines.push({ cells: random(2) === 0 ? [] : columns.map(() => ''), kind: 'other' });
    if (repeats && number === peopleCount >> 1) lines.push({ cells: header, kind: 'left out' });
  }
  if (dialect.top !== 'no header' && width > 2 && random(4) === 0) {
    if (random(2) === 0) lines.push({ cells: [], kind: 'other' });
    lines.push({
      cells: pick([
        [language.total, String(peopleCount)],
        [`${language.total}: ${peopleCount}`],
        ['', language.total, String(peopleCount)],
      ]),
      kind: 'left out',
    });
  }

  if (dialect.top !== 'no header' && columns.includes(4) && random(6) === 0)
    lines.push({ cells: [`* ${oneOf(language.notes)}`], kind: 'left out' });

  const trailing = random(8) === 0;
  const cut = random(4) === 0;
  const padded = random(2) === 0;
  const quoteAll = random(5) === 0;
  const ends = pick([['\r\n'], ['\r\n'], ['\n'], ['\r'], ['\r\n', '\n', '\r']]);
  const sep = random(8) === 0 ? `sep=${dialect.delimiter}${ends[0]}` : '';
  let text = sep;
  for (const [index, { cells, kind }] of lines.entries()) {
    let written = [...cells];
    if (padded && kind !== 'person') while (written.length > 0 && written.length < width) written.push('');
    if (cut) while (written.length > 1 && written.at(-1) === '') written.pop();
    if (trailing && written.length > 0) written = [...written, ''];
    const isLast = index === lines.length - 1;
    text += written.map((cell) => quoted(cell, dialect.delimiter, quoteAll)).join(dialect.delimiter);
    const end = pick(ends);
    // A blank line between CR and LF would be no line.
    if (!isLast || random(3) > 0) text += end === '\n' && text.endsWith('\r') ? '\r\n' : end;
  }

  const people: [number, ...string[]][] = [];
  const leftOut: number[] = [];
  for (const [index, { cells, kind }] of lines.entries()) {
    if (kind === 'person')
      people.push([index + 1, ...withoutEmptyEnd(cells.map((cell) => cell.normalize('NFC')))]);
    else if (kind === 'left out') leftOut.push(index + 1);
  }
  const headerIndex = lines.findIndex(({ kind }) => kind === 'header');
  return {
    about: `${language.name}, ${dialect.encoding}, ${JSON.stringify(dialect.delimiter)}, ${dialect.top}, seed ${seed}:\n${text.slice(0, 800)}`,
    bytes: toBytes(text, dialect.encoding),
    isTelling: dialect.encoding.startsWith('utf-') || new Set(text.match(/[^\0-\x7f]/g)).size >= 6,
    headerRow: headerIndex === -1 ? null : headerIndex + 1,
    people,
    leftOut,
  };
}

function quoted(cell: string, delimiter: string, always: boolean): string {
  const needs = always || cell.includes(delimiter) || /["\r\n]/.test(cell);
  return needs ? `"${cell.replaceAll('"', '""')}"` : cell;
}

export function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  let length = cells.length;
  while (length > 0 && cells[length - 1] === '') length--;
  return cells.slice(0, length);
}

/** Bytes in any encoding of the corpus; `utf-8-mark` and `utf-16le-mark` begin with a byte order mark. */
function toBytes(text: string, encoding: string): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return new TextEncoder().encode(text);
    case 'utf-8-mark':
      return new TextEncoder().encode(`\ufeff${text}`);
    case 'utf-16le':
    case 'utf-16be':
      return makeUtf16(text, encoding);
    case 'utf-16le-mark':
      return makeUtf16(`\ufeff${text}`, 'utf-16le');
    default:
      return makeEncoded(text, encoding);
  }
}
