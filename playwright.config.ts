import { defineConfig } from '@playwright/test';

/** One story through the whole app, on two cores and a software-rendered screen. */
const STORY_TIMEOUT_MS = 180_000;
/** An expectation waits for a signal from a busy machine, not for a fixed time. */
const EXPECT_TIMEOUT_MS = 15_000;

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.test.ts',
  outputDir: 'test-results/e2e',
  // A story mostly waits (for a hold, a pause, an answer), and each has a desktop and a data folder of its own.
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  timeout: STORY_TIMEOUT_MS,
  expect: { timeout: EXPECT_TIMEOUT_MS },
  reporter: [['list'], ['json', { outputFile: process.env.FLOWMINGO_E2E_REPORT ?? 'test-results/e2e.json' }]],
});
