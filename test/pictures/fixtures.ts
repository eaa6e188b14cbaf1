// The real app in its real window, on the pictures' day, with a camera.

import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright';
import { test as base } from '../e2e/fixtures';
import type { LaunchedApp, LaunchOptions } from '../helpers/launch-app';
import { createCamera, type TakePicture } from './camera';
import { clockModule, setPageClock } from './set-clock';

interface PictureApp extends LaunchedApp {
  readonly picture: TakePicture;
}

interface Fixtures {
  /** Starts the app in British English and UTC. */
  readonly open: (options?: Partial<LaunchOptions>) => Promise<PictureApp>;
}

/** The same for every taking, since one of the screens shows it. */
const dataFolder = path.join(tmpdir(), 'flowmingo-pictures');

export const test = base.extend<Fixtures>({
  folder: async ({ browserName: _ }, use) => {
    rmSync(dataFolder, { recursive: true, force: true });
    mkdirSync(dataFolder);
    await use(dataFolder);
    rmSync(dataFolder, { recursive: true, force: true });
  },
  open: async ({ launch }, use) => {
    await use(async ({ env = {}, args = [], ...options } = {}) => {
      const launched = await launch({
        ...options,
        loadsFirst: [clockModule],
        env: { TZ: 'UTC', LANGUAGE: 'en_GB', ...env },
        args: ['--lang=en-GB', '--force-device-scale-factor=1', ...args],
      });
      await setPageClock(launched.window);
      return { ...launched, picture: createCamera(launched) };
    });
  },
});

/** Presses a place in the rail. */
export async function goTo(window: Page, place: string): Promise<void> {
  await window
    .getByRole('navigation', { name: 'Main' })
    .getByRole('button', { name: new RegExp(`^${place}`) })
    .click();
}
