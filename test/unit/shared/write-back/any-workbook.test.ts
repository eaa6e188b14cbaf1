import fc from 'fast-check';
import { expect, it } from 'vitest';
import { columnLetter } from '../../../../shared/spreadsheets/sheet-rows';
import { putResults } from '../../../../shared/write-back/put-results';
import { makeSmallWorkbook, textCell } from '../../../helpers/make-small-workbook';
import { makeWriteBack } from '../../../helpers/make-write-back';
import type { ZipPart } from '../../../helpers/make-zip';
import { readPlainZip } from '../../../helpers/plain-zip';

const word = fc.stringMatching(/^[a-zA-ZäöüßčłạếĐ ]{1,12}$/);
const cell = fc.oneof(
  word.map((text) => (place: string) => textCell(place, text, ' s="1"')),
  fc.integer().map((value) => (place: string) => `<c r="${place}"><v>${value}</v></c>`),
  fc.constant((place: string) => `<c r="${place}" s="1"/>`),
  fc.constant((place: string) => `<c r="${place}" t="str"><f>A1&amp;"&lt;"</f><v>x</v></c>`),
  fc.constant(() => ''),
);
const row = fc.record({
  gap: fc.integer({ min: 1, max: 4 }),
  cells: fc.array(cell, { maxLength: 6 }),
  attributes: fc.constantFrom('', ' spans="1:3"', ' hidden="1"', ' ht="20" customHeight="1" spans="2:2 4:5"'),
  space: fc.constantFrom('', ' ', '\n  '),
});
const head = fc.constantFrom(
  '',
  '<dimension ref="A1"/>',
  '<cols><col min="1" max="2" width="9"/><col min="3" max="16384" width="0" hidden="1"/></cols>',
  '<sheetFormatPr defaultRowHeight="15"/><cols><col min="4" max="4" width="30" customWidth="1"></col></cols>',
);
const form = fc.record({
  hasDescriptor: fc.boolean(),
  isStored: fc.boolean(),
  is64: fc.boolean(),
});
const values = fc.oneof(fc.string({ unit: 'binary', maxLength: 20 }), word);

/** The sheet as it would be without our cells, widths and what says how wide it is. */
function withoutOurs(xml: string, firstColumn: number): string {
  return xml
    .replace(/<c r="([A-Z]+)\d+"(?:[^>]*\/>|[^>]*>.*?<\/c>)/gs, (tag, letters: string) =>
      toIndex(letters) >= firstColumn ? '' : tag,
    )
    .replace(/<cols>.*?<\/cols>/s, '')
    .replace(/(<dimension ref=")[^"]*/, '$1')
    .replace(/( spans=")[^"]*/g, '$1');
}

function toIndex(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

it('whatever a sheet and its ZIP file look like: all is as it was, and ours reads as it was meant', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 8 }),
      head,
      form,
      fc.array(values, { minLength: 1, maxLength: 4 }),
      async (rows, headXml, zipForm, texts) => {
        let rowNumber = 1;
        const body = rows
          .map(({ gap, cells, attributes, space }) => {
            rowNumber += gap;
            const places = cells
              .map((make, index) => make(`${columnLetter(index + 1)}${rowNumber}`))
              .join(space);
            return `<row r="${rowNumber}"${attributes}>${space}${textCell(`A${rowNumber}`, `p${rowNumber}@example.com`)}${places}${space}</row>`;
          })
          .join('');
        const workbook = {
          sheet: `${headXml}<sheetData><row r="1">${textCell('A1', 'Email')}</row>${body}</sheetData>`,
          more: [
            {
              name: 'xl/other.bin',
              bytes: Uint8Array.from(texts.join(''), (letter) => letter.charCodeAt(0) & 0xff),
            },
          ],
          toPart: (part: ZipPart): ZipPart => ({ ...part, ...zipForm }),
          zip: { is64: zipForm.is64 },
        };
        const bytes = makeSmallWorkbook(workbook);
        const made = await makeWriteBack('any.xlsx', bytes, { headerRow: 1 });
        const filled = made.rows.map((one, index) => ({
          ...one,
          values: one.values.map((value, column) =>
            column === 1 ? ({ kind: 'text', text: texts[index % texts.length] ?? '' } as const) : value,
          ),
        }));
        // What is put in is compared with what our reader reads before this answers.
        const copy = await putResults(made.file, made.order, filled);
        // The same parts, in a form that the plain reader knows.
        const toPart = (part: ZipPart): ZipPart => ({ ...part, ...zipForm, is64: false });
        const before = readPlainZip(makeSmallWorkbook({ ...workbook, toPart, zip: {} }));
        const after = readPlainZip(copy.bytes);
        expect([...after.keys()]).toEqual([...before.keys()]);
        for (const [name, { packed }] of before)
          if (!/sheet1|styles/.test(name)) expect(after.get(name)?.packed.equals(packed), name).toBe(true);
        const sheetOf = (parts: typeof before) =>
          parts.get('xl/worksheets/sheet1.xml')?.bytes.toString() ?? '';
        const outcome = /<c r="([A-Z]+)1"[^>]*><is><t[^>]*>Outcome</.exec(sheetOf(after))?.[1] ?? '';
        expect(withoutOurs(sheetOf(after), toIndex(outcome))).toBe(
          withoutOurs(sheetOf(before), toIndex(outcome)),
        );
      },
    ),
    { numRuns: 150 },
  );
});
