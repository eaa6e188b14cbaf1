import type { EndableWorker } from './worker-client';

/** Starts the worker that opens files. A file of its own, so that the bundler finds it and tests need no worker. */
export function startSheetWorker(): EndableWorker {
  return new Worker(new URL('./sheet-worker.ts', import.meta.url), { type: 'module', name: 'sheet' });
}
