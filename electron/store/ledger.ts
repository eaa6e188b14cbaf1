// The ledger as one thing: opens the database and hands out its stores. Must never be open twice.
import type { RunLedger } from '../runs/run-ledger';
import { type BatchStore, createBatchStore } from './batch-store';
import { openDatabase } from './database';
import { createDraftStore, type DraftStore } from './draft-store';
import { type EntryKeeper, startEntryKeeper } from './entry-keeper';
import type { EntryPlace } from './entry-rows';
import { createGroupCommit } from './group-commit';
import { createHistoryStore, type HistoryStore } from './history-store';
import { attemptCountsSql, type KnownRun } from './known-runs';
import { type LastMessage, type LastMessageQuestion, readLastMessage } from './last-message';
import { createLastRunStore, type LastRunStore } from './last-run-store';
import { createLookUpStore } from './look-up-store';
import { createMappingStore, type MappingStore } from './mapping-store';
import { createPeopleSearchStore, type PeopleSearchStore } from './people-search-store';
import { createPeopleStore, type PeopleStore } from './people-store';
import { createPipelineExportStore, type PipelineExportStore } from './pipeline-export-store';
import { createPipelineMappingStore, type PipelineMappingStore } from './pipeline-mapping-store';
import { createPipelineReadStore, type PipelineReadStore } from './pipeline-read-store';
import { createPipelineStore } from './pipeline-store';
import { createReadyStore, type ReadyStore } from './ready-store';
import { createReportStore, type ReportStore } from './report-store';
import { createRetentionStore, type RetentionStore } from './retention-store';
import { createRunDeletionStore, type RunDeletionStore } from './run-deletion-store';
import { createRunFactsStore, type RunFactsStore } from './run-facts-store';
import { createRunPlanning } from './run-planning';
import { createRunReads } from './run-reads';
import { createRunWrites } from './run-writes';
import { createSettingsStore, type SettingsStore } from './settings-store';
import { createSnapshotStore, type SnapshotStore } from './snapshot-store';
import { createStatements } from './statements';
import { createStoryStore, type StoryStore } from './story-store';
import { createTargetListStore, type TargetListStore } from './target-list-store';
import { createTemplateStore, type TemplateStore } from './template-store';
import { createWorkspaceStore, type WorkspaceStore } from './workspace-store';
import { createFirstTurn, createSharedTurn } from './write-turn';

export interface Ledger {
  readonly workspaces: WorkspaceStore;
  readonly settings: SettingsStore;
  readonly targetLists: TargetListStore;
  readonly mappings: MappingStore;
  readonly pipelineMappings: PipelineMappingStore;
  readonly templates: TemplateStore;
  readonly batches: BatchStore;
  readonly drafts: DraftStore;
  readonly ready: ReadyStore;
  readonly runs: RunLedger;
  readonly history: HistoryStore;
  /** The message that was last sent to a target; null where there was none of one's own. */
  readLastMessage(question: LastMessageQuestion): LastMessage | null;
  readonly snapshots: SnapshotStore;
  readonly people: PeopleStore;
  readonly pipelineReads: PipelineReadStore;
  readonly lastRuns: LastRunStore;
  readonly pipelineExports: PipelineExportStore;
  readonly peopleSearch: PeopleSearchStore;
  readonly stories: StoryStore;
  readonly runFacts: RunFactsStore;
  readonly runDeletion: RunDeletionStore;
  readonly retention: RetentionStore;
  readonly report: ReportStore;
  /** Starts the thread that writes the rows of a snapshot; it has to be ended before the ledger is closed. */
  startEntryKeeper(programPath: string, place: EntryPlace): EntryKeeper;
  /** The last end was a crash, a kill or a power cut. */
  readonly wasUnclean: boolean;
  /**
   * Writes the file anew, without a trace of what was deleted. Takes seconds with hundreds of thousands of rows, in which nothing else
   * goes on. @throws Error where another program reads the ledger, or the disk is full; the ledger stays as it was.
   */
  compact(): void;
  /** Copies the ledger as it is at one moment into a file that is not there yet; runs may go on meanwhile. */
  copyTo(path: string): Promise<void>;
  /** Every run with the number of its requests: how far it has come. */
  countAttempts(): KnownRun[];
  /** Commits what is queued and closes cleanly. Nothing may be written after that. */
  close(): void;
}

/**
 * Opens the ledger of a data folder; the folder and the ledger are made where there are none.
 * @throws AppError `store/in-use`, `store/unreadable`, `store/unwritable`.
 */
export function openLedger(dataDir: string): Ledger {
  const { path: ledgerPath, database, wasUnclean, copyTo, close } = openDatabase(dataDir);
  const turn = createSharedTurn();
  const commit = createGroupCommit(database, createFirstTurn(turn));
  const sql = createStatements(database);
  return {
    workspaces: createWorkspaceStore(sql, commit),
    settings: createSettingsStore(sql, commit),
    targetLists: createTargetListStore(sql, commit),
    mappings: createMappingStore(sql, commit),
    pipelineMappings: createPipelineMappingStore(sql, commit),
    templates: createTemplateStore(sql, commit),
    batches: createBatchStore(sql, commit),
    drafts: createDraftStore(sql, commit),
    ready: createReadyStore(sql, commit),
    runs: {
      folder: dataDir,
      ...createRunPlanning(sql, commit),
      ...createRunWrites(sql, commit),
      ...createRunReads(sql),
      ...createLookUpStore(sql, commit),
      ...createPipelineStore(sql, commit),
    },
    history: createHistoryStore(sql),
    readLastMessage: (question) => readLastMessage(sql, question),
    snapshots: createSnapshotStore(sql, commit),
    people: createPeopleStore(sql, commit),
    pipelineReads: createPipelineReadStore(sql),
    lastRuns: createLastRunStore(sql),
    pipelineExports: createPipelineExportStore(sql),
    peopleSearch: createPeopleSearchStore(sql, commit),
    stories: createStoryStore(sql),
    runFacts: createRunFactsStore(sql),
    runDeletion: createRunDeletionStore(sql, commit),
    retention: createRetentionStore(sql, commit),
    report: createReportStore(sql),
    compact: () => {
      commit.flush();
      database.exec("INSERT INTO people_search (people_search) VALUES ('optimize')");
      // As after every deletion from it (people-search-index.ts): no number of FTS5's own may stay as the last row's.
      database.exec(
        'CREATE TEMP TABLE small_number (one); INSERT INTO small_number VALUES (1); DROP TABLE small_number',
      );
      database.exec('VACUUM');
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    },
    startEntryKeeper: (programPath, place) => startEntryKeeper({ programPath, ledgerPath, turn, place }),
    wasUnclean,
    copyTo: async (path) => {
      commit.flush();
      await copyTo(path);
    },
    countAttempts: () => sql(attemptCountsSql).all() as unknown as KnownRun[],
    close: () => {
      commit.flush();
      close();
    },
  };
}
