/**
 * Reading large files, beside the time that ready-made readers take, in Node and in Chromium's Web Worker; and from their
 * bytes to checked rows. Each measurement is a process of its own, the readers take turns, and medians are compared:
 * ratios carry over to other machines, milliseconds do not.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { hasChromium, withChromium } from './chromium-reading.mjs';
import { median, printTable } from './tables.mjs';

/** exceljs takes up to 2 GB for such a file, and 4 GB to write the largest one. */
const heapMb = 6144;
/** Excel's last row: so many people and a header. */
const fullSheetRows = 1_048_576;

const names = {
  'reading alone': 'Flowmingo Batch, reading alone',
  'checked rows': 'Flowmingo Batch, to checked rows',
};

/** The size that the bars speak of. */
const fullSizeRows = 100_000;

/** What reading is held to; `betterOf` are the readers of which the faster counts. */
const bars = [
  { what: 'time', betterOf: ['exceljs'], most: 0.2 },
  { what: 'time', betterOf: ['read-excel-file', 'hucre'], most: 0.45 },
  { what: 'memory', betterOf: ['exceljs'], most: 0.4 },
];

/** Readers in Python that print what they took, as a yardstick where they are installed. */
const pythonReaders = {
  'python-calamine (Rust)':
    'from python_calamine import CalamineWorkbook as W\nn = len(W.from_path(path).get_sheet_by_index(0).to_python())',
  'polars (Rust)': 'import polars\nn = polars.read_excel(path).height + 1',
};

/** @param {{ root: string, rowCount: number, rounds: number, isWithFullSheet: boolean }} options */
export async function benchReading({ root, rowCount, rounds, isWithFullSheet }) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const workbook = join(folder, 'people.xlsx');
  const text = join(folder, 'people.csv');
  const size = { rowCount: rowCount + 1, rounds };
  try {
    const program = await buildProgram(root);
    const runProgram = (...words) =>
      execFileSync(process.execPath, [`--max-old-space-size=${heapMb}`, program, ...words], {
        encoding: 'utf8',
      });
    const inNode = async (reader, path) =>
      reader in pythonReaders ? runPython(pythonReaders[reader], path) : JSON.parse(runProgram(reader, path));
    runProgram('make', folder, String(rowCount));
    const yardsticks = Object.keys(pythonReaders).filter((reader) =>
      runPython(pythonReaders[reader], workbook),
    );

    const usual = ['exceljs', 'read-excel-file', 'hucre', 'reading alone'];
    const taken = await takeTurns([...usual, 'checked rows', ...yardsticks], workbook, size, inNode);
    printReading('people.xlsx in Node', size, taken);
    printBars(size, taken);
    printReading(
      'people.csv in Node',
      size,
      await takeTurns(['papaparse', 'reading alone', 'checked rows'], text, size, inNode),
    );

    if (isWithFullSheet) runProgram('make-workbook', join(folder, 'full.xlsx'), String(fullSheetRows - 1));
    const full = { rowCount: fullSheetRows, rounds: 1 };
    if (isWithFullSheet)
      printReading(
        'full.xlsx in Node',
        full,
        await takeTurns(['reading alone'], join(folder, 'full.xlsx'), full, inNode),
      );
    if (!hasChromium()) return;
    await withChromium(root, async (inChromium) => {
      // read-excel-file unpacks in a worker made of a blob, which the policy forbids: it never answers.
      const there = await takeTurns(['exceljs', 'hucre', 'reading alone'], workbook, size, inChromium);
      printReading('people.xlsx in Chromium’s Web Worker', size, there);
      printBars(size, there);
      if (isWithFullSheet)
        printReading(
          'full.xlsx in Chromium’s Web Worker',
          full,
          await takeTurns(['reading alone'], join(folder, 'full.xlsx'), full, inChromium),
        );
    });
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

/** Null where Python or the reader is not there. */
function runPython(lines, path) {
  const source = `import sys, time, json, resource\npath = sys.argv[1]\nstarted = time.perf_counter()\n${lines}
took = (time.perf_counter() - started) * 1000
print(json.dumps({"tookMs": took, "rowCount": n, "peakMb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))`;
  const { status, stdout } = spawnSync('python3', ['-c', source, path], { encoding: 'utf8' });
  return status === 0 ? JSON.parse(stdout) : null;
}

/** Every reader once, then every reader again: what slows the machine down for a while slows all of them. */
async function takeTurns(readers, path, { rowCount, rounds }, measure) {
  const taken = new Map(readers.map((reader) => [reader, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const reader of readers) {
      const result = await measure(reader, path);
      if (result.rowCount !== rowCount)
        throw new Error(`${reader} read ${result.rowCount} rows of ${path} instead of ${rowCount}.`);
      taken.get(reader).push(result);
    }
  }
  return taken;
}

const tookMsOf = (taken, reader) => median(taken.get(reader).map(({ tookMs }) => tookMs));
const peakMbOf = (taken, reader) => median(taken.get(reader).map(({ peakMb }) => peakMb));

function printReading(title, { rowCount, rounds }, taken) {
  const [reference] = taken.keys();
  const rows = [...taken.keys()].map((reader) => [
    names[reader] ?? `${reader}, reading alone`,
    (tookMsOf(taken, reader) / tookMsOf(taken, reference)).toFixed(2),
    `${Math.round(tookMsOf(taken, reader))} ms`,
    `${Math.round(peakMbOf(taken, reader))} MB`,
  ]);
  printTable(
    `${title}, ${rowCount.toLocaleString('en')} rows × 12, medians of ${rounds}`,
    ['', 'ratio', 'time', 'peak memory'],
    rows,
  );
}

/** Reading alone against what it is held to: at full size only, where starting up is no part of the time. */
function printBars({ rowCount }, taken) {
  if (rowCount < fullSizeRows) return;
  const rows = bars.map(({ what, betterOf, most }) => {
    const of = what === 'time' ? tookMsOf : peakMbOf;
    const others = betterOf.filter((reader) => taken.has(reader));
    const ratio = of(taken, 'reading alone') / Math.min(...others.map((reader) => of(taken, reader)));
    return [
      `${what} beside ${others.join(' or ')}`,
      ratio.toFixed(2),
      most.toFixed(2),
      ratio <= most ? 'yes' : 'NO',
    ];
  });
  printTable('Reading alone', ['', 'ratio', 'at most', 'held'], rows);
}
