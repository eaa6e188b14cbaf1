// The day on which all pictures are taken: the real clock, moved, in the app's processes and in this one, where the practice server is.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Page } from 'playwright';
import { repoFolder } from '../../scripts/setup/places.mjs';

/** A Thursday after everybody of the made-up world has come, so that nothing in the pictures depends on today. */
const pictureDayMs = Date.UTC(2026, 2, 26, 9, 12);

const movedByMs = String(pictureDayMs - Date.now());
process.env.FLOWMINGO_CLOCK_MOVED_BY_MS = movedByMs;

/** What the main process has to load before anything else. */
export const clockModule = path.join(repoFolder, 'test', 'pictures', 'move-clock.cjs');
createRequire(import.meta.url)(clockModule);

/** Gives the page the pictures' day, and loads it anew, so that it shows nothing of before. */
export async function setPageClock(window: Page): Promise<void> {
  const script = readFileSync(clockModule, 'utf8');
  await window.addInitScript({ content: `globalThis.clockMovedByMs = ${movedByMs};\n${script}` });
  await window.reload();
  await window.getByRole('heading', { level: 1 }).first().waitFor();
}
