/**
 * npm run bench: set-up of what the measurements need, then test/perf/bench.mjs on Node 24.
 */
import { setUpBuild } from './build/set-up-build.mjs';
import { inRepo, node24Path } from './setup/places.mjs';
import { runShown } from './setup/run-program.mjs';
import { failWith, makeSpeaker } from './setup/say.mjs';
import { setUpTools } from './setup/set-up.mjs';

async function main() {
  await setUpTools();
  await makeSpeaker(process.stdout).step('set-up: build', () => setUpBuild(['cli']));
  process.exitCode = await runShown(node24Path, [
    inRepo('test', 'perf', 'bench.mjs'),
    ...process.argv.slice(2),
  ]);
}

await main().catch((error) => failWith(error));
