// Prepared batches and their rows, as they came from the window. A row, once stored, is never changed.
import { randomUUID } from 'node:crypto';
import { AppError } from '../../shared/errors/app-error';
import {
  type BatchOrder,
  type BatchRow,
  type BatchSource,
  batchOrderSchema,
  batchSourceSchema,
  type NewBatch,
  type OpenBatchOrder,
} from '../../shared/operations/batch';
import type { InviteTarget } from '../../shared/operations/invite-target';
import { personKey } from '../../shared/operations/person-key';
import { type PipelineWork, pipelineWorkSchema } from '../../shared/operations/pipeline-work';
import { toSearchText } from '../../shared/operations/search-text';
import type { GroupCommit } from './group-commit';
import type { Statements } from './statements';

export interface StoredBatch {
  readonly batchId: string;
  readonly workspaceId: string;
  readonly name: string;
  readonly source: BatchSource;
  readonly work: BatchOrder;
  /** How many rows were announced. */
  readonly rowCount: number;
  /** How many rows have arrived. */
  readonly rowsHeld: number;
}

/** A row of a batch with its place in it. */
export interface StoredBatchRow extends BatchRow {
  readonly ordinal: number;
}

export interface BatchStore {
  /** Answers the new batch's id. */
  begin(batch: NewBatch): string;
  /** Stores rows from `fromOrdinal` on and answers how many the batch holds; a chunk that comes twice changes nothing. */
  addRows(batchId: string, fromOrdinal: number, rows: readonly BatchRow[]): number;
  /** @throws AppError `batch/not-found`, `batch/target-open`. */
  get(batchId: string): StoredBatch;
  /** Takes a batch away that nothing came of: it is not ready, and no run was made of it. Else it stays. */
  drop(batchId: string): void;
  /** How many of its rows are not left out. @throws AppError `batch/not-found`. */
  countSendable(batchId: string): number;
  /** The rows from an ordinal on, in order, at most `limit`. */
  readRows(batchId: string, fromOrdinal: number, limit: number): StoredBatchRow[];
}

interface BatchRecord {
  readonly batch_no: number;
  readonly batch_id: string;
  readonly workspace_id: string;
  readonly name: string;
  readonly operation: string;
  readonly source_json: string;
  readonly order_json: string;
  readonly row_count: number;
}

/** The batch's columns as a row of the sheet and its person. */
export interface BatchRowRecord {
  readonly ordinal: number;
  readonly row_number: number;
  readonly email: string | null;
  readonly firstname: string | null;
  readonly lastname: string | null;
  readonly cv_link: string | null;
  readonly ats_candidate_id: string | null;
  readonly work_json: string | null;
  readonly skip_why: NonNullable<BatchRow['skip']>['why'] | null;
  readonly skip_detail: string | null;
  readonly cells_json: string;
}

