import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** A unit test that needs longer than this is no unit test; the room is for a busy machine. */
const UNIT_TIMEOUT_MS = 10_000;
/** Real servers, databases and processes, some of them killed and started again. */
const PROCESS_TIMEOUT_MS = 90_000;

const filesOf = (folder: string) => [`test/${folder}/**/*.test.{ts,tsx}`];

export default defineConfig({
  test: {
    passWithNoTests: false,
    // Processes and servers are waited for more than computed with, so two files at a time do well on two cores.
    maxWorkers: Math.max(2, availableParallelism()),
    allowOnly: false,
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: filesOf('unit'),
          exclude: filesOf('unit/renderer'),
          testTimeout: UNIT_TIMEOUT_MS,
        },
      },
      {
        extends: true,
        test: {
          name: 'unit-renderer',
          environment: 'jsdom',
          include: filesOf('unit/renderer'),
          testTimeout: UNIT_TIMEOUT_MS,
        },
      },
      {
        extends: true,
        test: {
          name: 'contract',
          environment: 'node',
          include: filesOf('contract'),
          testTimeout: UNIT_TIMEOUT_MS,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          environment: 'node',
          include: filesOf('integration'),
          testTimeout: PROCESS_TIMEOUT_MS,
          hookTimeout: PROCESS_TIMEOUT_MS,
        },
      },
      {
        extends: true,
        test: {
          name: 'security',
          environment: 'node',
          include: filesOf('security'),
          testTimeout: PROCESS_TIMEOUT_MS,
          hookTimeout: PROCESS_TIMEOUT_MS,
        },
      },
    ],
  },
});
