import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { describe, expect, it } from 'vitest';
import { columnLetter } from '../../../../shared/spreadsheets/sheet-rows';
import { putResults } from '../../../../shared/write-back/put-results';
import { awkwardSentence, makeWriteBack } from '../../../helpers/make-write-back';
import { readPlainZip } from '../../../helpers/plain-zip';

const folder = join(import.meta.dirname, '../../../fixtures/write-back');
/** Where the new columns go: the first one right of everything that the sheet holds. */
const firstColumns: Readonly<Record<string, string>> = {
  '01-charts.xlsx': 'Q',
  '02-pivot.xlsx': 'H',
  '03-conditional-formats.xlsx': 'I',
  '04-macros.xlsm': 'K',
  '05-comments.xlsx': 'I',
  '06-images.xlsx': 'L',
  '07-table.xlsx': 'H',
  '08-merged-headers.xlsx': 'J',
  '09-protected.xlsx': 'H',
  '10-validations.xlsx': 'H',
  '11-filtered.xlsx': 'H',
  '12-prefixed.xlsx': 'J',
  '13-strict.xlsx': 'H',
  '14-calculated.xlsx': 'H',
  '15-libreoffice.xlsx': 'H',
};

/** exceljs gives up on these as they are: absolute names of parts, prefixes, strict Open XML. */
const unknownToExceljs = new Set([
  '05-comments.xlsx',
  '06-images.xlsx',
  '12-prefixed.xlsx',
  '13-strict.xlsx',
]);

describe.each(readdirSync(folder).filter((name) => /\.xls[xm]$/.test(name)))('%s', async (fileName) => {
  const bytes = new Uint8Array(readFileSync(join(folder, fileName)));
  const made = await makeWriteBack(fileName, bytes);
  const copy = await putResults(made.file, made.order, made.rows);
  const first = firstColumns[fileName] ?? '?';
  const before = readPlainZip(bytes);
  const after = readPlainZip(copy.bytes);
  const changed = [...before.keys()].filter(
    (name) => !before.get(name)?.packed.equals(after.get(name)?.packed ?? Buffer.alloc(0)),
  );

  it('has a result for everybody', () => {
    expect(copy.missing).toEqual([]);
    expect(copy.rowCount).toBe(made.table.rows.length);
  });

  it('keeps every other part byte for byte', () => {
    expect([...after.keys()]).toEqual([...before.keys()]);
    expect(changed.map((name) => name.replace(/\d+(?=\.xml)/, '')).sort()).toEqual([
      'xl/styles.xml',
      'xl/worksheets/sheet.xml',
    ]);
  });

  it('changes nothing in the sheet but the new columns', () => {
    const name = changed.find((one) => one.includes('worksheets')) ?? '';
    const ours = new Set([0, 1, 2, 3].map((index) => shifted(first, index)));
    expect(withoutColumns(after.get(name)?.bytes.toString() ?? '', ours)).toBe(
      withoutColumns(before.get(name)?.bytes.toString() ?? '', ours),
    );
  });

  it('changes nothing in the looks but the new ones at the end', () => {
    const old = before.get('xl/styles.xml')?.bytes.toString() ?? '';
    const lines = (text: string) => text.replace(/ count\s*=\s*["']\d+["']/g, '').split(/(?=<)/);
    const left = lines(after.get('xl/styles.xml')?.bytes.toString() ?? '');
    for (const tag of lines(old)) {
      const place = left.indexOf(tag);
      expect(place, tag).toBeGreaterThanOrEqual(0);
      left.splice(place, 1);
    }
    expect(left.filter((tag) => !/xf numFmtId|numFmt numFmtId|\/?\w*:?numFmts/.test(tag))).toEqual([]);
  });

  it('reads in exceljs as it is meant', async () => {
    if (unknownToExceljs.has(fileName)) return;
    const book = new exceljs.Workbook();
    await book.xlsx.load(Buffer.from(copy.bytes) as unknown as ArrayBuffer);
    const sheet = book.getWorksheet('Applicants');
    const at = (column: string, row: number) => sheet?.getCell(`${column}${row}`);
    const { headerRow, rows } = made.table;
    expect([0, 1, 2, 3].map((index) => at(shifted(first, index), headerRow ?? 0)?.text)).toEqual([
      'Outcome',
      'What happened',
      'Submission id',
      'Time',
    ]);
    expect(at(first, headerRow ?? 0)?.font).toEqual(at('G', headerRow ?? 0)?.font);
    for (const [index, { rowNumber }] of rows.entries()) {
      expect(at(first, rowNumber)?.text).toBe(index % 3 === 0 ? 'Refused' : 'Done');
      const time = at(shifted(first, 3), rowNumber);
      expect(time?.value).toEqual(new Date(`2026-03-21T14:55:${String(index).padStart(2, '0')}Z`));
      expect(time?.numFmt).toBe('yyyy-mm-dd hh:mm:ss');
      expect(sheet?.getRow(rowNumber).hidden).toBe(made.table.rows[index]?.hidden);
    }
    const sentence = at(shifted(first, 1), rows[1]?.rowNumber ?? 0);
    expect(sentence?.type).not.toBe(exceljs.ValueType.Formula);
    expect(
      sentence?.text.replace(/_x([0-9A-F]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    ).toBe(awkwardSentence);
    expect(sheet?.getColumn(shifted(first, 1)).width).toBeGreaterThan(40);
    expect(sheet?.getColumn(first).hidden).toBe(false);
  });
});

function shifted(letter: string, by: number): string {
  return columnLetter(toIndex(letter) + by);
}

/** The sheet's text without the cells and widths of some columns, and without what says how wide it is. */
function withoutColumns(xml: string, columns: ReadonlySet<string>): string {
  const prefix = '(?:\\w+:)?';
  const numbers = new Set([...columns].map((letter) => toIndex(letter) + 1));
  const kept = xml
    .replace(
      new RegExp(`<${prefix}c r=["']([A-Z]+)\\d+["'][^>]*?(?:/>|>.*?</${prefix}c>)`, 'gs'),
      (cell, letter) => (columns.has(letter) ? '' : cell),
    )
    .replace(new RegExp(`<${prefix}cols>.*?</${prefix}cols>`, 's'), '')
    .replace(new RegExp(`(<${prefix}dimension ref\\s*=\\s*["'])[^"']*`), '$1')
    .replace(/( spans\s*=\s*["'])[^"']*/g, '$1');
  return kept + toWidths(xml, numbers);
}

/** What is said of each span of columns but ours, in a form in which parted spans are one again. */
function toWidths(tags: string, ours: ReadonlySet<number>): string {
  const spans: { from: number; to: number; look: string }[] = [];
  for (const [tag] of tags.matchAll(/<(?:\w+:)?col [^>]*>/g)) {
    const from = Number(/min\s*=\s*["'](\d+)/.exec(tag)?.[1]);
    const to = Number(/max\s*=\s*["'](\d+)/.exec(tag)?.[1]);
    const look = tag.replace(/(min|max)\s*=\s*["']\d+["']/g, '$1');
    let start = from;
    for (const one of [...ours].sort((a, b) => a - b)) {
      if (one < start || one > to) continue;
      if (one > start) spans.push({ from: start, to: one - 1, look });
      start = one + 1;
    }
    if (start <= to) spans.push({ from: start, to, look });
  }
  return JSON.stringify(spans);
}

function toIndex(letter: string): number {
  return [...letter].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0) - 1;
}
