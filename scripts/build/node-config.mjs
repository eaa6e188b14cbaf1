/**
 * Vite's settings for the programs that run outside the page: one CommonJS file each, everything inlined but what
 * can't be. Left readable, so that a stack trace names real functions.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { inRepo } from '../setup/places.mjs';
import { recordPackages } from './record-packages.mjs';
import { EXTERNALS, OLDEST_CHROMIUM_TARGET, OLDEST_NODE_TARGET } from './targets.mjs';

const { version } = JSON.parse(readFileSync(inRepo('package.json'), 'utf8'));

/**
 * @param {import('./targets.mjs').BuildTarget} target
 * @param {string} outputFolder absolute
 */
export function nodeConfig(target, outputFolder) {
  const isPreload = target.name === 'preload';
  return {
    configFile: false,
    root: inRepo(),
    publicDir: false,
    logLevel: 'warn',
    plugins: [
      recordPackages(target.name),
      ...(withoutElectron.includes(target.name) ? [refuseElectron] : []),
    ],
    define: {
      'process.env.NODE_ENV': JSON.stringify('production'),
      'process.env.FLOWMINGO_BATCH_VERSION': JSON.stringify(version),
    },
    ssr: { noExternal: true, external: EXTERNALS[target.name], target: 'node' },
    build: {
      ssr: inRepo(target.entry),
      target: isPreload ? [OLDEST_CHROMIUM_TARGET, OLDEST_NODE_TARGET] : OLDEST_NODE_TARGET,
      outDir: outputFolder,
      emptyOutDir: true,
      minify: false,
      sourcemap: false,
      rolldownOptions: {
        output: { format: 'cjs', entryFileNames: basename(target.output), codeSplitting: false },
      },
    },
  };
}

/** They run on plain Node, or on a thread that has no Electron; an import of it anywhere below them stops the build. */
const withoutElectron = ['cli', 'snapshot-worker', 'backup-worker'];

const refuseElectron = {
  name: 'refuse-electron',
  enforce: 'pre',
  resolveId(id, importer) {
    if (id === 'electron') this.error(`${importer} imports Electron, which must not be needed here.`);
  },
};
