// settings:* and the settings themselves — kept, tried out, backed up and restored. Paths come from dialogs of the system only.
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../shared/errors/app-error';
import type { ParsedInput, RequestOutput } from '../../shared/ipc/contract';
import { licensesSchema, type settingsChannels } from '../../shared/settings/settings-channels';
import { baseUrls } from '../../shared/workspaces/workspace';
import { backupExtension } from '../backup/backup-file';
import { makeBackup } from '../backup/make-backup';
import { toBaseUrl } from '../flowmingo/base-url';
import { testKeyStore } from '../keys/test-key-store';
import { testConnection } from '../network/test-connection';
import type { RequestHandlers } from '../shell/ipc-router';
import { ledgerFileName } from '../store/database';
import { isNotLetIn } from '../store/sqlite-errors';
import { diskReason } from '../workbooks/disk-reason';
import { toLocalDay } from '../workbooks/local-time';
import type { HandlerContext } from './handler-context';
import { rememberSaved } from './save-file';

const backupKind = { name: 'Backup of Flowmingo Batch', extension: backupExtension };

/** Backups that were chosen in this session, by the id that the window knows. */
type Chosen = Map<string, string>;

/** The handlers of these channels, bound to their context. */
export function createSettingsHandlers(
  context: HandlerContext,
): Pick<RequestHandlers, keyof typeof settingsChannels> {
  const chosen: Chosen = new Map();
  return {
    'app:get-settings': () => context.ledger.settings.get(),
    'app:change-settings': (changes) => context.ledger.settings.change(changes),
    'settings:test-network': () => testNetwork(context),
    'settings:test-keychain': () => testKeyStore(context.keyStore),
    'settings:read-licenses': async () =>
      licensesSchema.parse(JSON.parse(await readFile(context.licensesFile, 'utf8'))),
    'settings:get-data-folder': () => ({ path: context.dataDir }),
    'settings:open-data-folder': () => {
      context.filePicker.showInFolder(path.join(context.dataDir, ledgerFileName));
      return {};
    },
    'settings:back-up': () => backUp(context),
    'settings:choose-backup': () => chooseBackup(context, chosen),
    'settings:restore': (input) => restore(context, chosen, input),
  };
}

/** The address of the workspace in use; without one, production's. */
async function testNetwork({
  workspaces,
  ledger,
  network,
  loopbackUrl,
}: HandlerContext): Promise<RequestOutput<'settings:test-network'>> {
  const currentId = ledger.settings.getCurrentWorkspaceId();
  const environment = currentId === null ? 'production' : workspaces.get(currentId).environment;
  const address = toBaseUrl(environment === 'practice' ? 'production' : environment, loopbackUrl);
  const { connectSeconds } = ledger.settings.get();
  return testConnection(new URL(address ?? baseUrls.production), network, connectSeconds * 1000);
}

async function backUp(context: HandlerContext): Promise<RequestOutput<'settings:back-up'>> {
  const { filePicker, documentsFolder, dataDir, ledger, version, backupWork } = context;
  const nowMs = Date.now();
  const suggested = path.join(documentsFolder, `Flowmingo backup ${toLocalDay(nowMs)}.${backupExtension}`);
  const filePath = await filePicker.pickSavePath(suggested, backupKind);
  if (filePath === null) return { kind: 'cancelled' };
  const contents = await makeBackup(
    { dataDir, appVersion: version, copyLedger: ledger.copyTo, work: backupWork, nowMs },
    filePath,
  );
  return { kind: 'saved', fileName: path.basename(filePath), savedId: rememberSaved(filePath), contents };
}

async function chooseBackup(
  { filePicker, documentsFolder, ledger, backupWork, goingRunCount }: HandlerContext,
  chosen: Chosen,
): Promise<RequestOutput<'settings:choose-backup'>> {
  // A restore ends with a new start, so it is said before anybody looks for a file.
  if (goingRunCount() > 0) throw new AppError('backup/run-going');
  const filePath = await filePicker.pickOpenPath(documentsFolder, backupKind);
  if (filePath === null) return { kind: 'cancelled' };
  const fileName = path.basename(filePath);
  try {
    const found = await backupWork.lookAt({ path: filePath, fileName, known: ledger.countAttempts() });
    const restoreId = randomUUID();
    chosen.set(restoreId, filePath);
    return { kind: 'chosen', restoreId, fileName, ...found };
  } catch (error) {
    const why = diskReason(error);
    throw why === null ? error : new AppError('backup/not-read', { fileName, why }, { cause: error });
  }
}

async function restore(
  context: HandlerContext,
  chosen: Chosen,
  { restoreId }: ParsedInput<'settings:restore'>,
): Promise<Record<string, never>> {
  const filePath = chosen.get(restoreId);
  if (filePath === undefined) throw new Error('No backup was chosen under this id.');
  if (context.goingRunCount() > 0) throw new AppError('backup/run-going');
  const { dataDir, ledger, backupWork } = context;
  try {
    const fileName = path.basename(filePath);
    const known = ledger.countAttempts();
    await backupWork.stage({ dataDir, path: filePath, fileName, known, nowMs: Date.now() });
  } catch (error) {
    const why = diskReason(error) ?? (isNotLetIn(error) ? 'the disk is full' : null);
    throw why === null || error instanceof AppError
      ? error
      : new AppError('backup/not-restored', { why }, { cause: error });
  }
  context.restart();
  return {};
}
