/**
 * Gathers the licenses of everything that is in the app into one file beside it, which the app shows under "About".
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRepo } from '../setup/places.mjs';
import { RECORDS_FOLDER } from './record-packages.mjs';
import { NATIVE_PACKAGES } from './targets.mjs';

/** What is in the app and in no bundle: the runtime, and the packages that load binaries of their own. */
const BESIDE_THE_BUNDLES = ['electron', ...NATIVE_PACKAGES].map((name) => `node_modules/${name}`);
/** What packages call their terms, whichever way they write it. */
const LICENSE_FILE = /^(licen[cs]e|copying)(\.(md|txt|mit|apache))?$/i;

export const LICENSES_FILE = inRepo('dist', 'electron', 'licenses.json');

/** @returns {number} how many packages are named in it */
export function writeLicenses() {
  const packages = new Map();
  for (const folder of [...BESIDE_THE_BUNDLES, ...readRecords()]) {
    const found = readPackage(folder);
    if (found !== undefined) packages.set(`${found.name} ${found.version}`, found);
  }
  const sorted = [...packages.values()].sort((one, other) => one.name.localeCompare(other.name, 'en'));
  mkdirSync(inRepo('dist', 'electron'), { recursive: true });
  writeFileSync(LICENSES_FILE, JSON.stringify({ packages: sorted }));
  return sorted.length;
}

function readRecords() {
  if (!existsSync(RECORDS_FOLDER)) return [];
  return readdirSync(RECORDS_FOLDER).flatMap((name) =>
    JSON.parse(readFileSync(join(RECORDS_FOLDER, name), 'utf8')),
  );
}

/** A folder without a name in its package.json is a part of a package, not one. */
function readPackage(folder) {
  const path = inRepo(folder, 'package.json');
  if (!existsSync(path)) return undefined;
  const { name, version, license } = JSON.parse(readFileSync(path, 'utf8'));
  if (typeof name !== 'string' || typeof version !== 'string') return undefined;
  const file = readdirSync(inRepo(folder)).find((entry) => LICENSE_FILE.test(entry));
  const text = file === undefined ? '' : readFileSync(inRepo(folder, file), 'utf8');
  return { name, version, license: typeof license === 'string' ? license : 'not named in the package', text };
}
