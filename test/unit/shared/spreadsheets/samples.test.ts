import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { bestSheet } from '../../../../shared/spreadsheets/best-sheet';
import { findTable } from '../../../../shared/spreadsheets/find-table';
import { openSpreadsheet } from '../../../../shared/spreadsheets/open-spreadsheet';
import type { OpenedSpreadsheet, Sheet, SheetRow, Table } from '../../../../shared/spreadsheets/spreadsheet';

type Field = 'email' | 'firstname' | 'lastname' | 'fullname' | 'cv_link' | 'ats_candidate_id';

interface ExpectedRow extends Partial<Record<Field, string | null>> {
  readonly rowNumber: number;
  readonly accept?: Partial<Record<Field, readonly (string | null)[]>>;
}

interface Expected {
  readonly file: string;
  readonly sheet: string | null;
  readonly headerRow: number | null;
  readonly dataRows: number;
  readonly columns: Partial<Record<Field, string | null>>;
  readonly letters: Partial<Record<Field, string>>;
  readonly rows: readonly ExpectedRow[];
  readonly alsoRows?: readonly ExpectedRow[];
  readonly problems: readonly { readonly kind: string; readonly rowNumber: number | null }[];
  readonly outcome: 'read' | 'explain' | 'read-or-explain';
  readonly format: string;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly rowsHidden?: readonly number[];
  readonly shownCells?: Readonly<Record<string, string>>;
}

const folder = fileURLToPath(new URL('../../../fixtures/samples/', import.meta.url));
const samples = JSON.parse(readFileSync(`${folder}expected.json`, 'utf8')) as readonly Expected[];

async function openSample(fileName: string): Promise<OpenedSpreadsheet> {
  return openSpreadsheet({ fileName, bytes: new Uint8Array(readFileSync(folder + fileName)) });
}

async function tableOf(sample: Expected): Promise<{ opened: OpenedSpreadsheet; sheet: Sheet; table: Table }> {
  const opened = await openSample(sample.file);
  const sheet = bestSheet(opened);
  if (!sheet) throw new Error(`no sheet in ${sample.file}: ${JSON.stringify(opened.notices)}`);
  return { opened, sheet, table: findTable(sheet) };
}

function columnIndexOf(letters: string): number {
  return [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

const read = samples.filter((sample) => sample.outcome !== 'explain');

describe.each(read)('$file', (sample) => {
  it('finds the sheet, the header row and as many people as a careful reader', async () => {
    const { sheet, table } = await tableOf(sample);
    expect(sheet.name).toBe(sample.sheet);
    expect(table.headerRow).toBe(sample.headerRow);
    expect(table.rows.map((row) => row.rowNumber)).toHaveLength(sample.dataRows);
  });

  it('has every column where it stands, under its own text', async () => {
    const { table } = await tableOf(sample);
    for (const [field, letter] of Object.entries(sample.letters)) {
      const column = table.columns.find((one) => one.letter === letter);
      expect(column?.columnIndex).toBe(columnIndexOf(letter));
      expect(column?.header).toBe(sample.columns[field as Field] ?? '');
    }
  });

  it('reads the first people, the last ones and the tricky ones as they are shown', async () => {
    const { table } = await tableOf(sample);
    for (const expected of [...sample.rows, ...(sample.alsoRows ?? [])]) {
      const row = table.rows.find((one) => one.rowNumber === expected.rowNumber);
      expect(row, `row ${expected.rowNumber}`).toBeDefined();
      if (row) expectRow(row, expected, sample);
    }
  });

  it('tells which rows are hidden', async () => {
    const { table } = await tableOf(sample);
    expect(table.rows.filter((row) => row.hidden).map((row) => row.rowNumber)).toEqual(
      sample.rowsHidden ?? [],
    );
  });

  it('shows dates, percents, links and formulas as the sheet does', async () => {
    const { sheet } = await tableOf(sample);
    for (const [place, text] of Object.entries(sample.shownCells ?? {})) {
      const [, letters = '', rowNumber = ''] = /^([A-Z]+)(\d+)$/.exec(place) ?? [];
      const row = sheet.rows.find((one) => one.rowNumber === Number(rowNumber));
      expect(row?.cells[columnIndexOf(letters)], place).toBe(text);
    }
  });

  it('names the encoding and the delimiter it used', async () => {
    const { opened } = await tableOf(sample);
    if (sample.format !== 'text') return;
    const encodings: Readonly<Record<string, string>> = { 'utf-8-sig': 'utf-8', 'utf-16-le-bom': 'utf-16le' };
    expect(opened.reading?.encoding).toBe(encodings[sample.encoding ?? ''] ?? sample.encoding);
    expect(opened.reading?.delimiter).toBe(sample.delimiter);
  });

  it('says what the name promised where the file is something else', async () => {
    const { opened } = await tableOf(sample);
    const expected = sample.problems
      .filter((problem) => problem.kind === 'file-type-mismatch')
      .map((problem) => problem.kind);
    expect(opened.notices.map((notice) => notice.kind)).toEqual(expected);
  });
});

/** Whole names are split and addresses taken out of `Name <address>` by later steps: here the cell must hold them. */
function expectRow(row: SheetRow, expected: ExpectedRow, sample: Expected): void {
  for (const [field, letter] of Object.entries(sample.letters) as [Field, string][]) {
    const column = columnIndexOf(letter);
    const cell = (row.cells[column] ?? '').trim();
    const link = row.links?.get(column) ?? '';
    if (field === 'fullname') {
      for (const part of [expected.firstname, expected.lastname])
        for (const name of (part ?? '').split(' ')) expect(cell).toContain(name);
      continue;
    }
    const wanted = expected[field] ?? null;
    const accepted = [wanted, ...(expected.accept?.[field] ?? [])];
    const shown = link.replace(/^mailto:/, '') || cell;
    if (field === 'email' && wanted !== null) expect(shown).toContain(wanted);
    else expect(accepted, `row ${expected.rowNumber} ${field}`).toContain(shown === '' ? null : shown);
  }
}

describe('files with nobody to invite', () => {
  it.each(samples.filter((sample) => sample.outcome === 'explain'))(
    '$file says why in one notice and reads nothing',
    async (sample) => {
      const opened = await openSample(sample.file);
      expect(opened.sheets).toEqual([]);
      expect(opened.notices.map((notice) => [notice.kind, notice.blocking])).toEqual([
        [sample.problems[0]?.kind, true],
      ]);
    },
  );
});
