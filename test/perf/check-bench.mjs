/**
 * Checking every row with all rules, beside reading the same workbook: from the rows to their problems, in code that has not
 * run before, as after a drop. Each measurement is a process of its own, they take turns, and medians are compared.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { median, printTable } from './tables.mjs';

/** exceljs takes up to 2 GB for such a file. */
const heapMb = 3072;
/** What checking may take of the time that reading takes; of exceljs', so that a faster reader of ours does not move the bar. */
const mostOfExceljs = 0.15;

/** @param {{ root: string, rowCount: number, rounds: number }} options */
export async function benchCheck({ root, rowCount, rounds }) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-check-'));
  try {
    const program = await buildProgram(root);
    const run = (...words) =>
      execFileSync(process.execPath, [`--max-old-space-size=${heapMb}`, program, ...words], {
        encoding: 'utf8',
      });
    const file = join(folder, 'people.xlsx');
    run('make', file, String(rowCount));
    const taken = { exceljs: [], reading: [], check: [] };
    for (let round = 0; round < rounds; round += 1)
      for (const [name, results] of Object.entries(taken)) results.push(JSON.parse(run(name, file)));
    printCheck(rowCount, rounds, taken);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Builds what runs one measurement in a process of its own; answers its path. */
export async function buildProgram(root) {
  const outDir = join(root, 'dist', 'bench-check');
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    build: {
      ssr: join(root, 'test', 'perf', 'check-program.ts'),
      outDir,
      emptyOutDir: true,
      target: 'node20',
    },
  });
  return join(outDir, 'check-program.js');
}

function printCheck(rowCount, rounds, taken) {
  for (const results of Object.values(taken))
    for (const result of results)
      if (result.rowCount !== rowCount) throw new Error(`${result.rowCount} rows instead of ${rowCount}.`);
  const timeOf = (name) => median(taken[name].map(({ tookMs }) => tookMs));
  const exceljsMs = timeOf('exceljs');
  const editMs = median(taken.check.map((result) => result.editMs));
  const share = timeOf('check') / exceljsMs;
  const verdict = `at most ${mostOfExceljs} of exceljs and 1.00 of our reading: ${share <= mostOfExceljs && timeOf('check') <= timeOf('reading') ? 'reached' : 'NOT reached'}`;
  const row = (title, tookMs) => [
    title,
    (tookMs / exceljsMs).toFixed(3),
    (tookMs / timeOf('reading')).toFixed(2),
    `${tookMs.toFixed(2)} ms`,
  ];
  printTable(
    `Checking ${rowCount.toLocaleString('en')} rows × 5 fields, ${taken.check[0].problemCount.toLocaleString('en')} problems, medians of ${rounds}`,
    ['', 'of exceljs', 'of our reading', 'time'],
    [
      row('exceljs, reading alone', exceljsMs),
      row('Flowmingo Batch, reading alone', timeOf('reading')),
      row(`Flowmingo Batch, checking every row (${verdict})`, timeOf('check')),
      row('Flowmingo Batch, checking again after one edit', editMs),
    ],
  );
}
