// One measurement in a process of its own: `make FILE ROWS` writes a workbook as people type them, `exceljs FILE`, `reading FILE` and
// `check FILE` do their part once and print what it took.
import { createWriteStream, readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { SheetCheck } from '../../shared/batches/sheet-check';
import { proposeMapping } from '../../shared/operations/propose-mapping';
import { toPeople } from '../../shared/operations/to-people';
import { findTable } from '../../shared/spreadsheets/find-table';
import { openSpreadsheet } from '../../shared/spreadsheets/open-spreadsheet';
import { makePeople, peopleHeader } from './made-people';
import { median } from './tables.mjs';

async function makeFile(path: string, rowCount: number): Promise<void> {
  const stream = createWriteStream(path);
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useSharedStrings: true });
  const sheet = workbook.addWorksheet('People');
  for (const cells of [peopleHeader, ...makePeople(rowCount)]) sheet.addRow([...cells]).commit();
  await workbook.commit();
}

async function measured(work: () => unknown): Promise<number> {
  const startedAtMs = performance.now();
  await work();
  return performance.now() - startedAtMs;
}

/** Fewer edits say little about the middle one. */
const editCount = 51;

/** Reads the file first, unmeasured; then checks every row once, in code that has not run before, and again after each of some edits. */
async function measureCheck(path: string): Promise<Record<string, number>> {
  const opened = await openSpreadsheet({
    fileName: 'people.xlsx',
    bytes: new Uint8Array(readFileSync(path)),
  });
  const [sheet] = opened.sheets;
  if (sheet === undefined) throw new Error('No sheet was read.');
  const table = findTable(sheet);
  const { mapping } = proposeMapping(table);
  const edits = new Map<number, { email: string }>();
  const choices = {
    edits,
    leftOut: new Set<number>(),
    takenIn: new Set<number>(),
    alreadyInvited: undefined,
  };
  let check: SheetCheck | undefined;
  const tookMs = await measured(() => {
    check = new SheetCheck(table, toPeople(table, mapping));
    check.update(choices);
  });
  const problemCount = table.rows.reduce(
    (count, _, index) => count + (check?.problemsOf(index).length ?? 0),
    0,
  );
  const editsMs: number[] = [];
  for (let edit = 0; edit < editCount; edit++) {
    const row = table.rows[Math.floor((edit * table.rows.length) / editCount)];
    edits.set(row?.rowNumber ?? 0, { email: `person.${edit}@gmial.com` });
    editsMs.push(await measured(() => check?.update(choices)));
  }
  return { tookMs, rowCount: table.rows.length, problemCount, editMs: median(editsMs) ?? 0 };
}

async function measureReading(path: string): Promise<Record<string, number>> {
  const bytes = new Uint8Array(readFileSync(path));
  let rowCount = 0;
  const tookMs = await measured(async () => {
    const opened = await openSpreadsheet({ fileName: 'people.xlsx', bytes });
    rowCount = (opened.sheets[0]?.rows.length ?? 0) - 1;
  });
  return { tookMs, rowCount };
}

async function measureExceljs(path: string): Promise<Record<string, number>> {
  const bytes = readFileSync(path);
  const workbook = new ExcelJS.Workbook();
  const tookMs = await measured(() =>
    workbook.xlsx.load(bytes as unknown as Parameters<typeof workbook.xlsx.load>[0]),
  );
  return { tookMs, rowCount: (workbook.worksheets[0]?.rowCount ?? 0) - 1 };
}

const programs: Readonly<Record<string, (path: string) => Promise<Record<string, number>>>> = {
  check: measureCheck,
  reading: measureReading,
  exceljs: measureExceljs,
};

const [command = '', path = '', rowCount] = process.argv.slice(2);
if (command === 'make') await makeFile(path, Number(rowCount));
else {
  const program = programs[command];
  if (program === undefined) throw new Error(`There is no program "${command}".`);
  process.stdout.write(`${JSON.stringify(await program(path))}\n`);
}
