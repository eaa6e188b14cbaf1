import { defineConfig } from '@playwright/test';

/** The longest story waits out a pause that Flowmingo asks for; the rest is the time of a busy machine. */
const STORY_TIMEOUT_MS = 240_000;
/** What is waited for on the way, on two cores and a software-rendered screen. */
const ACTION_TIMEOUT_MS = 30_000;

export default defineConfig({
  testDir: 'test/pictures',
  testMatch: '*.pictures.ts',
  outputDir: 'test-results/pictures',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: STORY_TIMEOUT_MS,
  expect: { timeout: ACTION_TIMEOUT_MS },
  use: { actionTimeout: ACTION_TIMEOUT_MS },
  reporter: [['list']],
});
