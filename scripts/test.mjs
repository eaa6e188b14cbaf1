/**
 * npm test [-- SUITE...]: set-up, then every suite with a closing line each. Fails when any test fails, when a suite
 * ran no test, and when something that a test needs is missing. `-- SUITE FILE...` runs single files of one suite.
 */
import { withInvisibleDesktop } from './desktop/invisible-desktop.mjs';
import { readRuntimeRecord, toRuntimeSentence } from './setup/electron-runtime.mjs';
import { inRepo, node24Path, toolEnv } from './setup/places.mjs';
import { runQuietly, runShown } from './setup/run-program.mjs';
import { failWith, ScriptError } from './setup/say.mjs';
import { setUpEverything } from './setup/set-up.mjs';
import { DESKTOP_SUITES, runSuite, SUITES } from './testing/run-suite.mjs';

async function main() {
  const { suites, extra } = readArguments(process.argv.slice(2));
  await setUpEverything();
  await sayRuntime();

  const faults = [];
  const run = async (names, env) => {
    for (const name of names) {
      process.stdout.write(`\n== ${name} ==\n`);
      const fault = await runSuite(name, env, extra);
      if (fault) faults.push(fault);
    }
  };
  await run(
    suites.filter((name) => !DESKTOP_SUITES.includes(name)),
    toolEnv(),
  );
  const desktopSuites = suites.filter((name) => DESKTOP_SUITES.includes(name));
  if (desktopSuites.length > 0) await withInvisibleDesktop(toolEnv(), (env) => run(desktopSuites, env));

  if (suites.length === SUITES.length) {
    process.stdout.write('\n');
    if ((await runShown(node24Path, [inRepo('scripts', 'checks-of-26.mjs')])) !== 0)
      faults.push('security checks: one of the 26 failed');
  }
  if (faults.length > 0)
    throw new ScriptError(`Not everything passed:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  process.stdout.write('\nEverything passed.\n');
}

function readArguments(args) {
  const suites = args.filter((arg) => SUITES.includes(arg));
  const extra = args.filter((arg) => !SUITES.includes(arg));
  if (extra.length > 0 && suites.length !== 1) {
    throw new ScriptError(`Name one suite before ${extra.join(' ')}: ${SUITES.join(', ')}.`);
  }
  return { suites: suites.length > 0 ? SUITES.filter((name) => suites.includes(name)) : SUITES, extra };
}

async function sayRuntime() {
  const node = (await runQuietly('node', ['--version'])).stdout.trim();
  process.stdout.write(
    `\nThe tests run on Node ${node.slice(1)} and ${toRuntimeSentence(readRuntimeRecord())}.\n`,
  );
}

await main().catch((error) => failWith(error));
