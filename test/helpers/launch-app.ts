// Starts the built app in a real Electron window. Imports nothing that Node could not run as it stands.
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { repoFolder } from '../../scripts/setup/places.mjs';

export interface LaunchOptions {
  readonly dataDir: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly args?: readonly string[];
  /** Modules that the main process loads before the app; none for the packaged one. */
  readonly loadsFirst?: readonly string[];
}

export interface LaunchedApp {
  readonly app: ElectronApplication;
  readonly window: Page;
  readonly dataDir: string;
  /** Every failure and uncaught error that the page reported so far. */
  readonly pageErrors: string[];
}

/**
 * Starts the app and waits for its window. FLOWMINGO_E2E_EXECUTABLE takes the packaged app instead of the build.
 * `onStarted` gets the app before its window is there, for whoever has to end it in any case.
 */
export async function launchApp(
  { dataDir, env = {}, args = [], loadsFirst = [] }: LaunchOptions,
  onStarted: (app: ElectronApplication) => void = () => undefined,
): Promise<LaunchedApp> {
  const packaged = process.env.FLOWMINGO_E2E_EXECUTABLE;
  // Only in tests: Chromium's sandbox cannot be set up by root, which tests often are in a container.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = await _electron.launch({
    ...(packaged === undefined ? {} : { executablePath: packaged }),
    args: [
      ...loadsFirst.flatMap((file) => ['-r', file]),
      ...asRoot,
      ...(packaged === undefined ? [repoFolder] : []),
      ...args,
    ],
    env: withoutUndefined({
      ...process.env,
      FLOWMINGO_DATA_DIR: dataDir,
      FLOWMINGO_BASE_URL: undefined,
      FLOWMINGO_API_KEY: undefined,
      ...env,
    }),
  });
  onStarted(app);
  const window = await app.firstWindow();
  const pageErrors: string[] = [];
  window.on('pageerror', (error) => pageErrors.push(String(error)));
  window.on('console', (message) => {
    if (message.type() === 'error') pageErrors.push(message.text());
  });
  await window.waitForLoadState('domcontentloaded');
  return { app, window, dataDir, pageErrors };
}

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
