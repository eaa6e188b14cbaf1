// The start of the app, in its order and nothing else: command line or window → lock → ledger and recovery → router → window → shutdown.
import os from 'node:os';
import path from 'node:path';
import { app, dialog } from 'electron';
import { AppError } from '../shared/errors/app-error';
import { toSentence } from '../shared/errors/codes';
import { runCli } from './cli/cli';
import { type AppContext, openAppContext } from './context/app-context';
import { toDataDir } from './context/data-dir';
import { createBatchFileSaver } from './hand-over/batch-file-saver';
import { createOpenedBatchFiles, findBatchFile, type OpenedBatchFiles } from './hand-over/opened-batch-files';
import { createHandlers } from './handlers/create-handlers';
import { openKeyStore } from './keys/os-key-store';
import { type AppLog, createAppLog } from './log/app-log';
import type { NetworkSettings } from './network/connection-pool';
import { readTrustedCertificates } from './network/trusted-certificates';
import { setAppMenu } from './shell/app-menu';
import { registerAppScheme, serveApp } from './shell/app-protocol';
import { routeRequests } from './shell/ipc-router';
import { createMainWindow, type MainWindow } from './shell/main-window';
import { guardNavigation } from './shell/navigation-guard';
import { openExternal } from './shell/open-external';
import { createOsFilePicker } from './shell/os-file-picker';
import { watchPower } from './shell/power-watch';
import { refuseDebugging } from './shell/refuse-debugging';
import { createSystemProxy } from './shell/system-proxy';
import { toStoreError } from './store/sqlite-errors';

const dataDir = toDataDir({ env: process.env, platform: process.platform, homeDir: os.homedir() });
const cliAt = process.argv.indexOf('--cli');

if (cliAt !== -1) void runCommandLine(process.argv.slice(cliAt + 1));
else startWindowed();

async function runCommandLine(argv: string[]): Promise<void> {
  app.exit(await runCli(argv));
}

function startWindowed(): void {
  refuseDebugging();
  if (!isRootWithoutSandbox()) app.enableSandbox();
  registerAppScheme();
  // The lock and the window's own storage lie in the data folder, so that two folders are two independent apps.
  app.setPath('userData', dataDir);
  if (!app.requestSingleInstanceLock()) {
    app.exit(0);
    return;
  }
  const openedFiles = createOpenedBatchFiles();
  const asked = findBatchFile(process.argv.slice(1), process.cwd());
  if (asked !== null) openedFiles.offer(asked);
  // macOS says so by an event, at the start before the app is ready.
  app.on('open-file', (event, filePath) => {
    event.preventDefault();
    openedFiles.offer(filePath);
  });
  const log = createAppLog(dataDir);
  process.on('uncaughtException', (error) => log.failure('uncaught', error));
  process.on('unhandledRejection', (error) => log.failure('unhandled', error));
  void app.whenReady().then(
    () => openApp(log, openedFiles),
    (error) => log.failure('start', error),
  );
}

/** Chromium has no sandbox for root: tests in a container start with --no-sandbox, and enabling it would end every child process. */
function isRootWithoutSandbox(): boolean {
  return process.getuid?.() === 0 && app.commandLine.hasSwitch('no-sandbox');
}

async function openApp(log: AppLog, openedBatchFiles: OpenedBatchFiles): Promise<void> {
  setAppMenu();
  guardNavigation();
  serveApp(path.join(__dirname, '..', 'renderer'));
  const window = createMainWindow(path.join(__dirname, 'preload.cjs'));

  let context: AppContext;
  try {
    const loopbackUrl = process.env.FLOWMINGO_BASE_URL ?? null;
    const keyStore = await openKeyStore();
    context = openAppContext({ dataDir, log, keyStore, loopbackUrl, network: toNetwork() });
  } catch (error) {
    const reference = log.failure('open the ledger', error);
    const sentence =
      error instanceof AppError ? toSentence(error.code, error.params) : toSentence('app/bug', { reference });
    dialog.showErrorBox('Flowmingo Batch cannot start', `${sentence}\n\nReference ${reference}`);
    app.exit(1);
    return;
  }

  context.runs.onProgress((summary) => window.push('runs:progressed', { summary }));
  context.snapshots.onProgress((progress) => window.push('snapshots:progressed', progress));
  const batchFileSaver = createBatchFileSaver();
  const handlers = createHandlers({
    ...context,
    version: app.getVersion(),
    electronVersion: process.versions.electron ?? '',
    filePicker: createOsFilePicker(window.browserWindow),
    batchFileSaver,
    openedBatchFiles,
    startUpNotices: context.keyStore.keptIn === 'session' ? [toSentence('keychain/not-available')] : [],
    openExternal,
    pushWorkspacesChanged: () => window.push('workspaces:changed', {}),
    pushDraftsChanged: () => window.push('drafts:changed', {}),
    letWindowClose: () => window.letClose(),
    pushLinksChecked: (progress) => window.push('links:checked', progress),
    documentsFolder: app.getPath('documents'),
  });
  routeRequests(handlers, log, window.contentsId, (error) => toStoreError(error, dataDir));
  window.open();

  watchPower({ onSuspend: () => context.runs.suspend(), onResume: () => void context.runs.wake() });
  void context.runs.lookUpAtStart();

  app.on('second-instance', (_event, words, folder) => {
    const asked = findBatchFile(words.slice(1), folder);
    if (asked === null) window.focus();
    else openedBatchFiles.offer(asked);
  });
  openedBatchFiles.onOffered = () => {
    window.focus();
    window.push('handover:opened', {});
  };
  app.on('activate', () => window.open());
  app.on('window-all-closed', () => app.quit());
  closeBeforeQuit({ close: () => batchFileSaver.close().then(() => context.close()) }, window, log);
}

/** The system's proxy and roots. What people install does not heed NODE_EXTRA_CA_CERTS: Node's own fuse for it is off there. */
function toNetwork(): NetworkSettings {
  const extraFile = app.isPackaged ? undefined : process.env.NODE_EXTRA_CA_CERTS;
  return {
    resolveProxy: createSystemProxy(process.env),
    readCertificates: () => readTrustedCertificates({ extraFile }),
  };
}

/** Lets the window keep what it holds, pauses what runs, waits for answers on their way, closes the ledger, and only then lets the app go. */
function closeBeforeQuit(context: Pick<AppContext, 'close'>, window: MainWindow, log: AppLog): void {
  let state: 'open' | 'closing' | 'closed' = 'open';
  app.on('before-quit', (event) => {
    if (state === 'closed') return;
    event.preventDefault();
    if (state === 'closing') return;
    state = 'closing';
    void window
      .settle()
      .then(() => context.close())
      .catch((error: unknown) => log.failure('close', error))
      .finally(() => {
        state = 'closed';
        app.quit();
      });
  });
  process.on('SIGTERM', () => app.quit());
  process.on('SIGINT', () => app.quit());
}
