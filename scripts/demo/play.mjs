/**
 * Starts the app and plays the main job in its window. Runs on Node 24 inside the session that run-demo.mjs makes.
 */
import { join } from 'node:path';
import { _electron } from 'playwright';
import { repoFolder } from '../setup/places.mjs';
import { failWith } from '../setup/say.mjs';
import { playMainJob } from './main-job.mjs';

const outputFolder = process.env.FLOWMINGO_DEMO_OUTPUT;

async function main() {
  const app = await _electron.launch({
    args: [repoFolder],
    cwd: repoFolder,
    env: process.env,
    // Chromium's sandbox stays on wherever it can: as root it cannot.
    chromiumSandbox: process.getuid?.() !== 0,
  });
  const page = await app.firstWindow();
  try {
    await playMainJob({ app, page, outputFolder, say: (line) => process.stdout.write(`${line}\n`) });
  } catch (error) {
    const picture = join(outputFolder, 'where-it-stopped.png');
    await page.screenshot({ path: picture }).catch(() => undefined);
    process.stderr.write(`\nThe main job stopped half-way; ${picture} shows where.\n`);
    throw error;
  } finally {
    await app.close();
  }
}

await main().catch((error) => failWith(error));
