// Batches that are ready and the order in which they run. A batch is ready as long as no run of it exists: a query, so that nothing
// can call a sent batch ready. Must never drop a batch that a run came of.
import { type Finding, findingSchema } from '../../shared/batches/finding';
import { needsLook, type OpenRun } from '../../shared/batches/queue-decision';
import type { ReadyBatch } from '../../shared/batches/ready-batch';
import { AppError } from '../../shared/errors/app-error';
import type { InviteTarget } from '../../shared/operations/invite-target';
import type { OperationKind } from '../../shared/operations/operation-kind';
import { type RunSettings, runSettingsSchema } from '../../shared/runs/run-settings';
import { toTargetTitle } from './batch-store';
import type { GroupCommit } from './group-commit';
import type { Statements } from './statements';

export interface ToKeepReady {
  readonly settings: RunSettings;
  readonly firstRows: number | null;
  readonly draftId: string | null;
}

export interface RowLink {
  readonly link: string;
  readonly rowNumber: number;
}

export interface ReadyStore {
  /** In the order of the queue. */
  list(): ReadyBatch[];
  /** @throws AppError `batch/not-ready`. */
  get(batchId: string): ReadyBatch;
  /** Puts a whole batch at the end of the queue. @throws AppError `batch/incomplete`, `batch/not-ready` (a run of it exists). */
  keep(batchId: string, wanted: ToKeepReady): ReadyBatch;
  /** `toPlace`: 0-based. */
  move(batchId: string, toPlace: number): void;
  rename(batchId: string, name: string): void;
  /** Only where the target is open. @throws AppError `batch/not-ready`. */
  chooseTarget(batchId: string, workspaceId: string, target: InviteTarget): void;
  setStartsItself(batchId: string, startsItself: boolean): void;
  /** Whether CV links are looked at before it starts by itself. */
  setLooksAtLinks(batchId: string, looksAtLinks: boolean): void;
  /** The first different CV links of the people who are sent to, each with the row where it stands first. At most `limit`. */
  readLinks(batchId: string, limit: number): RowLink[];
  /** Keeps what somebody has to see or mend; the rest says nothing an hour later. */
  setFindings(batchId: string, findings: readonly Finding[]): void;
  /** Exactly these are to be run now; null: none. */
  setOrdered(batchIds: readonly string[] | null): void;
  /** This one is not to be run now. */
  clearOrder(batchId: string): void;
  /** Deleted ones are in no list; they can be brought back until `purge`. @throws AppError `batch/not-ready`. */
  setDeleted(batchId: string, isDeleted: boolean): void;
  /** Takes it out of the ledger with its rows: it is a draft again, or nothing. */
  takeBack(batchId: string): void;
  /**
   * The run that the queue has started and that has no end; null where there is none. One that waits for a look at its first rows is
   * none: it has done what was asked for, and the look is about this batch alone.
   */
  openRun(): OpenRun | null;
  /** The run that the queue has started last; null before the first. */
  lastRun(): OpenRun | null;
  /** Ends what was deleted. */
  purge(): void;
}

interface ReadyRecord {
  readonly batch_id: string;
  readonly batch_no: number;
  readonly draft_id: string | null;
  readonly name: string;
  readonly file_name: string;
  readonly operation: OperationKind;
  readonly workspace_id: string;
  readonly target_title: string;
  readonly send_invite: 0 | 1;
  readonly row_count: number;
  readonly sendable_count: number;
  readonly settings_json: string;
  readonly first_rows: number | null;
  readonly starts_itself: 0 | 1;
  readonly looks_at_links: 0 | 1;
  readonly link_count: number;
  readonly ordered_at_ms: number | null;
  readonly ready_at_ms: number;
  readonly findings_json: string;
}

const selectReady = `
  SELECT b.batch_id, b.batch_no, b.draft_id, b.name, b.file_name, b.operation, b.workspace_id, b.target_title, b.send_invite, b.row_count,
    y.sendable_count, y.settings_json, y.first_rows, y.starts_itself, y.looks_at_links, y.link_count,
    y.ordered_at_ms, y.ready_at_ms, y.findings_json
  FROM ready_batches y JOIN batches b ON b.batch_no = y.batch_no
  WHERE NOT EXISTS (SELECT 1 FROM runs r WHERE r.batch_no = y.batch_no)`;

/** Links that may be looked at: what is not https stops its row, or is empty. */
const isLink = "skip_why IS NULL AND trim(cv_link) LIKE 'https://%'";

/** A draft that is kept ready stands among the ready batches, and in no other list. */
export const isKeptReady = `EXISTS (SELECT 1 FROM batches JOIN ready_batches USING (batch_no)
  WHERE batches.draft_id = drafts.draft_id AND ready_batches.deleted_at_ms IS NULL)`;

