/**
 * Looks at a packaged app as a stranger would: which fuses are burnt into its program, and what its archive holds.
 */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listPackage } from '@electron/asar';
import fuses from '@electron/fuses';
import { NATIVE_PACKAGES } from '../build/targets.mjs';

/** The fuse wire is text inside the program: a character for each fuse. */
const FUSE_OFF = '0'.charCodeAt(0);
const FUSE_ON = '1'.charCodeAt(0);

/** What a shipped copy must have; electron-builder.yml sets it. */
const WANTED_FUSES = {
  RunAsNode: false,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  GrantFileProtocolExtraPrivileges: false,
  EnableCookieEncryption: true,
  OnlyLoadAppFromAsar: true,
  EnableEmbeddedAsarIntegrityValidation: true,
};

/** The two native packages, the binary that one of them brings for each system, and what finds the other's. */
const WANTED_PACKAGES = [...NATIVE_PACKAGES, '@napi-rs/keyring-*', 'node-gyp-build'];
const WANTED_FOLDERS = ['dist/electron', 'dist/renderer', 'dist/cli'];

/**
 * Everything that is wrong with a packaged app, in sentences.
 *
 * @param {string} program its path
 * @param {string[]} missing fuses, by Electron's names, that its Electron does not have
 */
export async function findPackageFaults(program, missing = []) {
  const wire = await fuses.getCurrentFuseWire(program);
  const resources =
    process.platform === 'darwin'
      ? join(program, '..', '..', 'Resources')
      : join(dirname(program), 'resources');
  const faults = findFuseFaults((name) => wire[fuses.FuseV1Options[name]], missing);
  if (existsSync(join(resources, 'default_app.asar')))
    faults.push('It holds default_app.asar, which only development needs.');
  return [...faults, ...findArchiveFaults(listPackage(join(resources, 'app.asar'), { isPack: false }))];
}

/** @param {(name: string) => number | undefined} stateOf a fuse @param {string[]} missing */
export function findFuseFaults(stateOf, missing) {
  return Object.entries(WANTED_FUSES)
    .filter(([name]) => !missing.includes(name))
    .filter(([name, isOn]) => stateOf(name) !== (isOn ? FUSE_ON : FUSE_OFF))
    .map(([name, isOn]) => `The fuse ${name} should be ${isOn ? 'on' : 'off'}.`);
}

/** @param {string[]} entries of the archive, with a leading slash (or backslash) each */
export function findArchiveFaults(entries) {
  const paths = entries.map((entry) => entry.replaceAll('\\', '/').slice(1));
  const faults = paths
    .filter((path) => !isWanted(path))
    .map((path) => `Its archive holds ${path}, which nobody needs there.`);
  for (const file of [
    'dist/electron/main.cjs',
    'dist/electron/preload.cjs',
    'dist/electron/snapshot-worker.cjs',
    'dist/electron/backup-worker.cjs',
    'dist/renderer/index.html',
    'package.json',
  ]) {
    if (!paths.includes(file)) faults.push(`Its archive lacks ${file}.`);
  }
  return faults;
}

function isWanted(path) {
  if (/\.(map|ts|tsx)$|(^|\/)(\.env[^/]*|tests?|__tests__)(\/|$)|\.test\./.test(path)) return false;
  if (path === 'package.json' || path === 'dist' || path === 'node_modules') return true;
  const isUnder = (folder) =>
    path === folder || path.startsWith(`${folder}/`) || folder.startsWith(`${path}/`);
  if (WANTED_FOLDERS.some(isUnder)) return true;
  return WANTED_PACKAGES.some((name) =>
    name.endsWith('*')
      ? path.startsWith(`node_modules/${name.slice(0, -1)}`)
      : isUnder(`node_modules/${name}`),
  );
}
