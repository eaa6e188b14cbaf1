// Sheets as recruiters really have them, read as `check` reads them, against what a careful human wrote down.
import { describe, expect, it } from 'vitest';
import { prepareRows } from '../../../../shared/batches/prepare-rows';
import { proposeMapping } from '../../../../shared/operations/propose-mapping';
import { findTable } from '../../../../shared/spreadsheets/find-table';
import { openSpreadsheet } from '../../../../shared/spreadsheets/open-spreadsheet';
import { type ExpectedProblem, type OddSheet, oddSheets } from '../../../helpers/odd-sheets';

/** In the fixtures: a problem for which no value may be offered. */
const nothingOffered = '-';

interface Found {
  readonly kind: string;
  readonly suggestion: string | null;
}

const isMeant = ({ readings }: ExpectedProblem, { kind, suggestion }: Found): boolean =>
  readings.some(
    (one) =>
      one.kind === kind && (one.suggestion === null || one.suggestion === (suggestion ?? nothingOffered)),
  );

/** What was missed, and what was said without reason. */
function compare(expected: readonly ExpectedProblem[], found: readonly Found[]): string[] {
  const left = [...found];
  const missed = expected.filter((problem) => {
    const at = left.findIndex((one) => isMeant(problem, one));
    if (at >= 0) left.splice(at, 1);
    return at < 0 && !problem.isDebatable;
  });
  return [
    ...missed.map(
      ({ readings }) =>
        `missed: ${readings.map(({ kind, suggestion }) => `${kind} ${suggestion ?? ''}`).join(' or ')}`,
    ),
    ...left.map(({ kind, suggestion }) => `not expected: ${kind} ${suggestion ?? ''}`),
  ];
}

async function differences(sheet: OddSheet): Promise<string[]> {
  const opened = await openSpreadsheet({
    fileName: 'people.csv',
    bytes: new TextEncoder().encode(sheet.csv),
  });
  const [first] = opened.sheets;
  if (first === undefined) return ['there is no sheet'];
  const table = findTable(first, 'auto');
  const { mapping } = proposeMapping(table);
  const letters = Object.fromEntries(
    Object.entries(mapping.columns).map(([field, index]) => [
      field,
      table.columns.find(({ columnIndex }) => columnIndex === index)?.letter,
    ]),
  );
  const wrong: string[] = [];
  const shown = (map: object) => JSON.stringify(Object.entries(map).sort());
  if (shown(letters) !== shown(sheet.mapping))
    wrong.push(`mapping ${shown(letters)}, not ${shown(sheet.mapping)}`);
  if (table.rows.length !== sheet.rows.length)
    wrong.push(`${table.rows.length} rows, not ${sheet.rows.length}`);
  const { rows, problems } = prepareRows({ table, mapping });
  for (const [index, { text, expected }] of sheet.rows.entries()) {
    const row = rows.find(({ rowNumber }) => rowNumber === index + 2);
    if (row === undefined) {
      wrong.push(`${text}\n    is no row`);
      continue;
    }
    const { firstname, lastname, email } = row.person;
    const name = `${firstname ?? '-'} / ${lastname ?? '-'}`;
    if (expected.names.length > 0 && !expected.names.includes(name))
      wrong.push(`${text}\n    is read as ${name}`);
    if (expected.email !== null && expected.email !== email) wrong.push(`${text}\n    goes to ${email}`);
    const found = problems
      .filter(({ rowNumber }) => rowNumber === row.rowNumber)
      .map(({ kind, suggestion }) => ({ kind, suggestion: suggestion ?? null }));
    for (const difference of compare(expected.problems, found)) wrong.push(`${text}\n    ${difference}`);
  }
  return wrong;
}

describe.each([
  'clean.txt',
  'columns.txt',
  'names.txt',
  'names-and-emails-again.txt',
  'emails.txt',
  'links-and-ids.txt',
  'third-again.txt',
  'third-columns.txt',
  'third-headers.txt',
  'third-names.txt',
  'third-emails.txt',
  'third-links-and-ids.txt',
  'fourth-names.txt',
  'fourth-emails.txt',
  'fourth-links-and-ids.txt',
])('%s', (file) => {
  it.each(oddSheets(file).map((sheet) => [sheet.name, sheet] as const))('%s', async (_, sheet) => {
    const wrong = await differences(sheet);
    expect(wrong.join('\n')).toBe('');
  });
});
