// The ledger as one thing: opens the database and hands out its stores. Must never be open twice.
import type { RunLedger } from '../runs/run-ledger';
import { type BatchStore, createBatchStore } from './batch-store';
import { openDatabase } from './database';
import { createDraftStore, type DraftStore } from './draft-store';
import { type EntryKeeper, startEntryKeeper } from './entry-keeper';
import type { EntryPlace } from './entry-rows';
import { createGroupCommit } from './group-commit';
import { createHistoryStore, type HistoryStore } from './history-store';
import { createLookUpStore } from './look-up-store';
import { createMappingStore, type MappingStore } from './mapping-store';
import { createPeopleStore, type PeopleStore } from './people-store';
import { createPipelineExportStore, type PipelineExportStore } from './pipeline-export-store';
import { createPipelineReadStore, type PipelineReadStore } from './pipeline-read-store';
import { createPipelineStore } from './pipeline-store';
import { createRunPlanning } from './run-planning';
import { createRunReads } from './run-reads';
import { createRunWrites } from './run-writes';
import { createSettingsStore, type SettingsStore } from './settings-store';
import { createSnapshotStore, type SnapshotStore } from './snapshot-store';
import { createStatements } from './statements';
import { createTargetListStore, type TargetListStore } from './target-list-store';
import { createWorkspaceStore, type WorkspaceStore } from './workspace-store';
import { createFirstTurn, createSharedTurn } from './write-turn';

export interface Ledger {
  readonly workspaces: WorkspaceStore;
  readonly settings: SettingsStore;
  readonly targetLists: TargetListStore;
  readonly mappings: MappingStore;
  readonly batches: BatchStore;
  readonly drafts: DraftStore;
  readonly runs: RunLedger;
  readonly history: HistoryStore;
  readonly snapshots: SnapshotStore;
  readonly people: PeopleStore;
  readonly pipelineReads: PipelineReadStore;
  readonly pipelineExports: PipelineExportStore;
  /** Starts the thread that writes the rows of a snapshot; it has to be ended before the ledger is closed. */
  startEntryKeeper(programPath: string, place: EntryPlace): EntryKeeper;
  /** The last end was a crash, a kill or a power cut. */
  readonly wasUnclean: boolean;
  /** Commits what is queued and closes cleanly. Nothing may be written after that. */
  close(): void;
}

/**
 * Opens the ledger of a data folder; the folder and the ledger are made where there are none.
 * @throws AppError `store/in-use`, `store/unreadable`, `store/unwritable`.
 */
export function openLedger(dataDir: string): Ledger {
  const { path: ledgerPath, database, wasUnclean, close } = openDatabase(dataDir);
  const turn = createSharedTurn();
  const commit = createGroupCommit(database, createFirstTurn(turn));
  const sql = createStatements(database);
  return {
    workspaces: createWorkspaceStore(sql, commit),
    settings: createSettingsStore(sql, commit),
    targetLists: createTargetListStore(sql, commit),
    mappings: createMappingStore(sql, commit),
    batches: createBatchStore(sql, commit),
    drafts: createDraftStore(sql, commit),
    runs: {
      folder: dataDir,
      ...createRunPlanning(sql, commit),
      ...createRunWrites(sql, commit),
      ...createRunReads(sql),
      ...createLookUpStore(sql, commit),
      ...createPipelineStore(sql, commit),
    },
    history: createHistoryStore(sql),
    snapshots: createSnapshotStore(sql, commit),
    people: createPeopleStore(sql, commit),
    pipelineReads: createPipelineReadStore(sql),
    pipelineExports: createPipelineExportStore(sql),
    startEntryKeeper: (programPath, place) => startEntryKeeper({ programPath, ledgerPath, turn, place }),
    wasUnclean,
    close: () => {
      commit.flush();
      close();
    },
  };
}
