/**
 * Vite's settings for the window's page and its worker: plain files that a strict content security policy lets
 * through, so no inline script, no inline asset and no polyfill.
 */
import react from '@vitejs/plugin-react';
import { inRepo } from '../setup/places.mjs';
import { recordPackages } from './record-packages.mjs';
import { OLDEST_CHROMIUM_TARGET } from './targets.mjs';

/** @param {string} outputFolder absolute */
export function rendererConfig(outputFolder) {
  const recorder = recordPackages('renderer');
  return {
    configFile: false,
    root: inRepo('renderer'),
    base: './',
    publicDir: false,
    logLevel: 'warn',
    plugins: [react(), recorder],
    worker: { format: 'es', plugins: () => [recorder] },
    build: {
      target: OLDEST_CHROMIUM_TARGET,
      cssTarget: OLDEST_CHROMIUM_TARGET,
      outDir: outputFolder,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      sourcemap: false,
      reportCompressedSize: false,
      // The page is loaded from disk, so one large file costs nothing.
      chunkSizeWarningLimit: 4000,
    },
  };
}
