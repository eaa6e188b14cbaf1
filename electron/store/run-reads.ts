// Reads runs for screens, exports and the terminal. Counts are queries over rows, never kept beside them.
import { AppError } from '../../shared/errors/app-error';
import { batchSourceSchema } from '../../shared/operations/batch';
import { toSearchText } from '../../shared/operations/search-text';
import { outcomeOf, type RowState } from '../../shared/runs/row-state';
import { attemptViewSchema } from '../../shared/runs/unsure';
import type { CauseCount, RowQuery, RunLedger } from '../runs/run-ledger';
import { type BatchRowRecord, toBatchOrder, toPerson } from './batch-store';
import { type RowToSendRecord, rowToSendColumns, toRowToSend } from './row-to-send';
import {
  type RunDbRecord,
  type RunRowDbRecord,
  runRowColumns,
  type StateCount,
  selectRun,
  statesOf,
  toRunRow,
  toSummary,
} from './run-records';
import type { Statements } from './statements';

type RunReads = Pick<
  RunLedger,
  'getSummary' | 'listSummaries' | 'listRows' | 'listCauses' | 'getOrigin' | 'readResultRows' | 'readAttempts'
>;

const notSent = 'not-sent';

export function createRunReads(sql: Statements): RunReads {
  const find = (runId: string): RunDbRecord => {
    const record = sql(`${selectRun} WHERE r.run_id = ?`).get(runId) as RunDbRecord | undefined;
    if (record === undefined) throw new AppError('run/not-found');
    return record;
  };
  const summarize = (record: RunDbRecord) =>
    toSummary(
      record,
      sql('SELECT state, count(*) AS count FROM run_rows WHERE run_no = ? GROUP BY state').all(
        record.run_no,
      ) as StateCount[],
      (
        sql(
          "SELECT count(*) AS count FROM run_rows WHERE run_no = ? AND state = 'unknown' AND decision IS NULL",
        ).get(record.run_no) as { count: number }
      ).count,
    );

  return {
    getSummary: (runId) => summarize(find(runId)),
    listSummaries: (limit) =>
      (
        sql(`${selectRun} WHERE b.deleted_at_ms IS NULL ORDER BY r.run_no DESC LIMIT ?`).all(
          limit,
        ) as RunDbRecord[]
      ).map(summarize),
    listRows: (query) => {
      const { run_no: runNo, batch_no: batchNo } = find(query.runId);
      const { where, values } = toFilter(query, runNo);
      const from = `FROM run_rows q JOIN batch_rows p ON p.batch_no = ? AND p.ordinal = q.ordinal WHERE ${where}`;
      const order = query.order === 'sheet' ? 'q.ordinal' : 'q.at_ms DESC, q.ordinal DESC';
      const records = sql(`SELECT ${runRowColumns} ${from} ORDER BY ${order} LIMIT ? OFFSET ?`).all(
        batchNo,
        ...values,
        query.limit,
        query.offset,
      );
      // Without a search the people need not be looked at to count them.
      const counted = query.search.trim() === '' ? `FROM run_rows q WHERE ${where}` : from;
      const countValues = query.search.trim() === '' ? values : [batchNo, ...values];
      const { matching } = sql(`SELECT count(*) AS matching ${counted}`).get(...countValues) as {
        matching: number;
      };
      return { rows: (records as RunRowDbRecord[]).map(toRunRow), matching };
    },
    listCauses: (runId) => {
      const records = sql(
        `SELECT state, cause_code, count(*) AS count, min(ordinal) AS first FROM run_rows WHERE run_no = ? GROUP BY state, cause_code`,
      ).all(find(runId).run_no) as {
        state: RowState;
        cause_code: string | null;
        count: number;
        first: number;
      }[];
      const sentenceOf = (ordinal: number): string =>
        (
          sql(
            'SELECT sentence FROM run_rows q JOIN runs r ON r.run_no = q.run_no WHERE r.run_id = ? AND q.ordinal = ?',
          ).get(runId, ordinal) as {
            sentence: string;
          }
        ).sentence;
      const causes = new Map<string, CauseCount>();
      for (const record of records) {
        const outcome = outcomeOf[record.state];
        const causeCode = record.cause_code ?? (outcome === 'notSent' ? notSent : null);
        if (causeCode === null) continue;
        const key = `${outcome} ${causeCode}`;
        const known = causes.get(key);
        const count = record.count + (known?.count ?? 0);
        causes.set(key, { outcome, causeCode, count, sentence: known?.sentence ?? sentenceOf(record.first) });
      }
      return [...causes.values()].sort((left, right) => right.count - left.count);
    },
    getOrigin: (runId) => {
      const { order_json: orderJson, operation, batch_no: batchNo } = find(runId);
      const { source_json: sourceJson } = sql('SELECT source_json FROM batches WHERE batch_no = ?').get(
        batchNo,
      ) as { source_json: string };
      return {
        source: batchSourceSchema.parse(JSON.parse(sourceJson)),
        work: toBatchOrder(operation, orderJson),
      };
    },
    readAttempts: (runId, ordinal) => {
      const { run_no: runNo, batch_no: batchNo } = find(runId);
      const row = sql(
        `SELECT ${rowToSendColumns}
         FROM run_rows q JOIN batch_rows p ON p.batch_no = ? AND p.ordinal = q.ordinal WHERE q.run_no = ? AND q.ordinal = ?`,
      ).get(batchNo, runNo, ordinal) as RowToSendRecord | undefined;
      if (row === undefined) throw new AppError('run/not-found');
      const attempts = sql(
        `SELECT a.started_at_ms AS startedAtMs, a.closed_at_ms AS closedAtMs, a.kind, a.why, a.message, a.status, a.body_text AS bodyText
         FROM attempt_rows x JOIN attempts a ON a.attempt_no = x.attempt_no WHERE x.run_no = ? AND x.ordinal = ? ORDER BY a.attempt_no`,
      ).all(runNo, ordinal);
      return {
        row: toRowToSend(row),
        attempts: attempts.map((attempt) => attemptViewSchema.parse({ ...(attempt as object) })),
      };
    },
    readResultRows: (runId, fromOrdinal, limit) => {
      const { run_no: runNo, batch_no: batchNo } = find(runId);
      const records = sql(
        `SELECT ${runRowColumns}, p.cv_link, p.ats_candidate_id, p.cells_json FROM run_rows q
           JOIN batch_rows p ON p.batch_no = ? AND p.ordinal = q.ordinal WHERE q.run_no = ? AND q.ordinal >= ? ORDER BY q.ordinal LIMIT ?`,
      ).all(batchNo, runNo, fromOrdinal, limit) as (RunRowDbRecord & BatchRowRecord)[];
      return records.map((record) => ({
        ...toRunRow(record),
        cells: JSON.parse(record.cells_json) as string[],
        person: toPerson(record),
      }));
    },
  };
}

function toFilter(query: RowQuery, runNo: number): { where: string; values: (string | number)[] } {
  const conditions = ['q.run_no = ?'];
  const values: (string | number)[] = [runNo];
  const outcome = query.causeCode === notSent ? 'notSent' : query.outcome;
  if (outcome !== null) {
    conditions.push('q.state IN (SELECT value FROM json_each(?))');
    values.push(JSON.stringify(statesOf(outcome)));
  }
  if (query.causeCode === notSent) conditions.push('q.cause_code IS NULL');
  else if (query.causeCode !== null) {
    conditions.push('q.cause_code = ?');
    values.push(query.causeCode);
  }
  // What has not happened yet has no time, and no place among the latest.
  if (query.order === 'latest') conditions.push('q.at_ms IS NOT NULL');
  if (query.search.trim() !== '') {
    conditions.push('instr(p.search_text, ?) > 0');
    values.push(toSearchText(query.search.trim()));
  }
  return { where: conditions.join(' AND '), values };
}
