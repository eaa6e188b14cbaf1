// The start of the app, in its order and nothing else: command line or window → lock → ledger and recovery → router → window → shutdown.
import os from 'node:os';
import path from 'node:path';
import { app, dialog } from 'electron';
import { AppError } from '../shared/errors/app-error';
import { toSentence } from '../shared/errors/codes';
import { createBackupThread } from './backup/backup-thread';
import { runCli } from './cli/cli';
import { createProcessIo } from './cli/cli-io';
import { type AppContext, openAppContext } from './context/app-context';
import { toDataDir } from './context/data-dir';
import { readOsUser } from './context/os-user';
import { createBatchFileSaver } from './hand-over/batch-file-saver';
import { createOpenedBatchFiles, findBatchFile, type OpenedBatchFiles } from './hand-over/opened-batch-files';
import { createHandlers } from './handlers/create-handlers';
import { openKeyStore } from './keys/os-key-store';
import { type AppLog, createAppLog } from './log/app-log';
import type { NetworkSettings } from './network/connection-pool';
import { readTrustedCertificates } from './network/trusted-certificates';
import { createSessionRuns } from './notices/session-runs';
import { guardAppEnd } from './shell/app-end';
import { setAppMenu } from './shell/app-menu';
import { registerAppScheme, serveApp } from './shell/app-protocol';
import { routeRequests } from './shell/ipc-router';
import { createMainWindow } from './shell/main-window';
import { guardNavigation } from './shell/navigation-guard';
import { openExternal } from './shell/open-external';
import { createOsFilePicker } from './shell/os-file-picker';
import { watchPower } from './shell/power-watch';
import { refuseDebugging } from './shell/refuse-debugging';
import { type RunSigns, showRunSigns } from './shell/run-signs';
import { createSystemProxy } from './shell/system-proxy';
import { toStoreError } from './store/sqlite-errors';

const dataDir = toDataDir({ env: process.env, platform: process.platform, homeDir: os.homedir() });
const snapshotWorkerPath = path.join(__dirname, 'snapshot-worker.cjs');
const cliAt = process.argv.indexOf('--cli');

if (cliAt !== -1) void runCommandLine(process.argv.slice(cliAt + 1));
else startWindowed();

async function runCommandLine(argv: string[]): Promise<void> {
  app.exit(await runCli(argv, createProcessIo(snapshotWorkerPath)));
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
  const window = createMainWindow(path.join(__dirname, 'preload.cjs'), () => app.quit());

  let context: AppContext;
  let signs: RunSigns | null = null;
  const network = toNetwork();
  const loopbackUrl = process.env.FLOWMINGO_BASE_URL ?? null;
  try {
    const keyStore = await openKeyStore();
    const startedBy = { user: readOsUser(), from: 'window' } as const;
    const onQueueChanged = () => {
      window.push('queue:changed', {});
      signs?.queueChanged(context.queue.view());
    };
    context = openAppContext({
      dataDir,
      log,
      keyStore,
      snapshotWorkerPath,
      loopbackUrl,
      startedBy,
      network,
      onQueueChanged,
    });
  } catch (error) {
    const reference = log.failure('open the ledger', error);
    const sentence =
      error instanceof AppError ? toSentence(error.code, error.params) : toSentence('app/bug', { reference });
    dialog.showErrorBox('Flowmingo Batch cannot start', `${sentence}\n\nReference ${reference}`);
    app.exit(1);
    return;
  }

  const sessionRuns = createSessionRuns(context.runs);
  const batchFileSaver = createBatchFileSaver();
  const closeParts = () => batchFileSaver.close().finally(() => context.close());
  const appEnd = guardAppEnd({ context, closeParts, window, runs: sessionRuns, log });
  signs = showRunSigns(
    sessionRuns,
    context.queue.view(),
    window,
    () => context.ledger.settings.get().notices,
  );
  context.runs.onProgress((summary) => window.push('runs:progressed', { summary }));
  context.snapshots.onProgress((progress) => window.push('snapshots:progressed', progress));
  const handlers = createHandlers({
    ...context,
    version: app.getVersion(),
    electronVersion: process.versions.electron ?? '',
    filePicker: createOsFilePicker(window.browserWindow),
    batchFileSaver,
    openedBatchFiles,
    backupWork: createBackupThread(path.join(__dirname, 'backup-worker.cjs')),
    startUpNotices: context.keyStore.keptIn === 'session' ? [toSentence('keychain/not-available')] : [],
    openExternal,
    pushWorkspacesChanged: () => window.push('workspaces:changed', {}),
    pushDraftsChanged: () => window.push('drafts:changed', {}),
    letWindowClose: () => window.letClose(),
    goingRunCount: () => sessionRuns.going().length,
    restart: () => appEnd.restart(),
    network,
    loopbackUrl,
    pushLinksChecked: (progress) => window.push('links:checked', progress),
    licensesFile: path.join(__dirname, 'licenses.json'),
    documentsFolder: app.getPath('documents'),
  });
  routeRequests(handlers, log, window.contentsId, (error) => toStoreError(error, dataDir));
  window.open();

  watchPower({
    onSuspend: () => context.runs.suspend(),
    onResume: () => void context.runs.wake().finally(() => context.queue.wake()),
  });
  void context.runs.lookUpAtStart();
  void context.history.workInBackground();
  const endWaking = wakeQueue(context);

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
  app.on('before-quit', endWaking);
}

/** A network that comes back is noticed within so long where the system says nothing; with no batch that waits for it, nothing is asked. */
const wakeEveryMs = 20_000;

/** Lets batches that start by themselves be looked at now and from time to time; answers the function that ends that. */
function wakeQueue({ queue }: AppContext): () => void {
  queue.wake();
  const timer = setInterval(() => queue.wake(), wakeEveryMs);
  return () => clearInterval(timer);
}

/** The system's proxy and roots. What people install does not heed NODE_EXTRA_CA_CERTS: Node's own fuse for it is off there. */
function toNetwork(): NetworkSettings {
  const extraFile = app.isPackaged ? undefined : process.env.NODE_EXTRA_CA_CERTS;
  return {
    resolveProxy: createSystemProxy(process.env),
    readCertificates: () => readTrustedCertificates({ extraFile }),
  };
}
