import { expect, it } from 'vitest';
import { openSpreadsheet } from '../../../../shared/spreadsheets/open-spreadsheet';
import { splitRows } from '../../../../shared/spreadsheets/split-rows';

const header = 'Email,Name,Note\r\n';
/** Texts of this size are read in pieces. */
const largeLength = 2.5 * 1024 ** 2;

/** Rows of every kind, again and again: quoted cells over many lines, so that wherever a piece ends, some row goes on. */
function makeLarge(): string {
  const rows = [header];
  for (let index = 0, length = 0; length < largeLength; index++) {
    const lines = Array.from({ length: index % 40 }, (_, line) => `\ufeffli""ne ${line}, Łódź\r\n`).join('');
    const end = ['\r\n', '\n', '\r', '\r\n\r\n'][index % 4];
    const row = `p${index}@example.com,Jose\u0301 Nguye\u0302\u0303n,"${lines}"${end}`;
    length += row.length;
    rows.push(index % 1000 === 0 ? `\ufeff${row}` : row);
  }
  return rows.join('');
}

function openText(text: string) {
  return openSpreadsheet({ fileName: 'people.csv', bytes: new TextEncoder().encode(text) });
}

it('reads a large text row by row as the text in one piece', async () => {
  const text = makeLarge();
  // Longer than a piece, so that several are put together.
  const longNote = `last@example.com,Ann,"${'more than a piece holds\n'.repeat(30_000)}"\n`;
  const { sheets, notices, reading } = await openText(`${text}${longNote}ann@example.com,Ann,`);
  const expected = splitRows(`${text}${longNote}ann@example.com,Ann,`.normalize('NFC'), ',');
  expect(sheets[0]?.columnCount).toBe(3);
  expect(sheets[0]?.rows.length).toBe(expected.rows.length);
  // One comparison of all: a matcher for each of so many rows takes seconds.
  expect(JSON.stringify(sheets[0]?.rows) === JSON.stringify(expected.rows)).toBe(true);
  expect(reading).toMatchObject({ encoding: 'utf-8', delimiter: ',' });
  expect(notices.map(({ kind, rowNumber }) => [kind, rowNumber])).toEqual([
    ['cell-too-long', expected.tooLong[0]],
  ]);
});

it('names the row of an odd or open quote far down in a large text', async () => {
  const text = `${header}${'ann@example.com,Ann Lee,has a CV\r\n'.repeat(75_000)}`;
  const odd = await openText(`${text}bo@example.com,"Bo" Roe,x\r\n`);
  expect(odd.notices.map(({ kind, rowNumber }) => [kind, rowNumber])).toEqual([['odd-quote', 75_002]]);
  expect(odd.sheets[0]?.rows.at(-1)?.cells[1]).toBe('Bo Roe');
  const open = await openText(`${text}bo@example.com,"Bo Roe,x\r\n`);
  expect(open.notices.map(({ kind, rowNumber }) => [kind, rowNumber])).toEqual([
    ['unterminated-quote', 75_002],
  ]);
  expect(open.sheets).toEqual([]);
});

it('finds the encoding of a large text whose last name is the first that is no UTF-8', async () => {
  const text = `${header}${'ann@example.com,Ann Lee,has a CV\r\n'.repeat(75_000)}zoe@example.com,Zo?,\r\n`;
  const bytes = Uint8Array.from(new TextEncoder().encode(text));
  bytes[bytes.lastIndexOf(0x3f)] = 0xeb;
  const { sheets, reading } = await openSpreadsheet({ fileName: 'people.csv', bytes });
  expect(sheets[0]?.rows.at(-1)?.cells[1]).toBe('Zoë');
  expect(reading?.encoding).toBe('windows-1252');
});

it('says which letters of a large text were lost, and takes the mark of nothing for nothing', async () => {
  const text = `${header}${'ann@example.com,Ann Lee,has a CV\r\n'.repeat(75_000)}zoe@example.com,Zo\ufffd,\\N\r\n`;
  const { sheets, notices } = await openText(text);
  expect(notices).toMatchObject([{ kind: 'letters-lost', rowNumber: 75_002 }]);
  expect(sheets[0]?.rows.at(-1)?.cells).toEqual(['zoe@example.com', 'Zo\ufffd', '']);
});

it('reads the signs of a large text that no plain reading can: its single quotes, and a line that names the delimiter', async () => {
  const quoted = await openText(`'Email';'Name'\n${"'ann@example.com';'Lee; Ann'\n".repeat(85_000)}`);
  expect(quoted.sheets[0]?.rows.at(-1)?.cells).toEqual(['ann@example.com', 'Lee; Ann']);
  const named = await openText(`sep=|\n${header}${'ann@example.com|Ann|a,b,c,d,e\n'.repeat(85_000)}`);
  expect(named.sheets[0]?.rows.at(-1)).toMatchObject({
    rowNumber: 85_001,
    cells: ['ann@example.com', 'Ann', 'a,b,c,d,e'],
  });
});
