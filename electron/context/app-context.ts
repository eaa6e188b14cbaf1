// Everything that the app and the command line do their work with, put together once. No Electron here: both use the same.
import type { AppLog } from '../log/app-log';
import { createHttpTransport } from '../flowmingo/http-transport';
import type { KeyStore } from '../keys/key-store';
import { createRunService, type RunService } from '../runs/run-service';
import { openLedger, type Ledger } from '../store/open-ledger';
import { createTargetService, type TargetService } from '../targets/target-service';
import { createPracticeWorkspace } from '../workspaces/practice-workspace';
import { createWorkspaceService, type WorkspaceService } from '../workspaces/workspace-service';

export interface AppContext {
  readonly dataDir: string;
  readonly log: AppLog;
  readonly keyStore: KeyStore;
  readonly ledger: Ledger;
  readonly workspaces: WorkspaceService;
  readonly targets: TargetService;
  readonly runs: RunService;
  /** Pauses what is running, waits for answers on their way, and closes the ledger. */
  close(): Promise<void>;
}

export interface AppContextOptions {
  readonly dataDir: string;
  readonly log: AppLog;
  readonly keyStore: KeyStore;
  /** FLOWMINGO_BASE_URL: honoured for addresses of this computer only. */
  readonly loopbackUrl: string | null;
}
