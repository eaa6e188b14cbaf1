/**
 * npm run --silent cli -- COMMAND...: the command line, in this very process, so that input, signals and the exit code
 * are the command's own. Set-up happens only when something is missing and speaks on stderr.
 */
import { createRequire } from 'node:module';
import { inRepo } from './setup/places.mjs';
import { failWith } from './setup/say.mjs';
import { setUpCommandLine } from './setup/set-up.mjs';

try {
  await setUpCommandLine();
  const program = inRepo('dist', 'cli', 'cli.cjs');
  process.argv.splice(1, 1, program);
  createRequire(import.meta.url)(program);
} catch (error) {
  failWith(error);
}
