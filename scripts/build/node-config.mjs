/**
 * Vite's settings for the programs that run outside the page: one CommonJS file each, everything inlined but what
 * can't be. Left readable, so that a stack trace names real functions.
 */
import { basename } from 'node:path';
import { inRepo } from '../setup/places.mjs';
import { MAIN_EXTERNALS, OLDEST_CHROMIUM_TARGET, OLDEST_NODE_TARGET } from './targets.mjs';

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
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    ssr: { noExternal: true, external: isPreload ? ['electron'] : MAIN_EXTERNALS, target: 'node' },
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
