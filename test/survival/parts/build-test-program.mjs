/**
 * Bundles a program of test/survival/programs as the product's own are bundled.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { nodeConfig } from '../../../scripts/build/node-config.mjs';
import { inRepo } from '../../../scripts/setup/places.mjs';

/**
 * @param {string} name of the file in test/survival/programs, without its ending
 * @returns {Promise<{ path: string, remove: () => void }>} the built program, and what takes it away
 */
export async function buildTestProgram(name) {
  // Beside the repository's own modules, so that the native package is found.
  const folder = mkdtempSync(inRepo('node_modules', '.survival-'));
  const target = {
    name: 'cli',
    entry: `test/survival/programs/${name}.ts`,
    folders: [],
    output: `${name}.cjs`,
  };
  await build(nodeConfig(target, folder));
  return {
    path: join(folder, `${name}.cjs`),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
