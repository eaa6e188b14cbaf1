/**
 * npm run bench: how fast a run sends, and how fast large files become checked rows, as ratios. Nothing is judged here
 * but the run's 0.95: a busy machine shifts milliseconds, and hardly ratios.
 * BENCH_ROWS (100000), BENCH_TEXT_ROWS (1000000), BENCH_RUN_ROWS (2000, twice as many for 16 in flight) and BENCH_ROUNDS (3) change the size.
 */
import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { benchReading } from './reading-bench.mjs';
import { benchRuns } from './run-bench.mjs';
import { benchText } from './text-bench.mjs';

const root = resolve(import.meta.dirname, '../..');
const sizeOf = (name, usual) => Number(process.env[name] ?? usual);
const rounds = sizeOf('BENCH_ROUNDS', 3);

execFileSync(process.execPath, [join(root, 'scripts', 'build.mjs'), 'cli'], { cwd: root, stdio: 'inherit' });
await benchRuns({ root, rowCount: sizeOf('BENCH_RUN_ROWS', 2000), rounds });
await benchReading({ root, rowCount: sizeOf('BENCH_ROWS', 100_000), rounds });
await benchText({ root, rowCount: sizeOf('BENCH_TEXT_ROWS', 1_000_000), rounds });
