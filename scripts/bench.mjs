/**
 * npm run bench: set-up of everything, since one measurement is of the real window, then test/perf/bench.mjs on Node 24.
 */
import { inRepo, node24Path } from './setup/places.mjs';
import { runShown } from './setup/run-program.mjs';
import { failWith } from './setup/say.mjs';
import { setUpEverything } from './setup/set-up.mjs';

async function main() {
  await setUpEverything();
  process.exitCode = await runShown(node24Path, [
    inRepo('test', 'perf', 'bench.mjs'),
    ...process.argv.slice(2),
  ]);
}

await main().catch((error) => failWith(error));
