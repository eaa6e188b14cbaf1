// The app's services for commands that need the ledger, and the workspace that a command works in.
// The key comes from FLOWMINGO_API_KEY or the keychain, and from nowhere else.
import type { WorkspaceView } from '../../shared/workspaces/workspace-view';
import { type AppContext, openAppContext } from '../context/app-context';
import { toDataDir } from '../context/data-dir';
import { readOsUser } from '../context/os-user';
import { isLoopbackUrl } from '../flowmingo/base-url';
import type { KeyStore } from '../keys/key-store';
import { openKeyStore } from '../keys/os-key-store';
import { createSessionKeyStore } from '../keys/session-key-store';
import { createAppLog } from '../log/app-log';
import { createEnvProxy } from '../network/env-proxy';
import { readTrustedCertificates } from '../network/trusted-certificates';
import type { CliIo } from './cli-io';
import { CliRefusal } from './cli-refusal';

/** A script that waits must end in foreseeable time: after so long without a clear answer the run pauses, and resume goes on. */
const outageLimitMs = 2 * 60 * 1000;

/** Whether a command sends, or only reads the history: then no keychain is asked. */
export type KeyUse = 'sends' | 'reads-history';

/** Opens the ledger and brings runs that died to rest, which it says. @throws CliRefusal, AppError `store/…` */
export async function openCliContext(io: CliIo, keyUse: KeyUse): Promise<AppContext> {
  const { env, platform, homeDir } = io;
  const loopbackUrl = toLoopbackUrl(env.FLOWMINGO_BASE_URL);
  const dataDir = toDataDir({ env, platform, homeDir });
  const keyStore: KeyStore =
    keyUse === 'reads-history' || hasText(env.FLOWMINGO_API_KEY)
      ? createSessionKeyStore()
      : await openKeyStore();
  const network = {
    resolveProxy: createEnvProxy(env),
    readCertificates: () => readTrustedCertificates({ extraFile: env.NODE_EXTRA_CA_CERTS }),
  };
  const context = openAppContext({
    dataDir,
    log: createAppLog(dataDir),
    keyStore,
    snapshotWorkerPath: io.snapshotWorkerPath,
    loopbackUrl,
    startedBy: { user: readOsUser(), from: 'terminal' },
    network,
    outageLimitMs,
  });
  for (const { summary, unknownCount } of context.recovered) {
    const unknown =
      unknownCount === 0
        ? 'Nobody was in flight.'
        : `${unknownCount} ${unknownCount === 1 ? 'person was' : 'people were'} in flight and ${unknownCount === 1 ? 'is' : 'are'} unknown now.`;
    io.say(
      `Run ${summary.runId} (${summary.batchName}) had stopped part way and is ${summary.state}. ${unknown}`,
    );
  }
  return context;
}

/** The workspace of the key in the environment, or the one that is named, or the only one. @throws CliRefusal, AppError */
export async function chooseWorkspace(
  context: AppContext,
  io: CliIo,
  name: string | null,
): Promise<WorkspaceView> {
  const key = io.env.FLOWMINGO_API_KEY;
  if (hasText(key)) {
    if (name !== null)
      throw new CliRefusal(
        'FLOWMINGO_API_KEY says which workspace is meant, so --workspace must be left out. Nothing was sent.',
      );
    return await context.workspaces.adoptKey(key);
  }
  const { workspaces } = await context.workspaces.list();
  if (workspaces.length === 0)
    throw new CliRefusal(
      'No workspace is connected and FLOWMINGO_API_KEY is not set. Nothing was sent. Connect in the app, or set FLOWMINGO_API_KEY.',
    );
  const named =
    name === null
      ? workspaces
      : workspaces.filter((workspace) => workspace.name.toLowerCase() === name.trim().toLowerCase());
  const [workspace, another] = named;
  const list = workspaces.map((one) => `${one.name} (${one.environment})`).join(', ');
  if (workspace === undefined)
    throw new CliRefusal(`No workspace has this name. Nothing was sent. There are: ${list}.`);
  if (another !== undefined)
    throw new CliRefusal(
      `${named.length} workspaces could be meant. Nothing was sent. Name one with --workspace, or set FLOWMINGO_API_KEY. There are: ${list}.`,
    );
  if (workspace.keyKeptIn === 'missing')
    throw new CliRefusal(
      `The key of ${workspace.name} is not in ${context.keyStore.name}. Nothing was sent. Put it in again in the app, or set FLOWMINGO_API_KEY.`,
    );
  return workspace;
}

/** FLOWMINGO_BASE_URL, or null. @throws CliRefusal where it names another computer. */
export function toLoopbackUrl(text: string | undefined): string | null {
  if (!hasText(text)) return null;
  if (isLoopbackUrl(text)) return text;
  throw new CliRefusal(
    'FLOWMINGO_BASE_URL may name this computer only (127.0.0.1, localhost or [::1]). Nothing was sent. Correct or remove it: the key itself says which Flowmingo it belongs to.',
  );
}

function hasText(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== '';
}
