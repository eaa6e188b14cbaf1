// What the ledger can tell about itself without telling anything of people: counts, states, causes, and whether its file is whole.
import { outcomeOf, type RowState } from '../../shared/runs/row-state';
import { schemaVersion } from './migrations';
import type { Statements } from './statements';

/** Runs that a report names one by one. */
const mostRuns = 200;
/** Findings of a damaged file; the first few say where. */
const mostFindings = 5;

export interface ReportedCause {
  readonly outcome: string;
  /** As the ledger has it: it may end in words of an answer, which are somebody else's. */
  readonly causeCode: string | null;
  readonly count: number;
}

export interface ReportedRun {
  readonly run_id: string;
  readonly parent_run_id: string | null;
  readonly workspace_id: string;
  readonly operation: string;
  readonly environment: string;
  readonly state: string;
  readonly pause_reason: string | null;
  readonly started_from: string | null;
  readonly concurrency: number;
  readonly people_per_request: number;
  readonly created_at_ms: number;
  readonly started_at_ms: number | null;
  readonly finished_at_ms: number | null;
  readonly causes: readonly ReportedCause[];
}

export interface ReportStore {
  readLedgerFacts(): {
    readonly form: number;
    readonly sqlite: string;
    readonly pages: number;
    readonly freePages: number;
    readonly pageSizeBytes: number;
    readonly rows: Readonly<Record<string, number>>;
    /** `ok`, or what is wrong. */
    readonly integrity: readonly string[];
  };
  /** Of all runs together. */
  readCauses(): ReportedCause[];
  /** The newest runs. */
  readRuns(): ReportedRun[];
}

const countedTables = [
  'workspaces',
  'batches',
  'batch_rows',
  'runs',
  'run_rows',
  'attempts',
  'look_ups',
  'drafts',
  'snapshots',
  'people',
];

export function createReportStore(sql: Statements): ReportStore {
  const one = (text: string) => Object.values(sql(text).get() as Record<string, unknown>)[0];
  const toCauses = (records: unknown): ReportedCause[] =>
    (records as { state: RowState; cause_code: string | null; count: number }[]).map(
      ({ state, cause_code: causeCode, count }) => ({ outcome: outcomeOf[state], causeCode, count }),
    );
  return {
    readLedgerFacts: () => ({
      form: schemaVersion,
      sqlite: String(one('SELECT sqlite_version()')),
      pages: Number(one('PRAGMA page_count')),
      freePages: Number(one('PRAGMA freelist_count')),
      pageSizeBytes: Number(one('PRAGMA page_size')),
      rows: Object.fromEntries(
        countedTables.map((name) => [name, Number(one(`SELECT count(*) FROM ${name}`))]),
      ),
      integrity: (sql(`PRAGMA quick_check(${mostFindings})`).all() as Record<string, string>[]).map(
        (finding) => Object.values(finding).join(' '),
      ),
    }),
    readCauses: () =>
      toCauses(
        sql(
          'SELECT state, cause_code, count(*) AS count FROM run_rows GROUP BY state, cause_code ORDER BY count DESC',
        ).all(),
      ),
    readRuns: () =>
      (
        sql(
          `SELECT r.run_no, r.run_id, r.parent_run_id, r.workspace_id, b.operation, r.environment, r.state, r.pause_reason,
             r.started_from, r.concurrency, r.people_per_request, r.created_at_ms, r.started_at_ms, r.finished_at_ms
           FROM runs r JOIN batches b ON b.batch_no = r.batch_no ORDER BY r.run_no DESC LIMIT ?`,
        ).all(mostRuns) as unknown as (ReportedRun & { run_no: number })[]
      ).map((run) => ({
        ...run,
        causes: toCauses(
          sql(
            'SELECT state, cause_code, count(*) AS count FROM run_rows WHERE run_no = ? GROUP BY state, cause_code',
          ).all(run.run_no),
        ),
      })),
  };
}
