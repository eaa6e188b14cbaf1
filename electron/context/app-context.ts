// Everything that the app and the command line do their work with, put together once. No Electron here: both use the same.
import { createDraftService, type DraftService } from '../drafts/draft-service';
import { createHttpTransport } from '../flowmingo/http-transport';
import { createHistoryService, type HistoryService } from '../history/history-service';
import type { KeyStore } from '../keys/key-store';
import { createLinkChecker } from '../links/link-checker';
import { createLinkChecks, type LinkChecks } from '../links/link-checks';
import type { AppLog } from '../log/app-log';
import type { NetworkSettings } from '../network/connection-pool';
import type { EngineApi } from '../operations/operation';
import { createQueueLook, type QueueLook } from '../queue/queue-look';
import { createQueueService, type QueueService } from '../queue/queue-service';
import type { RunStarter } from '../runs/run-ledger';
import type { RecoveredRun } from '../runs/run-recovery';
import { createRunService, type RunService } from '../runs/run-service';
import { createPipelineService, type PipelineService } from '../snapshots/pipeline-service';
import { createSnapshotService, type SnapshotService } from '../snapshots/snapshot-service';
import { type Ledger, openLedger } from '../store/ledger';
import { toStoreError } from '../store/sqlite-errors';
import { createTargetService, type TargetService } from '../targets/target-service';
import { createPracticeWorkspace } from '../workspaces/practice-workspace';
import { createWorkspaceService, type WorkspaceService } from '../workspaces/workspace-service';
import { createEngineApi } from './engine-api';
import { createSetLimits } from './set-limits';

export interface AppContext {
  readonly dataDir: string;
  readonly log: AppLog;
  readonly keyStore: KeyStore;
  readonly ledger: Ledger;
  readonly workspaces: WorkspaceService;
  readonly targets: TargetService;
  readonly runs: RunService;
  readonly drafts: DraftService;
  readonly queue: QueueService;
  /** Looks at the world for ready batches. */
  readonly queueLook: QueueLook;
  /** Looks at CV links. It has no key and no way to Flowmingo. */
  readonly links: LinkChecks;
  readonly api: EngineApi;
  readonly snapshots: SnapshotService;
  readonly pipeline: PipelineService;
  readonly history: HistoryService;
  /** Runs that were found going on when the app died; they are paused (or cancelled) now. */
  readonly recovered: readonly RecoveredRun[];
  /**
   * Pauses what is running, stops what is being read, waits for answers on their way (a few seconds, where `waitMs` is not given), and
   * closes the ledger.
   */
  close(waitMs?: number): Promise<void>;
}

export interface AppContextOptions {
  readonly dataDir: string;
  readonly log: AppLog;
  readonly keyStore: KeyStore;
  /** The built program of the thread that writes snapshots (`store/snapshot-worker.ts`). */
  readonly snapshotWorkerPath: string;
  /** FLOWMINGO_BASE_URL: honoured for addresses of this computer only. */
  readonly loopbackUrl: string | null;
  /** Who starts runs here: noted with each. */
  readonly startedBy?: RunStarter;
  /** Told when something about ready batches or their queue has changed. */
  readonly onQueueChanged?: () => void;
  /** How long a run waits for Flowmingo before it pauses; as long as the engine itself thinks best where it is not given. */
  readonly outageLimitMs?: number;
  /** The way to the network: proxies and trusted roots. Without it everything goes straight, and Node's own roots count. */
  readonly network?: NetworkSettings;
}

/** Opens the ledger, brings runs that died to rest, and hands out the services. @throws AppError `store/…`. */
export function openAppContext(options: AppContextOptions): AppContext {
  const { dataDir, log, keyStore, snapshotWorkerPath, loopbackUrl, network, outageLimitMs, startedBy } =
    options;
  const { onQueueChanged = () => {} } = options;
  const ledger = openLedger(dataDir);
  const readSettings = () => ledger.settings.get();
  const transport = createHttpTransport(createSetLimits(readSettings), network);
  const practice = createPracticeWorkspace(dataDir);
  const workspaces = createWorkspaceService({
    store: ledger.workspaces,
    settings: ledger.settings,
    keyStore,
    practice,
    transport,
    loopbackUrl,
  });
  const targets = createTargetService(ledger.targetLists, workspaces.clientOf);
  const api = createEngineApi(workspaces);
  const runs = createRunService({
    ledger: ledger.runs,
    api,
    outageLimitMs,
    startedBy,
    readCap: () => readSettings().requestsPerSecond,
  });
  const snapshots = createSnapshotService({
    snapshots: ledger.snapshots,
    people: ledger.people,
    startKeeper: (place) => ledger.startEntryKeeper(snapshotWorkerPath, place),
    clientOf: workspaces.clientOf,
  });
  const pipeline = createPipelineService(ledger.snapshots, ledger.pipelineReads, ledger.lastRuns);
  const linkChecker = createLinkChecker({ network });
  const links = createLinkChecks(linkChecker);
  const recovered = recoverOrClose(ledger, runs, dataDir);
  const drafts = createDraftService(ledger.drafts, dataDir);
  const purge = () => purgeDeleted(() => ledger.ready.purge(), drafts, log);
  purge();
  const queueLook = createQueueLook({ ledger, workspaces, targets, linkChecker });
  const queue = createQueueService({
    ready: ledger.ready,
    runs,
    inspect: queueLook.inspectBeforeStart,
    holdSeconds: () => ledger.settings.get().holdSeconds,
    onChange: onQueueChanged,
    onFailure: (where, error) => log.failure(where, error),
  });
  const history = createHistoryService({ ledger, drafts, log });
  return {
    dataDir,
    log,
    keyStore,
    ledger,
    workspaces,
    targets,
    runs,
    drafts,
    queue,
    queueLook,
    links,
    api,
    snapshots,
    pipeline,
    history,
    recovered,
    async close(waitMs) {
      links.close();
      queueLook.close();
      await queue.close();
      const snapshotsClosed = snapshots.close();
      await runs.shutdown(waitMs);
      await practice.close();
      // Reads that are on their way end with it.
      transport.close();
      await snapshotsClosed;
      await drafts.close();
      history.close();
      purge();
      ledger.close();
    },
  };
}

/** What cannot be cleared away now is cleared away another time; nothing else waits for it. */
function purgeDeleted(purgeReady: () => void, drafts: DraftService, log: AppLog): void {
  try {
    purgeReady();
    drafts.purge();
  } catch (error) {
    log.failure('clear deleted batches away', error);
  }
}

/** A full disk may not let runs come to rest; the ledger is let go of then, for the next try. */
function recoverOrClose(ledger: Ledger, runs: RunService, dataDir: string): RecoveredRun[] {
  try {
    return runs.recoverRuns();
  } catch (error) {
    ledger.close();
    throw toStoreError(error, dataDir);
  }
}
