import { expect, it } from 'vitest';
import { openSpreadsheet } from '../../../shared/spreadsheets/open-spreadsheet';
import { makeWorkbookParts, makeZip } from '../../unit/shared/spreadsheets/make-zip';

const lastRowNumber = 1_048_576;

it('a sheet that is full to its last row opens, with everybody in it', async () => {
  const rows = ['<row r="1"><c r="A1" t="str"><v>Email</v></c><c r="B1" t="str"><v>Score</v></c></row>'];
  for (let number = 2; number <= lastRowNumber; number++)
    rows.push(
      `<row r="${number}"><c r="A${number}" t="str"><v>p${number}@example.com</v></c><c r="B${number}"><v>${number % 100}</v></c></row>`,
    );
  const { sheets, notices } = await openSpreadsheet({
    fileName: 'people.xlsx',
    bytes: makeZip(makeWorkbookParts(rows.join(''))),
  });
  expect(notices).toEqual([]);
  const [sheet] = sheets;
  expect(sheet?.rows).toHaveLength(lastRowNumber);
  expect(
    sheet?.rows.every(
      ({ rowNumber, cells }, index) =>
        rowNumber === index + 1 && (index === 0 || cells[0] === `p${rowNumber}@example.com`),
    ),
  ).toBe(true);
  expect(sheet?.rows.at(-1)?.cells).toEqual([`p${lastRowNumber}@example.com`, '76']);
});
