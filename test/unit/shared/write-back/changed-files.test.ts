import exceljs from 'exceljs';
import { describe, expect, it } from 'vitest';
import { putResults } from '../../../../shared/write-back/put-results';
import { makeWriteBack } from '../../../helpers/make-write-back';

const people = [
  ['ana@example.com', 'Brno'],
  ['minh@example.com', 'Huế'],
  ['zoe@example.com', 'Liège'],
  ['lena@example.com', 'Köln'],
];
const csv = (rows: readonly (readonly string[])[], header = 'Email,City') =>
  new TextEncoder().encode(`${header}\n${rows.map((row) => row.join(',')).join('\n')}\n`);

/** The run was made from `people`; its results go into another state of the file. */
async function fillChanged(bytes: Uint8Array, fileName = 'changed.csv', sent = people) {
  const made = await makeWriteBack('people.csv', csv(sent));
  const rows = made.rows.map((row) => ({
    ...row,
    values: made.order.columns.map((_, index) =>
      index === 0 ? ({ kind: 'text', text: `Done ${row.rowNumber}` } as const) : ({ kind: 'none' } as const),
    ),
  }));
  return putResults({ fileName, bytes, sha256: 'f'.repeat(64) }, made.order, rows);
}
const toText = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe('a file that was changed since', () => {
  it('sorted: each result goes to its own person', async () => {
    const copy = await fillChanged(csv([...people].reverse()));
    expect(toText(copy.bytes).split('\n').slice(1, 5)).toEqual([
      'lena@example.com,Köln,Done 5',
      'zoe@example.com,Liège,Done 4',
      'minh@example.com,Huế,Done 3',
      'ana@example.com,Brno,Done 2',
    ]);
    expect(copy.missing).toEqual([]);
  });

  it('with other columns between and a title above: columns are found by their names', async () => {
    const copy = await fillChanged(
      csv(
        people.map(([email = '', city = '']) => ['x', city, 'y', email]),
        'Graduate fair\n\nId,City,Stage,Email',
      ),
    );
    expect(toText(copy.bytes)).toContain('x,Brno,y,ana@example.com,Done 2\n');
    expect(copy.rowCount).toBe(4);
  });

  it('somebody changed, gone or there twice gets nothing and is named by the row then', async () => {
    const copy = await fillChanged(
      csv([
        ['ana@example.com', 'Praha'],
        ['minh@example.com', 'Huế'],
        ['minh@example.com', 'Huế'],
        ['zoe@example.com', 'Liège'],
      ]),
    );
    expect(toText(copy.bytes)).toBe(
      'Email,City,Outcome\nana@example.com,Praha\nminh@example.com,Huế\nminh@example.com,Huế\nzoe@example.com,Liège,Done 4\n',
    );
    expect(copy.missing).toEqual([2, 3, 5]);
  });

  it('two people of the run who are alike are not told apart', async () => {
    const twins = [...people, ['ana@example.com', 'Brno']];
    const copy = await fillChanged(csv(twins), 'changed.csv', twins);
    expect(copy.missing).toEqual([2, 6]);
  });

  it('saved as a workbook: people are found in it', async () => {
    const book = new exceljs.Workbook();
    const sheet = book.addWorksheet('Saved');
    sheet.addRows([['Email', 'City'], ...people]);
    const copy = await fillChanged(new Uint8Array(await book.xlsx.writeBuffer()), 'people.xlsx');
    const filled = new exceljs.Workbook();
    await filled.xlsx.load(Buffer.from(copy.bytes) as unknown as ArrayBuffer);
    expect(filled.worksheets[0]?.getColumn(3).values.slice(1)).toEqual([
      'Outcome',
      'Done 2',
      'Done 3',
      'Done 4',
      'Done 5',
    ]);
    expect(copy.name.fileName).toBe('people with results.xlsx');
  });

  it('that has lost a column is refused with its name', async () => {
    const onlyEmails = csv(
      people.map(([email = '']) => [email, 'x']),
      'Email,Town',
    );
    await expect(fillChanged(onlyEmails)).rejects.toThrow(
      "does not have all the columns that the run's people came with: City is missing. Nothing was saved.",
    );
  });

  it('that has nobody of the run is refused', async () => {
    await expect(fillChanged(csv([['other@example.com', 'Wien']]))).rejects.toThrow(
      'Nobody of this run stands in changed.csv',
    );
  });
});
