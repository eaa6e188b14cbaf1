import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A problem that a careful human raises. `isDebatable`: it may be left out too. */
export interface ExpectedProblem {
  /** The kinds that are right, each with the value to offer where there is one. */
  readonly readings: readonly { readonly kind: string; readonly suggestion: string | null }[];
  readonly isDebatable: boolean;
}

export interface ExpectedRow {
  /** `first / last`, any of which is right; empty where names are not the point. */
  readonly names: readonly string[];
  readonly email: string | null;
  readonly problems: readonly ExpectedProblem[];
}

/** A sheet as recruiters have it, with what a careful human reads in it. */
export interface OddSheet {
  readonly name: string;
  readonly csv: string;
  /** Field → column letter. */
  readonly mapping: Readonly<Record<string, string>>;
  /** One for each row below the header. */
  readonly rows: readonly { readonly text: string; readonly expected: ExpectedRow }[];
}

const folder = join(__dirname, '../fixtures/odd-sheets');

function unescapeText(text: string): string {
  return text.replace(
    /\\(?:u([0-9a-f]{4})|(.))/g,
    (_, hex: string | undefined, letter: string | undefined) =>
      hex === undefined
        ? ({ n: '\n', r: '\r', t: '\t' }[letter ?? ''] ?? letter ?? '')
        : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

const toCell = (text: string): string => `"${unescapeText(text.trim()).replaceAll('"', '""')}"`;

function toProblem(text: string): ExpectedProblem {
  const isDebatable = text.startsWith('?');
  const readings = (isDebatable ? text.slice(1) : text).split(' ~ ').map((reading) => {
    const [, kind = '', suggestion] = /^([a-z-]+)(?: (.+))?$/.exec(reading.trim()) ?? [];
    return { kind, suggestion: suggestion ?? null };
  });
  return { readings, isDebatable };
}

function toExpected(text: string): ExpectedRow {
  const [reading = '', ...problems] = text.split(';;').map((part) => part.trim());
  const email = /^email=(.+)$/.exec(reading)?.[1] ?? null;
  return {
    names: reading === '' || email !== null ? [] : reading.split(' ~ '),
    email,
    problems: problems.map(toProblem),
  };
}

function toSheet(block: string): OddSheet {
  const [name = '', fields = '', ...lines] = block
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const parted = lines.map((line) => {
    const at = line.indexOf(' => ');
    const cells = at === -1 ? line : line.slice(0, at);
    return {
      text: line,
      csv: cells
        .split(/(?<=^| )\|(?= |$)/)
        .map(toCell)
        .join(','),
      expected: toExpected(at === -1 ? '' : line.slice(at + 4)),
    };
  });
  return {
    name,
    csv: parted.map(({ csv }) => csv).join('\r\n'),
    mapping: Object.fromEntries(
      fields
        .slice(2)
        .split(' ')
        .map((pair) => pair.split('=') as [string, string]),
    ),
    rows: parted.slice(1),
  };
}

/** The sheets of one fixture. Every one has a header in its first row. */
export function oddSheets(file: string): OddSheet[] {
  return readFileSync(join(folder, file), 'utf8').split(/^== /m).slice(1).map(toSheet);
}
