// Everything that the app and the command line do their work with, put together once. No Electron here: both use the same.
import { createDraftService, type DraftService } from '../drafts/draft-service';
import { createHttpTransport, defaultLimits } from '../flowmingo/http-transport';
import type { KeyStore } from '../keys/key-store';
import { createLinkChecker } from '../links/link-checker';
import { createLinkChecks, type LinkChecks } from '../links/link-checks';
import type { AppLog } from '../log/app-log';
import type { NetworkSettings } from '../network/connection-pool';
import type { EngineApi } from '../operations/operation';
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

export interface AppContext {
  readonly dataDir: string;
  readonly log: AppLog;
  readonly keyStore: KeyStore;
  readonly ledger: Ledger;
  readonly workspaces: WorkspaceService;
  readonly targets: TargetService;
  readonly runs: RunService;
  readonly drafts: DraftService;
  /** Looks at CV links. It has no key and no way to Flowmingo. */
  readonly links: LinkChecks;
  readonly api: EngineApi;
  readonly snapshots: SnapshotService;
  readonly pipeline: PipelineService;
  /** Runs that were found going on when the app died; they are paused (or cancelled) now. */
  readonly recovered: readonly RecoveredRun[];
  /** Pauses what is running, stops what is being read, waits a few seconds for answers on their way, and closes the ledger. */
  close(): Promise<void>;
}

export interface AppContextOptions {
  readonly dataDir: string;
  readonly log: AppLog;
  readonly keyStore: KeyStore;
  /** The built program of the thread that writes snapshots (`store/snapshot-worker.ts`). */
  readonly snapshotWorkerPath: string;
  /** FLOWMINGO_BASE_URL: honoured for addresses of this computer only. */
  readonly loopbackUrl: string | null;
  /** How long a run waits for Flowmingo before it pauses; as long as the engine itself thinks best where it is not given. */
  readonly outageLimitMs?: number;
  /** The way to the network: proxies and trusted roots. Without it everything goes straight, and Node's own roots count. */
  readonly network?: NetworkSettings;
}

/** Opens the ledger, brings runs that died to rest, and hands out the services. @throws AppError `store/…`. */
export function openAppContext(options: AppContextOptions): AppContext {
  const { dataDir, log, keyStore, snapshotWorkerPath, loopbackUrl, network, outageLimitMs } = options;
  const ledger = openLedger(dataDir);
  const transport = createHttpTransport(defaultLimits, network);
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
  const runs = createRunService({ ledger: ledger.runs, api, outageLimitMs });
  const snapshots = createSnapshotService({
    snapshots: ledger.snapshots,
    people: ledger.people,
    startKeeper: (place) => ledger.startEntryKeeper(snapshotWorkerPath, place),
    clientOf: workspaces.clientOf,
  });
  const pipeline = createPipelineService(ledger.snapshots, ledger.pipelineReads);
  const links = createLinkChecks(createLinkChecker({ network }));
  const recovered = recoverOrClose(ledger, runs, dataDir);
  const drafts = createDraftService(ledger.drafts, dataDir);
  purgeDrafts(drafts, log);
  return {
    dataDir,
    log,
    keyStore,
    ledger,
    workspaces,
    targets,
    runs,
    drafts,
    links,
    api,
    snapshots,
    pipeline,
    recovered,
    async close() {
      links.close();
      const snapshotsClosed = snapshots.close();
      await runs.shutdown();
      await practice.close();
      // Reads that are on their way end with it.
      transport.close();
      await snapshotsClosed;
      await drafts.close();
      purgeDrafts(drafts, log);
      ledger.close();
    },
  };
}

/** What cannot be cleared away now is cleared away another time; nothing else waits for it. */
function purgeDrafts(drafts: DraftService, log: AppLog): void {
  try {
    drafts.purge();
  } catch (error) {
    log.failure('clear deleted drafts away', error);
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
