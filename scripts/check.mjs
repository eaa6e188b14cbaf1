/**
 * npm run check [-- STEP...]: everything that can be said about the sources without opening a window. Every step runs,
 * also after one has failed, so that one look shows all there is to mend.
 */
import { changesSince, readTreeState } from './check/tree-state.mjs';
import { inRepo, node24Path } from './setup/places.mjs';
import { runShown } from './setup/run-program.mjs';
import { failWith, ScriptError } from './setup/say.mjs';
import { setUpTools } from './setup/set-up.mjs';

const program =
  (path, ...args) =>
  async () => {
    const code = await runShown(node24Path, [inRepo(path), ...args]);
    return code === 0 ? undefined : `ended with ${code}`;
  };
const biome = (...args) => program('node_modules/@biomejs/biome/bin/biome', ...args);

/** Each step gives back what is wrong, or undefined. */
const STEPS = {
  format: biome('format', '.'),
  lint: biome('lint', '--error-on-warnings', '--max-diagnostics=100', '.'),
  imports: biome('check', '--formatter-enabled=false', '--linter-enabled=false', '.'),
  'house-rules': program('scripts/check/check-house-rules.mjs'),
  types: program('node_modules/typescript/bin/tsc', '--noEmit'),
  'dead-code': program('node_modules/knip/bin/knip.js', '--no-progress'),
};

async function main() {
  const named = process.argv.slice(2);
  const unknown = named.filter((name) => !(name in STEPS));
  if (unknown.length > 0) {
    throw new ScriptError(
      `There is no check called ${unknown.join(', ')}; there are ${Object.keys(STEPS).join(', ')}.`,
    );
  }
  await setUpTools();
  const before = await readTreeState();
  const faults = [];
  for (const [name, run] of Object.entries(STEPS)) {
    if (named.length > 0 && !named.includes(name)) continue;
    process.stdout.write(`\n== ${name} ==\n`);
    const fault = await run();
    if (fault) faults.push(`${name}: ${fault}`);
  }
  const changes = changesSince(before, await readTreeState());
  if (changes.length > 0) {
    const sentence = `clean tree: these files changed while the checks ran: ${changes.join(', ')}`;
    if (process.env.CI) faults.push(sentence);
    else process.stdout.write(`\nA warning here, a failure in CI: ${sentence}\n`);
  }
  if (faults.length > 0) {
    throw new ScriptError(`Not every check passed:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  }
  process.stdout.write('\nEvery check passed.\n');
}

await main().catch((error) => failWith(error));
