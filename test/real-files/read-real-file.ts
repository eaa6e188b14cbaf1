import { proposeMapping } from '../../shared/operations/propose-mapping';
import { toPeople } from '../../shared/operations/to-people';
import { bestSheet } from '../../shared/spreadsheets/best-sheet';
import { findTable } from '../../shared/spreadsheets/find-table';
import { openSpreadsheet } from '../../shared/spreadsheets/open-spreadsheet';
import type { OtherList } from '../../shared/spreadsheets/other-list';
import { columnLetter, isBlank } from '../../shared/spreadsheets/sheet-rows';
import type { RealFile, RealReading } from './real-file';

/** What the product reads in the file, told in the same way; of what `expected` does not speak, nothing. */
export async function readRealFile({ fileName, make, expected }: RealFile): Promise<RealReading> {
  const opened = await openSpreadsheet({ fileName, bytes: await make() });
  const sheet = bestSheet(opened);
  const notices = opened.notices.map(({ kind }) => kind);
  if (sheet === null) return { headerRow: null, people: [], leftOut: [], notices };
  const table = findTable(sheet);
  const { mapping } = proposeMapping(table);
  const { email } = mapping.columns;
  const people = table.rows.map(({ rowNumber, cells }) => {
    const shown = cells
      .filter((cell) => !isBlank(cell))
      .map((cell) => cell.replace(/^[\s\0]+|[\s\0]+$/g, ''));
    return `${rowNumber}: ${shown.join(' | ')}`;
  });
  const links = table.rows.flatMap(({ rowNumber, links: all }) =>
    [...(all ?? [])].map(([column, target]) => `${columnLetter(column)}${rowNumber} ${target}`),
  );
  const all: Required<RealReading> = {
    headerRow: table.headerRow,
    people,
    leftOut: table.leftOut.map(({ rowNumber }) => rowNumber),
    sheet: sheet.name ?? '',
    encoding: opened.reading?.encoding ?? '',
    delimiter: opened.reading?.delimiter ?? ',',
    notices,
    hiddenColumns: (sheet.hiddenColumns ?? []).map(columnLetter).join(''),
    hiddenRows: table.rows.filter(({ hidden }) => hidden).map(({ rowNumber }) => rowNumber),
    links,
    otherLists: (table.otherLists ?? []).map(toWords),
    emails: toPeople(table, mapping).map(({ person }) => person.email),
    headers: table.columns.map(({ header }) => header).join(' | '),
    emailColumn: email === undefined ? '' : columnLetter(email),
  };
  const always = { headerRow: all.headerRow, people, leftOut: all.leftOut, notices };
  const asked = Object.keys(expected).map((key) => [key, all[key as keyof RealReading]]);
  return { ...always, ...Object.fromEntries(asked) };
}

function toWords(list: OtherList): string {
  switch (list.kind) {
    case 'above':
      return `above ${list.firstRow}-${list.lastRow}`;
    case 'below':
      return `below ${list.headerRow}`;
    default:
      return `beside ${list.firstLetter}-${list.lastLetter}`;
  }
}
