/**
 * Notes which packages a build was made of, so that their licenses can go with the app.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRepo } from '../setup/places.mjs';

/** Where the lists lie, one for each target: it stays as it is while the target does. */
export const RECORDS_FOLDER = inRepo('dist', '.packages');

/**
 * A plugin that writes the folders of all packages that the build has read. Give the same one to a page and to its worker.
 *
 * @param {string} targetName
 */
export function recordPackages(targetName) {
  const folders = new Set();
  return {
    name: 'record-packages',
    generateBundle() {
      for (const id of this.getModuleIds()) {
        const folder = packageFolder(id);
        if (folder !== undefined) folders.add(folder);
      }
      mkdirSync(RECORDS_FOLDER, { recursive: true });
      writeFileSync(join(RECORDS_FOLDER, `${targetName}.json`), JSON.stringify([...folders].sort()));
    },
  };
}

/** `…/node_modules/@mantine/core/esm/…` → `node_modules/@mantine/core`; nested ones keep their whole way. */
function packageFolder(id) {
  const path = id.replace(/^\0/, '').replaceAll('\\', '/');
  return /(node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
}
