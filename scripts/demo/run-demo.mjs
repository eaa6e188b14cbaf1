/**
 * The app without a display: a desktop session of its own, a new data folder, an empty demo-output/, and the main job
 * from a spreadsheet to invited people on the practice workspace.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withInvisibleDesktop } from '../desktop/invisible-desktop.mjs';
import { inRepo, node24Path, toolEnv } from '../setup/places.mjs';
import { runShown } from '../setup/run-program.mjs';

/** The whole story takes under a minute; a stuck one must not hold a terminal for ever. */
const DEMO_TIMEOUT_MS = 300_000;

/** @returns {Promise<number>} the exit code: 0 when the job was done to its end */
export async function runDemo() {
  const outputFolder = inRepo('demo-output');
  rmSync(outputFolder, { recursive: true, force: true });
  mkdirSync(outputFolder, { recursive: true });
  const dataFolder = mkdtempSync(join(tmpdir(), 'flowmingo-demo-'));
  try {
    return await withInvisibleDesktop(
      { ...toolEnv(), FLOWMINGO_DATA_DIR: dataFolder, FLOWMINGO_DEMO_OUTPUT: outputFolder },
      (env) =>
        runShown(node24Path, [inRepo('scripts', 'demo', 'play.mjs')], { env, timeoutMs: DEMO_TIMEOUT_MS }),
    );
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
}
