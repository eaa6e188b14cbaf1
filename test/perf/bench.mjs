/**
 * npm run bench: how fast a run sends, how fast large files become checked rows, alone and in the real window, as ratios:
 * a busy machine shifts milliseconds, and hardly ratios.
 * BENCH_ROWS (100000), BENCH_RUN_ROWS (2000, twice as many for 16 in flight) and BENCH_ROUNDS (3) change the size.
 */
import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { benchApp } from './app-bench.mjs';
import { benchCheck } from './check-bench.mjs';
import { benchReading } from './reading-bench.mjs';
import { benchRuns } from './run-bench.mjs';

const root = resolve(import.meta.dirname, '../..');
const sizeOf = (name, usual) => Number(process.env[name] ?? usual);
const rounds = sizeOf('BENCH_ROUNDS', 3);

execFileSync(process.execPath, [join(root, 'scripts', 'build.mjs'), 'cli'], { cwd: root, stdio: 'inherit' });
await benchRuns({ root, rowCount: sizeOf('BENCH_RUN_ROWS', 2000), rounds });
await benchCheck({ root, rowCount: sizeOf('BENCH_ROWS', 100_000), rounds });
await benchApp({ root, rowCount: sizeOf('BENCH_ROWS', 100_000), rounds });
await benchReading({ root, rowCount: sizeOf('BENCH_ROWS', 100_000), rounds });
