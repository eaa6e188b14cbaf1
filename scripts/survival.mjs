/**
 * npm run survival [-- EXPERIMENT...]: set-up, then the survival experiments at full size. `npm run test:survival` has
 * the same ones at the size of CI.
 */
import { withInvisibleDesktop } from './desktop/invisible-desktop.mjs';
import { toolEnv } from './setup/places.mjs';
import { failWith, ScriptError } from './setup/say.mjs';
import { setUpEverything } from './setup/set-up.mjs';
import { runSuite } from './testing/run-suite.mjs';

/** 200 kills alone take half an hour on two cores. */
const FULL_SIZE_TIMEOUT_MS = 3 * 3_600_000;

async function main() {
  await setUpEverything();
  const extra = ['--size', 'full', ...process.argv.slice(2)];
  const fault = await withInvisibleDesktop(toolEnv(), (env) =>
    runSuite('survival', env, extra, FULL_SIZE_TIMEOUT_MS),
  );
  if (fault) throw new ScriptError(fault);
}

await main().catch((error) => failWith(error));
