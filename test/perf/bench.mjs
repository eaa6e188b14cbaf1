/**
 * npm run bench: how fast a run sends, how fast large files become checked rows, alone and in the real window, as ratios:
 * a busy machine shifts milliseconds, and hardly ratios.
 * BENCH_ROWS (100000), BENCH_TEXT_ROWS (1000000), BENCH_RUN_ROWS (2000, twice as many for 16 in flight) and BENCH_ROUNDS (5)
 * change the size; BENCH_FULL_SHEET=0 leaves out the sheet of 1,048,576 rows. BENCH_ONLY=runs, reading, text, check,
 * snapshots, export, history or app does one part. BENCH_SNAPSHOT_ROWS (50000) are the applications of a snapshot, and its submissions.
 * BENCH_HISTORY_PEOPLE (1000) are the people of each of 200 runs.
 */
import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { benchApp } from './app-bench.mjs';
import { benchCheck } from './check-bench.mjs';
import { benchExport } from './export-bench.mjs';
import { benchHistory } from './history-bench.mjs';
import { benchReading } from './reading-bench.mjs';
import { benchRuns } from './run-bench.mjs';
import { benchSnapshots } from './snapshot-bench.mjs';
import { benchText } from './text-bench.mjs';

const root = resolve(import.meta.dirname, '../..');
const sizeOf = (name, usual) => Number(process.env[name] ?? usual);
const rounds = sizeOf('BENCH_ROUNDS', 5);

execFileSync(process.execPath, [join(root, 'scripts', 'build.mjs'), 'cli', 'snapshot-worker'], {
  cwd: root,
  stdio: 'inherit',
});
const only = process.env.BENCH_ONLY;
const isWanted = (part) => only === undefined || only === part;
if (isWanted('runs')) await benchRuns({ root, rowCount: sizeOf('BENCH_RUN_ROWS', 2000), rounds });
if (isWanted('reading')) {
  const isWithFullSheet = process.env.BENCH_FULL_SHEET !== '0';
  await benchReading({ root, rowCount: sizeOf('BENCH_ROWS', 100_000), rounds, isWithFullSheet });
}
if (isWanted('text')) await benchText({ root, rowCount: sizeOf('BENCH_TEXT_ROWS', 1_000_000), rounds });
if (isWanted('check')) await benchCheck({ root, rowCount: sizeOf('BENCH_ROWS', 100_000), rounds });
if (isWanted('snapshots'))
  await benchSnapshots({ root, rowCount: sizeOf('BENCH_SNAPSHOT_ROWS', 50_000), rounds });
if (isWanted('export')) await benchExport({ root, rowCount: sizeOf('BENCH_ROWS', 100_000), rounds });
if (isWanted('history'))
  await benchHistory({ root, peopleCount: sizeOf('BENCH_HISTORY_PEOPLE', 1000), rounds });
if (isWanted('app')) await benchApp({ root, rowCount: sizeOf('BENCH_ROWS', 100_000), rounds });
