// Starts the real app in a real Electron window, each test with a data folder of its own, and takes it down again.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test as base, type ElectronApplication } from '@playwright/test';
import {
  type PracticeOptions,
  type PracticeServer,
  startPracticeServer,
} from '../../electron/practice/practice-server';
import { withInvisibleDesktop } from '../../scripts/desktop/invisible-desktop.mjs';
import { type LaunchedApp, type LaunchOptions, launchApp } from '../helpers/launch-app';

interface Fixtures {
  /** Starts the app; it is closed when the test ends. */
  readonly launch: (options?: Partial<LaunchOptions>) => Promise<LaunchedApp>;
  /** A practice Flowmingo in the test's process, outside the app, whose record is the truth. */
  readonly practise: (options?: PracticeOptions) => Promise<PracticeServer>;
  /** A fresh folder, removed afterwards. */
  readonly folder: string;
}

interface WorkerFixtures {
  /** A screen, a bus and a keyring of the worker's own: stories side by side take no focus and no key from each other. */
  readonly desktop: undefined;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  desktop: [
    async ({ browserName: _ }, use) => {
      await withInvisibleDesktop(process.env, async (env) => {
        Object.assign(process.env, env);
        await use(undefined);
      });
    },
    { scope: 'worker', auto: true },
  ],
  folder: async ({ browserName: _ }, use) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'flowmingo-e2e-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
  launch: async ({ folder }, use) => {
    const launched: ElectronApplication[] = [];
    await use((options = {}) =>
      launchApp({ dataDir: path.join(folder, 'data'), ...options }, (app) => launched.push(app)),
    );
    for (const app of launched) await closeApp(app).catch(() => undefined);
  },
  practise: async ({ browserName: _ }, use) => {
    const servers: PracticeServer[] = [];
    await use(async (options) => {
      const server = await startPracticeServer(options);
      servers.push(server);
      return server;
    });
    for (const server of servers) await server.close();
  },
});

/** Ends the app as a person would who answers the question about a run that is still going on. */
export async function closeApp(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ dialog }) => {
    dialog.showMessageBox = async () => ({ response: 1, checkboxChecked: false });
  });
  await app.close();
}
