/**
 * Node 24 for everything that the npm scripts run: the binary that the `node` dependency's own installer fetches from
 * the package registry. `npm ci --ignore-scripts` left that installer out, so it runs here.
 */
import { existsSync, readFileSync } from 'node:fs';
import { inRepo, node24Path } from './places.mjs';
import { runOrThrow, runQuietly } from './run-program.mjs';
import { ScriptError } from './say.mjs';

/** A 50 MB package; five minutes leave room for a slow line. */
const INSTALL_TIMEOUT_MS = 300_000;

/** @returns {Promise<import('./say.mjs').StepOutcome>} */
export async function setUpNode24() {
  const wanted = `v${JSON.parse(readFileSync(inRepo('node_modules', 'node', 'package.json'), 'utf8')).version}`;
  if ((await installedVersion()) === wanted)
    return { kind: 'nothing-to-do', sentence: `${wanted} already there` };
  await runOrThrow(
    'Fetching Node 24',
    'npm',
    ['rebuild', 'node', '--ignore-scripts=false', '--foreground-scripts'],
    {
      timeoutMs: INSTALL_TIMEOUT_MS,
      shell: process.platform === 'win32',
    },
  );
  const found = await installedVersion();
  if (found !== wanted) {
    throw new ScriptError(
      `Node ${wanted} should now be at ${node24Path}, but ${found ? `${found} is` : 'nothing runs'} there.`,
    );
  }
  return { kind: 'done', sentence: `${wanted} fetched` };
}

async function installedVersion() {
  if (!existsSync(node24Path)) return undefined;
  return (await runQuietly(node24Path, ['--version'])).stdout.trim();
}
