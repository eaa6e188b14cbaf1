/**
 * The four things that are built, what each is made of, and where it goes.
 */

/** Electron's own Node in the oldest runtime that the app must work in, and the Chromium of the same one. */
export const OLDEST_NODE_TARGET = 'node16.17';
export const OLDEST_CHROMIUM_TARGET = 'chrome108';

/** Never bundled: Electron brings the first; the other two load their own binaries. */
export const MAIN_EXTERNALS = ['electron', '@photostructure/sqlite', '@napi-rs/keyring'];

/**
 * @typedef {'renderer' | 'main' | 'preload' | 'cli'} TargetName
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
  { name: 'cli', entry: 'electron/cli/cli.ts', folders: ['electron', 'shared'], output: 'dist/cli/cli.cjs' },
];
