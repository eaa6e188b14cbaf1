/**
 * npm run bench: how fast a run sends, how fast large files become checked rows, how fast a pipeline is read and exported, as ratios.
 * A busy machine shifts milliseconds, and hardly ratios. `-- runs reading snapshots export` performs only these.
 * BENCH_ROWS (100000), BENCH_RUN_ROWS (2000, twice as many for 16 in flight), BENCH_SNAPSHOT_ROWS (50000) and BENCH_ROUNDS (3) change the size.
 */
import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { benchExport } from './export-bench.mjs';
import { benchReading } from './reading-bench.mjs';
import { benchRuns } from './run-bench.mjs';
import { benchSnapshots } from './snapshot-bench.mjs';

const root = resolve(import.meta.dirname, '../..');
const sizeOf = (name, usual) => Number(process.env[name] ?? usual);
const rounds = sizeOf('BENCH_ROUNDS', 3);

execFileSync(process.execPath, [join(root, 'scripts', 'build.mjs'), 'cli'], { cwd: root, stdio: 'inherit' });
const benches = {
  runs: () => benchRuns({ root, rowCount: sizeOf('BENCH_RUN_ROWS', 2000), rounds }),
  reading: () => benchReading({ root, rowCount: sizeOf('BENCH_ROWS', 100_000), rounds }),
  snapshots: () => benchSnapshots({ root, rowCount: sizeOf('BENCH_SNAPSHOT_ROWS', 50_000), rounds }),
  export: () => benchExport({ root, rowCount: sizeOf('BENCH_ROWS', 100_000), rounds }),
};
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0)
  throw new Error(`There is no ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`);
for (const [name, bench] of Object.entries(benches))
  if (asked.length === 0 || asked.includes(name)) await bench();
