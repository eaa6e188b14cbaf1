// Starts the real app in a real Electron window, each test with a data folder of its own, and takes it down again.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test';
import {
  type PracticeOptions,
  type PracticeServer,
  startPracticeServer,
} from '../../electron/practice/practice-server';

/** The repository, which `electron` is given as the app's folder. */
export const repoFolder = path.resolve(import.meta.dirname, '../..');

export interface LaunchOptions {
  readonly dataDir?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly args?: readonly string[];
}

export interface LaunchedApp {
  readonly app: ElectronApplication;
  readonly window: Page;
  readonly dataDir: string;
  /** Every failure and uncaught error that the page reported so far. */
  readonly pageErrors: string[];
}

interface Fixtures {
  /** Starts the app; it is closed when the test ends. FLOWMINGO_E2E_EXECUTABLE takes the packaged app instead of the build. */
  readonly launch: (options?: LaunchOptions) => Promise<LaunchedApp>;
  /** A practice Flowmingo in the test's process, outside the app, whose record is the truth. */
  readonly practise: (options?: PracticeOptions) => Promise<PracticeServer>;
  /** A fresh folder, removed afterwards. */
  readonly folder: string;
}

export const test = base.extend<Fixtures>({
  folder: async ({ browserName: _ }, use) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'flowmingo-e2e-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
  launch: async ({ folder }, use) => {
    const launched: ElectronApplication[] = [];
    await use(async ({ dataDir = path.join(folder, 'data'), env = {}, args = [] } = {}) => {
      const packaged = process.env.FLOWMINGO_E2E_EXECUTABLE;
      // Only here: Chromium's sandbox cannot be set up by root, which tests often are in a container.
      const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
      const app = await _electron.launch({
        ...(packaged === undefined ? {} : { executablePath: packaged }),
        args: [...asRoot, ...(packaged === undefined ? [repoFolder] : []), ...args],
        env: withoutUndefined({
          ...process.env,
          FLOWMINGO_DATA_DIR: dataDir,
          FLOWMINGO_BASE_URL: undefined,
          FLOWMINGO_API_KEY: undefined,
          ...env,
        }),
      });
      launched.push(app);
      const window = await app.firstWindow();
      const pageErrors: string[] = [];
      window.on('pageerror', (error) => pageErrors.push(String(error)));
      window.on('console', (message) => {
        if (message.type() === 'error') pageErrors.push(message.text());
      });
      await window.waitForLoadState('domcontentloaded');
      return { app, window, dataDir, pageErrors };
    });
    for (const app of launched) await app.close().catch(() => undefined);
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

function withoutUndefined(env: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** Answers every save dialog of the app with a path, as a person would. */
export async function answerSaveDialogs(app: ElectronApplication, filePath: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen });
  }, filePath);
}