export function createBatchStore(sql: Statements, commit: GroupCommit): BatchStore {
  const find = (batchId: string): BatchRecord => {
    const record = sql(
      'SELECT batch_no, batch_id, workspace_id, name, operation, source_json, order_json, row_count FROM batches WHERE batch_id = ?',
    ).get(batchId) as BatchRecord | undefined;
    if (record === undefined) throw new AppError('batch/not-found');
    return record;
  };
  const countRows = (batchNo: number): number =>
    (sql('SELECT count(*) AS held FROM batch_rows WHERE batch_no = ?').get(batchNo) as { held: number }).held;

  return {
    begin: ({ workspaceId, name, source, work, rowCount, draftId }) => {
      const batchId = randomUUID();
      const { setId, projectId, sendInvite, title } = toColumns(work);
      commit.now(() => {
        sql(
          `INSERT INTO batches (batch_id, workspace_id, name, operation, source_json, order_json, file_name, sheet_name, target_title,
             set_id, project_id, send_invite, row_count, created_at_ms, draft_id)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        ).run(
          batchId,
          workspaceId ?? '',
          name,
          work.operation,
          JSON.stringify(source),
          JSON.stringify(work.order),
          source.fileName,
          source.sheetName,
          title,
          setId,
          projectId,
          sendInvite ? 1 : 0,
          rowCount,
          Date.now(),
          draftId ?? null,
        );
      });
      return batchId;
    },
    addRows: (batchId, fromOrdinal, rows) => {
      const { batch_no: batchNo, row_count: rowCount, operation } = find(batchId);
      if (fromOrdinal + rows.length > rowCount) throw new AppError('batch/incomplete');
      commit.now(() => {
        for (const [index, row] of rows.entries()) {
          const { person } = row;
          sql(
            `INSERT INTO batch_rows (batch_no, ordinal, row_number, email, firstname, lastname, cv_link, ats_candidate_id, person_key,
               search_text, skip_why, skip_detail, taken_in, cells_json, work_json)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
             ON CONFLICT (batch_no, ordinal) DO NOTHING`,
          ).run(
            batchNo,
            fromOrdinal + index,
            row.rowNumber,
            person.email,
            person.firstname,
            person.lastname,
            person.cv_link,
            person.ats_candidate_id,
            // The history of invitations knows people by this key; work on a pipeline is none.
            operation === 'invite' ? personKey(person) : null,
            toSearchText(
              [person.firstname, person.lastname, person.email].filter((text) => text !== null).join(' '),
            ),
            row.skip?.why ?? null,
            row.skip?.detail ?? null,
            row.takenIn === true ? 1 : 0,
            JSON.stringify(row.cells),
            row.work === undefined ? null : JSON.stringify(row.work),
          );
        }
      });
      return countRows(batchNo);
    },
    countSendable: (batchId) => {
      const { batch_no } = find(batchId);
      return (
        sql('SELECT count(*) AS sendable FROM batch_rows WHERE batch_no = ? AND skip_why IS NULL').get(
          batch_no,
        ) as { sendable: number }
      ).sendable;
    },
    drop: (batchId) => {
      const { batch_no: batchNo } = find(batchId);
      const isOfUse = sql(
        'SELECT 1 FROM runs WHERE batch_no = ?1 UNION ALL SELECT 1 FROM ready_batches WHERE batch_no = ?1 LIMIT 1',
      ).get(batchNo);
      if (isOfUse !== undefined) return;
      commit.now(() => {
        for (const table of ['batch_rows', 'batches'])
          sql(`DELETE FROM ${table} WHERE batch_no = ?`).run(batchNo);
      });
    },
    get: (batchId) => {
      const record = find(batchId);
      if (isTargetOpen(record.order_json)) throw new AppError('batch/target-open');
      return {
        batchId: record.batch_id,
        workspaceId: record.workspace_id,
        name: record.name,
        source: batchSourceSchema.parse(JSON.parse(record.source_json)),
        work: toBatchOrder(record.operation, record.order_json),
        rowCount: record.row_count,
        rowsHeld: countRows(record.batch_no),
      };
    },
    readRows: (batchId, fromOrdinal, limit) =>
      (
        sql(
          `SELECT ordinal, row_number, email, firstname, lastname, cv_link, ats_candidate_id, work_json, skip_why, skip_detail, cells_json
           FROM batch_rows WHERE batch_no = ? AND ordinal >= ? ORDER BY ordinal LIMIT ?`,
        ).all(find(batchId).batch_no, fromOrdinal, limit) as BatchRowRecord[]
      ).map(toBatchRow),
  };
}

function toBatchRow(record: BatchRowRecord): StoredBatchRow {
  return {
    ordinal: record.ordinal,
    rowNumber: record.row_number,
    cells: JSON.parse(record.cells_json) as string[],
    person: toPerson(record),
    ...withWork(record),
    skip: record.skip_why === null ? null : { why: record.skip_why, detail: record.skip_detail ?? '' },
  };
}

/** The person of a stored row. */
export function toPerson(
  record: Pick<BatchRowRecord, 'email' | 'firstname' | 'lastname' | 'cv_link' | 'ats_candidate_id'>,
): BatchRow['person'] {
  const { email, firstname, lastname, cv_link, ats_candidate_id } = record;
  return { email, firstname, lastname, cv_link, ats_candidate_id };
}

function withWork(record: Pick<BatchRowRecord, 'work_json'>): { work?: PipelineWork } {
  const work = toWork(record);
  return work === null ? {} : { work };
}

/** What a stored row asks for; null for an invitation. */
export function toWork({ work_json: json }: Pick<BatchRowRecord, 'work_json'>): PipelineWork | null {
  return json === null ? null : pipelineWorkSchema.parse(JSON.parse(json));
}

/** Whether a stored batch is an invitation whose target is to be chosen later. */
export function isTargetOpen(orderJson: string): boolean {
  return (JSON.parse(orderJson) as { target?: unknown }).target === null;
}

/** What a stored batch does. */
export function toBatchOrder(operation: string, orderJson: string): BatchOrder {
  return batchOrderSchema.parse({ operation, order: JSON.parse(orderJson) });
}

interface TargetColumns {
  readonly setId: string | null;
  readonly projectId: string | null;
  readonly sendInvite: boolean;
  readonly title: string;
}

function toColumns(work: BatchOrder | OpenBatchOrder): TargetColumns {
  if (work.operation !== 'invite')
    return { setId: null, projectId: null, sendInvite: false, title: work.order.title };
  const { target, sendInvite } = work.order;
  if (target === null) return { setId: null, projectId: null, sendInvite, title: '' };
  return { setId: target.setId, projectId: target.projectId, sendInvite, title: toTargetTitle(target) };
}

/** What people call the target: the set, or the project with its job post. */
export function toTargetTitle(target: InviteTarget): string {
  if (target.setId !== null) return target.setTitle ?? target.setId;
  const project = target.projectTitle ?? target.projectId ?? '';
  return target.jobPostId === null ? project : `${project} · ${target.jobPostTitle ?? target.jobPostId}`;
}