export function createReadyStore(sql: Statements, commit: GroupCommit): ReadyStore {
  const readAll = () =>
    sql(`${selectReady} AND y.deleted_at_ms IS NULL ORDER BY y.place, y.batch_no`).all() as ReadyRecord[];
  const find = (batchId: string, withDeleted = false): ReadyRecord => {
    const record = sql(
      `${selectReady} AND b.batch_id = ? ${withDeleted ? '' : 'AND y.deleted_at_ms IS NULL'}`,
    ).get(batchId) as ReadyRecord | undefined;
    if (record === undefined) throw new AppError('batch/not-ready');
    return record;
  };
  const set = (batchId: string, column: string, value: string | number | null, withDeleted = false) => {
    const { batch_no: batchNo } = find(batchId, withDeleted);
    commit.now(() => sql(`UPDATE ready_batches SET ${column} = ? WHERE batch_no = ?`).run(value, batchNo));
  };
  const remove = (batchNo: number) => {
    for (const table of ['ready_batches', 'batch_rows', 'batches'])
      sql(`DELETE FROM ${table} WHERE batch_no = ?`).run(batchNo);
  };

  return {
    list: () => readAll().map(toReadyBatch),
    get: (batchId) => toReadyBatch(find(batchId)),
    keep: (batchId, { settings, firstRows, draftId }) => {
      const batch = sql('SELECT batch_no, row_count FROM batches WHERE batch_id = ?').get(batchId) as
        | { batch_no: number; row_count: number }
        | undefined;
      if (batch === undefined) throw new AppError('batch/not-found');
      const { batch_no: batchNo, row_count: rowCount } = batch;
      const { held, sendable, links } = sql(
        `SELECT count(*) AS held, count(*) FILTER (WHERE skip_why IS NULL) AS sendable,
           count(DISTINCT trim(cv_link)) FILTER (WHERE ${isLink}) AS links FROM batch_rows WHERE batch_no = ?`,
      ).get(batchNo) as { held: number; sendable: number; links: number };
      if (held !== rowCount) throw new AppError('batch/incomplete');
      if (sendable === 0) throw new AppError('batch/nothing-to-send');
      commit.now(() => {
        if (draftId !== null) sql('UPDATE batches SET draft_id = ? WHERE batch_no = ?').run(draftId, batchNo);
        sql(
          `INSERT INTO ready_batches (batch_no, place, settings_json, first_rows, sendable_count, link_count, ready_at_ms)
           SELECT ?, coalesce(max(place), 0) + 1, ?, ?, ?, ?, ? FROM ready_batches WHERE true
           ON CONFLICT (batch_no) DO NOTHING`,
        ).run(batchNo, JSON.stringify(settings), firstRows, sendable, links, Date.now());
      });
      return toReadyBatch(find(batchId));
    },
    move: (batchId, toPlace) => {
      const moved = find(batchId);
      const order = readAll().filter(({ batch_id }) => batch_id !== batchId);
      order.splice(toPlace, 0, moved);
      commit.now(() => {
        for (const [place, { batch_no: batchNo }] of order.entries())
          sql('UPDATE ready_batches SET place = ? WHERE batch_no = ?').run(place, batchNo);
      });
    },
    rename: (batchId, name) => {
      const { batch_no: batchNo, draft_id: draftId } = find(batchId);
      commit.now(() => {
        sql('UPDATE batches SET name = ? WHERE batch_no = ?').run(name, batchNo);
        if (draftId !== null) sql('UPDATE drafts SET name = ? WHERE draft_id = ?').run(name, draftId);
      });
    },
    chooseTarget: (batchId, workspaceId, target) => {
      const { batch_no: batchNo, target_title: title } = find(batchId);
      if (title !== '') throw new AppError('batch/not-ready');
      const { order_json: json } = sql('SELECT order_json FROM batches WHERE batch_no = ?').get(batchNo) as {
        order_json: string;
      };
      const order = { ...(JSON.parse(json) as object), target };
      commit.now(() => {
        // The draft goes where the batch goes: to be changed, copied or handed over.
        sql(
          `UPDATE drafts SET workspace_id = ?1, state_json = json_set(state_json, '$.workspaceId', ?1, '$.order.target', json(?2),
             '$.order.targetLater', json('false'))
           WHERE draft_id = (SELECT draft_id FROM batches WHERE batch_no = ?3) AND json_valid(state_json)`,
        ).run(workspaceId, JSON.stringify(target), batchNo);
        sql(
          'UPDATE batches SET workspace_id = ?, order_json = ?, target_title = ?, set_id = ?, project_id = ? WHERE batch_no = ?',
        ).run(
          workspaceId,
          JSON.stringify(order),
          toTargetTitle(target),
          target.setId,
          target.projectId,
          batchNo,
        );
        sql("UPDATE ready_batches SET findings_json = '[]' WHERE batch_no = ?").run(batchNo);
      });
    },
    setStartsItself: (batchId, startsItself) => set(batchId, 'starts_itself', startsItself ? 1 : 0),
    setLooksAtLinks: (batchId, looksAtLinks) => set(batchId, 'looks_at_links', looksAtLinks ? 1 : 0),
    readLinks: (batchId, limit) =>
      sql(
        `SELECT trim(cv_link) AS link, min(row_number) AS rowNumber FROM batch_rows WHERE batch_no = ? AND ${isLink}
         GROUP BY trim(cv_link) ORDER BY rowNumber LIMIT ?`,
      ).all(find(batchId).batch_no, limit) as unknown as RowLink[],
    setFindings: (batchId, findings) =>
      set(batchId, 'findings_json', JSON.stringify(findings.filter(needsLook))),
    setOrdered: (batchIds) => {
      const wanted = batchIds?.map((batchId) => find(batchId).batch_no) ?? [];
      commit.now(() => {
        sql('UPDATE ready_batches SET ordered_at_ms = NULL WHERE ordered_at_ms IS NOT NULL').run();
        for (const batchNo of wanted)
          sql('UPDATE ready_batches SET ordered_at_ms = ? WHERE batch_no = ?').run(Date.now(), batchNo);
      });
    },
    clearOrder: (batchId) => set(batchId, 'ordered_at_ms', null),
    setDeleted: (batchId, isDeleted) => {
      const { batch_no: batchNo, draft_id: draftId } = find(batchId, true);
      const atMs = isDeleted ? Date.now() : null;
      commit.now(() => {
        sql('UPDATE ready_batches SET deleted_at_ms = ?, ordered_at_ms = NULL WHERE batch_no = ?').run(
          atMs,
          batchNo,
        );
        if (draftId !== null)
          sql('UPDATE drafts SET deleted_at_ms = ? WHERE draft_id = ?').run(atMs, draftId);
      });
    },
    takeBack: (batchId) => {
      const { batch_no: batchNo } = find(batchId);
      commit.now(() => remove(batchNo));
    },
    openRun: () =>
      toOpenRun(
        sql(
          `SELECT r.run_id AS runId, r.state FROM queue_runs q JOIN runs r ON r.run_no = q.run_no
           WHERE r.state NOT IN ('finished', 'cancelled') AND NOT (r.state = 'paused' AND r.pause_reason = 'first-rows')
           ORDER BY r.run_no LIMIT 1`,
        ).get(),
      ),
    lastRun: () =>
      toOpenRun(
        sql(
          'SELECT r.run_id AS runId, r.state FROM queue_runs q JOIN runs r ON r.run_no = q.run_no ORDER BY r.run_no DESC LIMIT 1',
        ).get(),
      ),
    purge: () =>
      commit.now(() => {
        sql(
          'DELETE FROM ready_batches WHERE EXISTS (SELECT 1 FROM runs r WHERE r.batch_no = ready_batches.batch_no)',
        ).run();
        const deleted = sql('SELECT batch_no FROM ready_batches WHERE deleted_at_ms IS NOT NULL').all() as {
          batch_no: number;
        }[];
        for (const { batch_no: batchNo } of deleted) remove(batchNo);
      }),
  };
}

function toOpenRun(record: unknown): OpenRun | null {
  return record === undefined ? null : { ...(record as OpenRun) };
}

function toReadyBatch(record: ReadyRecord): ReadyBatch {
  return {
    batchId: record.batch_id,
    draftId: record.draft_id,
    name: record.name,
    fileName: record.file_name,
    operation: record.operation,
    workspaceId: record.workspace_id === '' ? null : record.workspace_id,
    targetTitle: record.target_title === '' ? null : record.target_title,
    sendInvite: record.send_invite === 1,
    sendable: record.sendable_count,
    total: record.row_count,
    settings: runSettingsSchema.parse(JSON.parse(record.settings_json)),
    firstRows: record.first_rows,
    startsItself: record.starts_itself === 1,
    linkCount: record.link_count,
    looksAtLinks: record.looks_at_links === 1,
    isOrdered: record.ordered_at_ms !== null,
    readyAtMs: record.ready_at_ms,
    findings: findingSchema.array().parse(JSON.parse(record.findings_json)),
  };
}
