/**
 * From the bytes of a large file to checked rows, beside the time that ready-made readers take for reading alone.
 * Each measurement is a process of its own, the readers take turns, and medians are compared: ratios carry over to other
 * machines, milliseconds do not.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { median, printTable } from './tables.mjs';

/** Reader → the same word as in read-and-check.ts; the first of each list is 1.00. */
const files = [
  { name: 'people.xlsx', readers: ['exceljs', 'read-excel-file', 'hucre', 'checked rows'] },
  { name: 'people.csv', readers: ['papaparse', 'checked rows'] },
];
/** exceljs takes up to 2 GB for such a file. */
const heapMb = 3072;

/** @param {{ root: string, rowCount: number, rounds: number }} options */
export async function benchReading({ root, rowCount, rounds }) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const program = await buildProgram(root);
    const runProgram = (...words) =>
      execFileSync(process.execPath, [`--max-old-space-size=${heapMb}`, program, ...words], {
        encoding: 'utf8',
      });
    runProgram('make', folder, String(rowCount));
    for (const { name, readers } of files) {
      const taken = new Map(readers.map((reader) => [reader, []]));
      for (let round = 0; round < rounds; round += 1) {
        for (const reader of readers)
          taken.get(reader).push(JSON.parse(runProgram(reader, join(folder, name))));
      }
      printReading(name, rowCount, rounds, taken);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function buildProgram(root) {
  const outDir = join(root, 'dist', 'bench');
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    build: {
      ssr: join(root, 'test', 'perf', 'read-and-check.ts'),
      outDir,
      emptyOutDir: true,
      target: 'node20',
    },
  });
  return join(outDir, 'read-and-check.js');
}

function printReading(name, rowCount, rounds, taken) {
  const [reference] = taken.keys();
  const referenceMs = median(taken.get(reference).map(({ tookMs }) => tookMs));
  const rows = [...taken].map(([reader, results]) => {
    const tookMs = median(results.map((result) => result.tookMs));
    const wrong = results.find((result) => result.rowCount !== rowCount + 1);
    if (wrong !== undefined)
      throw new Error(`${reader} read ${wrong.rowCount} rows of ${name} instead of ${rowCount + 1}.`);
    return [
      reader === 'checked rows' ? 'Flowmingo Batch, to checked rows' : `${reader}, reading alone`,
      (tookMs / referenceMs).toFixed(2),
      `${Math.round(tookMs)} ms`,
      `${Math.round(median(results.map(({ peakMb }) => peakMb)))} MB`,
    ];
  });
  printTable(
    `${name}, ${rowCount.toLocaleString('en')} rows × 12, medians of ${rounds}`,
    ['', 'ratio', 'time', 'peak memory'],
    rows,
  );
}
