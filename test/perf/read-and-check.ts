// One measurement in a process of its own: `make FOLDER ROWS` writes the two files, `make-workbook FILE ROWS` one, `READER FILE` reads one and prints what it took.
import { createWriteStream, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { peopleHeader } from './made-people';
import { makeReaders } from './readers';

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

/** The files: `people.csv` and `people.xlsx`, in which dates are dates and scores are numbers. */
async function makeFiles(folder: string, rowCount: number): Promise<void> {
  const { default: Papa } = await import('papaparse');
  const rows = Array.from({ length: rowCount }, (_, index) => makeRow(index));
  await writeFile(join(folder, 'people.csv'), `${Papa.unparse([peopleHeader, ...rows])}\r\n`);
  await makeWorkbook(join(folder, 'people.xlsx'), rowCount);
}

async function makeWorkbook(path: string, rowCount: number): Promise<void> {
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: createWriteStream(path),
    useSharedStrings: true,
    useStyles: true,
  });
  const sheet = workbook.addWorksheet('People');
  sheet.columns = peopleHeader.map((name) => (name === 'Applied' ? { style: { numFmt: 'yyyy-mm-dd' } } : {}));
  sheet.addRow(peopleHeader).commit();
  for (let index = 0; index < rowCount; index++) {
    const cells = makeRow(index).map((text, column) =>
      peopleHeader[column] === 'Applied'
        ? new Date(text)
        : peopleHeader[column] === 'Score'
          ? Number(text)
          : text,
    );
    sheet.addRow(cells).commit();
  }
  await workbook.commit();
}

const readers = makeReaders(async () => {
  const { readSheet } = await import('read-excel-file/node');
  return (bytes) => readSheet(Buffer.from(bytes));
});

async function measure(name: string, path: string): Promise<void> {
  const read = await readers[name]?.();
  if (read === undefined) throw new Error(`There is no reader "${name}".`);
  const bytes = new Uint8Array(readFileSync(path));
  const startedAtMs = performance.now();
  const rowCount = await read(bytes, path);
  const tookMs = performance.now() - startedAtMs;
  const peakMb = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(`${JSON.stringify({ tookMs, rowCount, peakMb })}\n`);
}

const [command = '', path = '', rowCount] = process.argv.slice(2);
if (command === 'make') await makeFiles(path, Number(rowCount));
else if (command === 'make-workbook') await makeWorkbook(path, Number(rowCount));
else await measure(command, path);
