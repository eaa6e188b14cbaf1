/**
 * The six things that are built, what each is made of, and where it goes.
 */

/** Electron's own Node in the oldest runtime that the app must work in, and the Chromium of the same one. */
export const OLDEST_NODE_TARGET = 'node16.17';
export const OLDEST_CHROMIUM_TARGET = 'chrome108';

/** Never bundled: Electron itself, and two packages that load binaries of their own. */
export const NATIVE_PACKAGES = ['@photostructure/sqlite', '@napi-rs/keyring'];

/** What the built file of each target may still load at run time, beside Node's own modules. */
export const EXTERNALS = {
  main: ['electron', ...NATIVE_PACKAGES],
  preload: ['electron'],
  cli: NATIVE_PACKAGES,
  'snapshot-worker': NATIVE_PACKAGES,
  'backup-worker': NATIVE_PACKAGES,
};

/**
 * @typedef {'renderer' | 'main' | 'preload' | 'cli' | 'snapshot-worker' | 'backup-worker'} TargetName
 * @typedef {{ name: TargetName, entry: string, folders: string[], output: string }} BuildTarget
 */

/** @type {BuildTarget[]} */
export const BUILD_TARGETS = [
  {
    name: 'renderer',
    entry: 'renderer/index.html',
    folders: ['renderer', 'shared'],
    output: 'dist/renderer',
  },
  {
    name: 'main',
    entry: 'electron/main.ts',
    folders: ['electron', 'shared'],
    output: 'dist/electron/main.cjs',
  },
  {
    name: 'preload',
    entry: 'electron/preload.ts',
    folders: ['electron', 'shared'],
    output: 'dist/electron/preload.cjs',
  },
  {
    name: 'cli',
    entry: 'scripts/build/cli-entry.ts',
    folders: ['electron', 'shared'],
    output: 'dist/cli/cli.cjs',
  },
  {
    name: 'snapshot-worker',
    entry: 'electron/store/snapshot-worker.ts',
    folders: ['electron', 'shared'],
    output: 'dist/electron/snapshot-worker.cjs',
  },
  {
    name: 'backup-worker',
    entry: 'electron/backup/backup-worker.ts',
    folders: ['electron', 'shared'],
    output: 'dist/electron/backup-worker.cjs',
  },
];
