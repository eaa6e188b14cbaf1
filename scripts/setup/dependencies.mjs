/**
 * Installs what package-lock.json names, and only when it is not there yet. No package's install script runs.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { inRepo } from './places.mjs';
import { runOrThrow } from './run-program.mjs';

/** npm ci of a cold machine takes under a minute; ten leave room for a slow line. */
const INSTALL_TIMEOUT_MS = 600_000;

/** @returns {Promise<import('./say.mjs').StepOutcome>} */
export async function setUpDependencies() {
  const lockText = readFileSync(inRepo('package-lock.json'), 'utf8');
  const stampPath = inRepo('node_modules', '.flowmingo-lock-sha256');
  const lockHash = createHash('sha256').update(lockText).digest('hex');
  if (existsSync(stampPath) && readFileSync(stampPath, 'utf8') === lockHash) {
    return { kind: 'nothing-to-do', sentence: 'already installed' };
  }
  const installedPath = inRepo('node_modules', '.package-lock.json');
  if (
    existsSync(installedPath) &&
    isSameInstall(JSON.parse(lockText), JSON.parse(readFileSync(installedPath, 'utf8')))
  ) {
    writeFileSync(stampPath, lockHash);
    return { kind: 'nothing-to-do', sentence: 'already installed' };
  }
  await runOrThrow(
    'Installing the dependencies',
    'npm',
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund'],
    {
      timeoutMs: INSTALL_TIMEOUT_MS,
      shell: process.platform === 'win32',
    },
  );
  writeFileSync(stampPath, lockHash);
  return { kind: 'done', sentence: 'installed with npm ci --ignore-scripts' };
}

/**
 * Whether npm's own note of what lies in node_modules says the same as the lockfile: same places, same versions.
 * Optional packages may be missing: they are for other platforms.
 */
export function isSameInstall(lock, installed) {
  const wanted = Object.entries(lock.packages ?? {}).filter(([place]) => place !== '');
  const present = installed.packages ?? {};
  const allThere = wanted.every(([place, wantedPackage]) => {
    const found = present[place];
    return found ? found.version === wantedPackage.version : wantedPackage.optional === true;
  });
  return allThere && Object.keys(present).every((place) => place in lock.packages);
}
