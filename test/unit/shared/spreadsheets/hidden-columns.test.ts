import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { proposeMapping } from '../../../../shared/operations/propose-mapping';
import { findTable } from '../../../../shared/spreadsheets/find-table';
import { openSpreadsheet } from '../../../../shared/spreadsheets/open-spreadsheet';
import type { Sheet } from '../../../../shared/spreadsheets/spreadsheet';
import { makeTextRow, makeWorkbookParts, makeZip } from './make-zip';

const worksheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

async function sheetWith(columns: string, rows: readonly (readonly string[])[]): Promise<Sheet> {
  const data = rows.map((cells, index) => makeTextRow(index + 1, cells)).join('');
  const sheetXml = `<worksheet xmlns="${worksheet}"><cols>${columns}</cols><sheetData>${data}</sheetData></worksheet>`;
  const bytes = makeZip(makeWorkbookParts('', { sheetXml }));
  const opened = await openSpreadsheet({ fileName: 'people.xlsx', bytes });
  const [sheet] = opened.sheets;
  if (sheet === undefined) throw new Error(JSON.stringify(opened.notices));
  return sheet;
}

const people = [
  ['Name', 'E-mail', 'Email', 'Note'],
  ['Ann Lee', 'ann.old@example.com', 'ann@example.com', 'x'],
  ['Bo Roe', 'bo.old@example.com', 'bo@example.com', 'y'],
];

it('hidden columns are told, also those without a width, and only as far as the sheet goes', async () => {
  const sheet = await sheetWith(
    '<col min="5" max="16384" hidden="1"/><col min="4" max="4" width="0" customWidth="1"/><col min="2" max="2" hidden="true" width="9"/><col min="1" max="1" width="12" hidden="0"/>',
    people,
  );
  expect(sheet.hiddenColumns).toEqual([1, 3]);
  expect(findTable(sheet).columns.map(({ letter, isHidden }) => [letter, isHidden === true])).toEqual([
    ['A', false],
    ['B', true],
    ['C', false],
    ['D', true],
  ]);
});

it('a hidden column of addresses stands back behind one that is seen', async () => {
  const sheet = await sheetWith('<col min="2" max="2" hidden="1"/>', people);
  expect(proposeMapping(findTable(sheet)).mapping.columns.email).toBe(2);
  const shown = await sheetWith('<col min="2" max="2"/>', people);
  expect(proposeMapping(findTable(shown)).mapping.columns.email).toBe(1);
});

it('a hidden column is used where no other will do, and the reason says that it is hidden', async () => {
  const sheet = await sheetWith(
    '<col min="1" max="2" hidden="1"/>',
    people.map(([name = '', email = '', , note = '']) => [name, email, note]),
  );
  const { mapping, columns } = proposeMapping(findTable(sheet));
  expect(mapping.columns).toMatchObject({ fullname: 0, email: 1 });
  expect(columns[1]?.reason).toBe('Header says E-mail; all 2 are addresses; the sheet hides this column');
});

it.each(['links-to-cells.xls', 'links-to-cells.ods'])('%s', async (fileName) => {
  const path = fileURLToPath(new URL(`../../../fixtures/old-workbooks/${fileName}`, import.meta.url));
  const { sheets } = await openSpreadsheet({ fileName, bytes: new Uint8Array(readFileSync(path)) });
  expect(sheets[0]?.hiddenColumns).toEqual([1, 5]);
});
