/**
 * npm run screenshots [-- STORY…]: takes the pictures of every screen for the docs, in the app's own window. Each file of
 * test/pictures/ is one story, and a name (or a part of one) takes only that. A picture is replaced only where somebody
 * would see a difference. FLOWMINGO_PICTURES=FOLDER puts them elsewhere, each also dark, small and at twice the text's size.
 */
import { withInvisibleDesktop } from './desktop/invisible-desktop.mjs';
import { inRepo, node24Path, toolEnv } from './setup/places.mjs';
import { runShown } from './setup/run-program.mjs';
import { failWith, ScriptError } from './setup/say.mjs';
import { setUpEverything } from './setup/set-up.mjs';

/** All stories take about four minutes; a stuck one must not hold a terminal for ever. */
const PICTURES_TIMEOUT_MS = 1_200_000;

async function main() {
  await setUpEverything();
  const playwright = inRepo('node_modules', '@playwright', 'test', 'cli.js');
  const exitCode = await withInvisibleDesktop(toolEnv(), (env) =>
    runShown(
      node24Path,
      [playwright, 'test', '--config', inRepo('pictures.config.ts'), ...process.argv.slice(2)],
      { env, timeoutMs: PICTURES_TIMEOUT_MS },
    ),
  );
  if (exitCode !== 0)
    throw new ScriptError(
      'A story did not reach its end. The pictures that it did not take are as they were.',
    );
}

await main().catch((error) => failWith(error));
