/**
 * Starts the app and plays the main job in its window. Runs on Node 24 inside the session that run-demo.mjs makes.
 */
import { join } from 'node:path';
import { _electron } from 'playwright';
import { repoFolder } from '../setup/places.mjs';
import { failWith } from '../setup/say.mjs';
import { playMainJob } from './main-job.mjs';

/** The app closes in under a second; one that waits for a last answer takes a few. */
const CLOSE_TIMEOUT_MS = 15_000;

const outputFolder = process.env.FLOWMINGO_DEMO_OUTPUT;

async function main() {
  const app = await _electron.launch({
    args: [repoFolder],
    cwd: repoFolder,
    env: process.env,
    // Chromium's sandbox stays on wherever it can: as root it cannot.
    chromiumSandbox: process.getuid?.() !== 0,
  });
  try {
    const page = await app.firstWindow();
    await playInto(app, page);
  } finally {
    await closeWithin(app, CLOSE_TIMEOUT_MS);
  }
}

async function playInto(app, page) {
  try {
    await playMainJob({ app, page, outputFolder, say: (line) => process.stdout.write(`${line}\n`) });
  } catch (error) {
    const picture = join(outputFolder, 'where-it-stopped.png');
    await page.screenshot({ path: picture }).catch(() => undefined);
    process.stderr.write(`\nThe main job stopped half-way; ${picture} shows where.\n`);
    throw error;
  }
}

/** Closing waits for what the app still has to finish; an app that hangs is ended. */
async function closeWithin(app, timeoutMs) {
  const timer = setTimeout(() => app.process().kill('SIGKILL'), timeoutMs);
  await app.close();
  clearTimeout(timer);
}

await main().catch((error) => failWith(error));
