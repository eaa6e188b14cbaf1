// One measurement in a process of its own: `make FOLDER ROWS` writes the two files, `READER FILE` reads one and prints what it took.
import { createWriteStream, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { readXlsx } from 'hucre';
import Papa from 'papaparse';
import { readSheet } from 'read-excel-file/node';
import { prepareRows } from '../../shared/batches/prepare-rows';
import { proposeMapping } from '../../shared/operations/propose-mapping';
import { bestSheet } from '../../shared/spreadsheets/best-sheet';
import { findTable } from '../../shared/spreadsheets/find-table';
import { openSpreadsheet } from '../../shared/spreadsheets/open-spreadsheet';

const header = [
  'Candidate ID',
  'First name',
  'Last name',
  'Email',
  'Phone',
  'City',
  'Country',
  'Source',
  'Applied',
  'Score',
  'CV',
  'Notes',
];
const firstNames = ['Ana', 'Jürgen', 'Ngọc Ánh', 'Łukasz', 'Zoë', 'Inês', 'Kateřina', 'Björk'];
const lastNames = [
  'Silva',
  'Müller',
  'Trần Thị',
  'Wiśniewski',
  'Lefèvre',
  'Gonçalves',
  'Nováková',
  'Jónsdóttir',
];
/** One row in twenty has something wrong, as in a list that people typed. */
const badEvery = 20;

function makeRow(index: number): string[] {
  const email = index % badEvery === 0 ? `person${index}@` : `person${index}@example.com`;
  return [
    `A-${String(index).padStart(7, '0')}`,
    firstNames[index % firstNames.length] ?? '',
    lastNames[(index >> 3) % lastNames.length] ?? '',
    email,
    `+1 202 555 ${String(index % 10_000).padStart(4, '0')}`,
    'Hanoi',
    'Vietnam',
    'Career site',
    `2026-0${(index % 9) + 1}-1${index % 10}`,
    String(index % 100),
    `https://cv.example.com/${index}.pdf`,
    'Met at the fair, wants to start in May',
  ];
}

async function makeFiles(folder: string, rowCount: number): Promise<void> {
  const rows = Array.from({ length: rowCount }, (_, index) => makeRow(index));
  await writeFile(join(folder, 'people.csv'), `${Papa.unparse([header, ...rows])}\r\n`);
  const stream = createWriteStream(join(folder, 'people.xlsx'));
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useSharedStrings: true });
  const sheet = workbook.addWorksheet('People');
  for (const cells of [header, ...rows]) sheet.addRow(cells).commit();
  await workbook.commit();
}

/** Each answers how many rows it has read. */
const readers: Readonly<Record<string, (bytes: Buffer, fileName: string) => Promise<number>>> = {
  'checked rows': async (bytes, fileName) => {
    const opened = await openSpreadsheet({ fileName, bytes: new Uint8Array(bytes) });
    const sheet = bestSheet(opened);
    if (sheet === null) throw new Error('No sheet was read.');
    const table = findTable(sheet);
    return prepareRows({ table, mapping: proposeMapping(table).mapping }).rows.length + 1;
  },
  'reading alone': async (bytes, fileName) =>
    (await openSpreadsheet({ fileName, bytes: new Uint8Array(bytes) })).sheets[0]?.rows.length ?? 0,
  exceljs: async (bytes) => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes as unknown as Parameters<typeof workbook.xlsx.load>[0]);
    return workbook.worksheets[0]?.rowCount ?? 0;
  },
  'read-excel-file': async (bytes) => (await readSheet(bytes)).length,
  hucre: async (bytes) => (await readXlsx(new Uint8Array(bytes))).sheets[0]?.rows.length ?? 0,
  papaparse: async (bytes) => Papa.parse(bytes.toString('utf8'), { skipEmptyLines: true }).data.length,
};

async function measure(name: string, path: string): Promise<void> {
  const read = readers[name];
  if (read === undefined) throw new Error(`There is no reader "${name}".`);
  const bytes = readFileSync(path);
  const startedAtMs = performance.now();
  const rowCount = await read(bytes, path);
  const tookMs = performance.now() - startedAtMs;
  const peakMb = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(`${JSON.stringify({ tookMs, rowCount, peakMb })}\n`);
}

const [command = '', path = '', rowCount] = process.argv.slice(2);
await (command === 'make' ? makeFiles(path, Number(rowCount)) : measure(command, path));
