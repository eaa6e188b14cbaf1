// The same sheets with their headers written as forms, programs and narrow columns write them, and with their columns in another order.
import { describe, expect, it } from 'vitest';
import { proposeMapping } from '../../../../shared/operations/propose-mapping';
import { findTable } from '../../../../shared/spreadsheets/find-table';
import { openSpreadsheet } from '../../../../shared/spreadsheets/open-spreadsheet';
import { oddSheets } from '../../../helpers/odd-sheets';

const decorations: readonly (readonly [string, (header: string) => string])[] = [
  ['in capitals', (header) => header.toUpperCase()],
  ['in small letters', (header) => header.toLowerCase()],
  ['with a star', (header) => `${header} *`],
  ['with a colon', (header) => `${header}:`],
  ['marked as required', (header) => `${header} (required)`],
  ['with underscores', (header) => header.replaceAll(' ', '_')],
  ['broken over lines', (header) => header.replaceAll(' ', '\n')],
  ['with accents as characters of their own', (header) => header.normalize('NFD')],
  ['as they are', (header) => header],
];

const sheets = [
  'third-columns.txt',
  'third-headers.txt',
  'fourth-links-and-ids.txt',
  'fourth-emails.txt',
].flatMap(oddSheets);

/** Every cell of the fixtures is in quotes. */
const cellsOf = (line: string): string[] => line.slice(1, -1).split('","');

async function lettersIn(rows: readonly (readonly string[])[], placeOf: (index: number) => number) {
  const csv = rows.map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\r\n');
  const opened = await openSpreadsheet({ fileName: 'people.csv', bytes: new TextEncoder().encode(csv) });
  const [first] = opened.sheets;
  if (first === undefined) throw new Error('there is no sheet');
  const { mapping } = proposeMapping(findTable(first, 'auto'));
  return Object.fromEntries(
    Object.entries(mapping.columns).map(([field, index]) => [
      field,
      String.fromCharCode('A'.charCodeAt(0) + placeOf(index)),
    ]),
  );
}

describe('columns are found whatever is done to the headers', () => {
  it.each(decorations)('%s', async (_, decorate) => {
    for (const { name, csv, mapping } of sheets) {
      const [header = [], ...people] = csv.split('\r\n').map(cellsOf);
      expect(await lettersIn([header.map(decorate), ...people], (index) => index), name).toEqual(mapping);
    }
  });
});

it('finds the same columns when the sheet begins with its last ones', async () => {
  for (const { name, csv, mapping } of sheets) {
    const rows = csv.split('\r\n').map(cellsOf);
    const width = rows[0]?.length ?? 0;
    const turned = rows.map((cells) => [...cells].reverse());
    // Of two columns for one field, the first is as good as the other.
    if (name.includes('preferred')) continue;
    expect(await lettersIn(turned, (index) => width - 1 - index), name).toEqual(mapping);
  }
});
