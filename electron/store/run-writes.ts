// The engine's writes: states of runs and rows, intents, answers. Every change of a state goes through the transition tables.
import { AppError } from '../../shared/errors/app-error';
import { nextRowState, type RowState } from '../../shared/runs/row-state';
import { nextRunState } from '../../shared/runs/run-state';
import { noIds } from '../operations/operation';
import type { AttemptEnd, RowChange, RunLedger } from '../runs/run-ledger';
import type { GroupCommit } from './group-commit';
import { type RowToSendRecord, rowToSendColumns, toRowToSend } from './row-to-send';
import { type RunDbRecord, selectRun, toRunRecord } from './run-records';
import type { Statements } from './statements';
import { writeRow } from './write-row';

/** The part of an answer that is kept: an invite's answer has about 1 KB a person. */
const maxBodyLength = 64 * 1024;

type RunWrites = Pick<
  RunLedger,
  | 'getRun'
  | 'changeState'
  | 'nextRows'
  | 'hasOpenRows'
  | 'writeIntent'
  | 'closeAttempt'
  | 'findRunsIn'
  | 'closeLostAttempts'
>;

export function createRunWrites(sql: Statements, commit: GroupCommit): RunWrites {
  const find = (runId: string): RunDbRecord => {
    const record = sql(`${selectRun} WHERE r.run_id = ?`).get(runId) as RunDbRecord | undefined;
    if (record === undefined) throw new AppError('run/not-found');
    return record;
  };
  /** A run's number never changes, so it is looked up once. */
  const runNumbers = new Map<string, number>();
  const numberOf = (runId: string): number => {
    const known = runNumbers.get(runId) ?? find(runId).run_no;
    runNumbers.set(runId, known);
    return known;
  };

  const applyChange = (runNo: number, attemptNo: number, change: RowChange, atMs: number) => {
    const { state } = sql('SELECT state FROM run_rows WHERE run_no = ? AND ordinal = ?').get(
      runNo,
      change.ordinal,
    ) as { state: RowState };
    const next = nextRowState(state, change.event);
    writeRow(sql, runNo, next, change, atMs);
    if (change.event === 'certainly-not-processed') {
      sql('UPDATE attempt_rows SET is_void = 1 WHERE attempt_no = ? AND ordinal = ?').run(
        attemptNo,
        change.ordinal,
      );
    }
  };
  const endAttempt = (attemptNo: number, end: AttemptEnd, atMs: number) => {
    const { changes } = sql(
      `UPDATE attempts SET kind = ?, why = ?, message = ?, status = ?, body_text = ?, server_time_ms = ?, closed_at_ms = ?
       WHERE attempt_no = ? AND kind IS NULL`,
    ).run(
      end.kind,
      end.why,
      end.message,
      end.raw?.status ?? null,
      end.raw?.bodyText.slice(0, maxBodyLength) ?? null,
      end.raw?.serverTimeMs ?? null,
      atMs,
      attemptNo,
    );
    if (changes !== 1) throw new Error(`Attempt ${attemptNo} has an end already.`);
  };

  return {
    getRun: (runId) => toRunRecord(find(runId)),
    changeState: (runId, event, { atMs, pauseReason, pauseDetail }) =>
      commit.now(() => {
        const record = find(runId);
        const state = nextRunState(record.state, event);
        const isEnd = state === 'finished' || state === 'cancelled';
        const isHeld = state === 'pausing' || state === 'paused';
        sql(
          'UPDATE runs SET state = ?, pause_reason = ?, pause_detail = ?, started_at_ms = ?, finished_at_ms = ?, first_rows = ? WHERE run_no = ?',
        ).run(
          state,
          isHeld ? (pauseReason ?? record.pause_reason) : null,
          isHeld ? (pauseDetail ?? record.pause_detail) : null,
          event === 'started' ? atMs : record.started_at_ms,
          isEnd ? atMs : null,
          // Whoever goes on has looked at the first rows.
          event === 'resumed' && record.pause_reason === 'first-rows' ? null : record.first_rows,
          record.run_no,
        );
        return toRunRecord(find(runId));
      }),
    nextRows: (runId, limit, inFlight) => {
      const runNo = numberOf(runId);
      const take = (state: 'retry-wait' | 'pending', most: number) =>
        // `cause_code IS NULL` holds for both states, and lets the index give the rows in order.
        sql(
          `SELECT ${rowToSendColumns}
           FROM (SELECT run_no, ordinal, before_json FROM run_rows WHERE run_no = ? AND state = ? AND cause_code IS NULL ORDER BY ordinal LIMIT ?) q
             JOIN runs r ON r.run_no = q.run_no JOIN batch_rows p ON p.batch_no = r.batch_no AND p.ordinal = q.ordinal ORDER BY q.ordinal`,
        ).all(runNo, state, most) as RowToSendRecord[];
      const most = limit + inFlight.size;
      const records = [...take('retry-wait', most), ...take('pending', most)].filter(
        ({ ordinal }) => !inFlight.has(ordinal),
      );
      return records.slice(0, limit).map(toRowToSend);
    },
    hasOpenRows: (runId) =>
      sql(
        "SELECT 1 FROM run_rows WHERE run_no = ? AND state IN ('pending', 'retry-wait', 'sending') LIMIT 1",
      ).get(numberOf(runId)) !== undefined,
    writeIntent: (runId, ordinals, atMs) => {
      const runNo = numberOf(runId);
      return commit.enqueue(() => {
        const attemptNo = Number(
          sql('INSERT INTO attempts (run_no, started_at_ms) VALUES (?, ?)').run(runNo, atMs).lastInsertRowid,
        );
        for (const ordinal of ordinals) {
          const row = sql('SELECT state FROM run_rows WHERE run_no = ? AND ordinal = ?').get(
            runNo,
            ordinal,
          ) as { state: RowState } | undefined;
          if (row === undefined) throw new Error(`Row ${ordinal} is not part of the run.`);
          const state = nextRowState(row.state, 'intent-written');
          sql(
            "UPDATE run_rows SET state = ?, cause_code = NULL, sentence = 'On its way', attempts = attempts + 1, at_ms = ? WHERE run_no = ? AND ordinal = ?",
          ).run(state, atMs, runNo, ordinal);
          sql('INSERT INTO attempt_rows (attempt_no, run_no, ordinal) VALUES (?, ?, ?)').run(
            attemptNo,
            runNo,
            ordinal,
          );
        }
        return attemptNo;
      });
    },
    closeAttempt: (runId, attemptNo, end, changes, atMs) => {
      const runNo = numberOf(runId);
      return commit.enqueue(() => {
        endAttempt(attemptNo, end, atMs);
        for (const change of changes) applyChange(runNo, attemptNo, change, atMs);
      });
    },
    findRunsIn: (states) =>
      (
        sql('SELECT run_id FROM runs WHERE state IN (SELECT value FROM json_each(?)) ORDER BY run_no').all(
          JSON.stringify(states),
        ) as {
          run_id: string;
        }[]
      ).map(({ run_id: runId }) => runId),
    closeLostAttempts: (runId, atMs) => {
      const runNo = numberOf(runId);
      return commit.now(() => {
        const open = sql(
          `SELECT a.attempt_no, x.ordinal FROM attempts a JOIN attempt_rows x ON x.attempt_no = a.attempt_no
           WHERE a.run_no = ? AND a.kind IS NULL`,
        ).all(runNo) as { attempt_no: number; ordinal: number }[];
        const end: AttemptEnd = { kind: 'unknown', why: 'app-closed', message: null, raw: null };
        for (const attemptNo of new Set(open.map(({ attempt_no }) => attempt_no)))
          endAttempt(attemptNo, end, atMs);
        for (const { attempt_no: attemptNo, ordinal } of open)
          applyChange(runNo, attemptNo, { ordinal, ...lostByClosing }, atMs);
        return open.length;
      });
    },
  };
}

const lostByClosing = {
  event: 'answer-lost',
  causeCode: 'unknown/app-closed',
  sentence: 'The app was closed before the answer came, so we cannot tell whether it was processed',
  ids: noIds,
} as const satisfies Omit<RowChange, 'ordinal'>;
