// What is known of rows without a clear answer: what the target held before, what was looked up, what a person decided.
// Every change of a row's state goes through the transition table.

import { AppError } from '../../shared/errors/app-error';
import { nextRowState, type RowEvent, type RowState } from '../../shared/runs/row-state';
import type { RunState } from '../../shared/runs/run-state';
import type { Evidence } from '../../shared/runs/unsure';
import { evidenceSchema, type UnsurePerson } from '../../shared/runs/unsure';
import type { Finding } from '../operations/look-up';
import { noIds } from '../operations/operation';
import { nothingHappenedCause } from '../runs/run-causes';
import type { RunLedger } from '../runs/run-ledger';
import { toPerson, toWork } from './batch-store';
import type { GroupCommit } from './group-commit';
import { createLookUpHistory } from './look-up-history';
import { type RowToSendRecord, rowToSendColumns, toBefore } from './row-to-send';
import type { Statements } from './statements';
import { writeRow } from './write-row';

type LookUpStore = Pick<
  RunLedger,
  | 'saveBaseline'
  | 'readBaseline'
  | 'readUnknown'
  | 'historyFor'
  | 'applyFindings'
  | 'noteObstacle'
  | 'decide'
  | 'listUnsure'
>;

interface RunKey {
  readonly run_no: number;
  readonly batch_no: number;
  readonly workspace_id: string;
  readonly state: RunState;
}

interface UnknownRecord extends RowToSendRecord {
  readonly person_key: string | null;
  readonly cause_code: string;
  readonly sentence: string;
  readonly submission_id: string | null;
  readonly invitation_id: string | null;
  readonly candidate_id: string | null;
  readonly record_id: string | null;
  readonly application_id: string | null;
  readonly decision: UnsurePerson['decision'];
  readonly attempt_no: number;
  readonly started_at_ms: number;
  readonly closed_at_ms: number | null;
  readonly why: string | null;
  readonly status: number | null;
  readonly reading: UnsurePerson['reading'] | null;
  readonly evidence_json: string | null;
}

/** Unknown rows with their last try; the app's end is no end of the request. */
const selectUnknown = `
  SELECT ${rowToSendColumns}, q.person_key, q.cause_code, q.sentence,
    q.submission_id, q.invitation_id, q.candidate_id, q.record_id, q.application_id, q.decision, a.attempt_no, a.started_at_ms,
    iif(a.why = 'app-closed', NULL, a.closed_at_ms) AS closed_at_ms, a.why, a.status, l.reading, l.evidence_json
  FROM run_rows q JOIN batch_rows p ON p.batch_no = ?1 AND p.ordinal = q.ordinal
    JOIN attempts a ON a.attempt_no = (
      SELECT max(x.attempt_no) FROM attempt_rows x WHERE x.run_no = q.run_no AND x.ordinal = q.ordinal)
    LEFT JOIN look_ups l ON l.run_no = q.run_no AND l.ordinal = q.ordinal
  WHERE q.run_no = ?2 AND q.state = 'unknown'`;

export function createLookUpStore(sql: Statements, commit: GroupCommit): LookUpStore {
  const find = (runId: string): RunKey => {
    const run = sql('SELECT run_no, batch_no, workspace_id, state FROM runs WHERE run_id = ?').get(runId);
    if (run === undefined) throw new AppError('run/not-found');
    return run as RunKey;
  };
  const isEnded = ({ state }: RunKey) => state === 'finished' || state === 'cancelled';

  const readEvidence = (runNo: number, ordinal: number): Evidence | null => {
    const record = sql('SELECT evidence_json FROM look_ups WHERE run_no = ? AND ordinal = ?').get(
      runNo,
      ordinal,
    ) as { evidence_json: string } | undefined;
    return record === undefined ? null : evidenceSchema.parse(JSON.parse(record.evidence_json));
  };
  const saveEvidence = (runNo: number, ordinal: number, reading: string, evidence: Evidence) => {
    sql(
      `INSERT INTO look_ups (run_no, ordinal, reading, evidence_json) VALUES (?, ?, ?, ?)
       ON CONFLICT (run_no, ordinal) DO UPDATE SET reading = excluded.reading, evidence_json = excluded.evidence_json`,
    ).run(runNo, ordinal, reading, JSON.stringify(evidence));
  };
  const isLeftAlone = (runNo: number, ordinal: number): boolean =>
    sql("SELECT 1 FROM run_rows WHERE run_no = ? AND ordinal = ? AND decision = 'leave-alone'").get(
      runNo,
      ordinal,
    ) !== undefined;
  /** Moves an unknown row on; false where it is not unknown any more. */
  const leaveUnknown = (
    runNo: number,
    ordinal: number,
    event: RowEvent,
    change: Pick<Finding, 'ids' | 'sentence'> & { causeCode: string | null },
    atMs: number,
  ): boolean => {
    const { state } = sql('SELECT state FROM run_rows WHERE run_no = ? AND ordinal = ?').get(
      runNo,
      ordinal,
    ) as { state: RowState };
    if (state !== 'unknown') return false;
    const next = nextRowState(state, event);
    writeRow(sql, runNo, next, { ordinal, ...change }, atMs);
    if (next === 'retry-wait')
      sql('UPDATE attempt_rows SET is_void = 1 WHERE run_no = ? AND ordinal = ? AND is_void = 0').run(
        runNo,
        ordinal,
      );
    return true;
  };

  return {
    saveBaseline: (runId, ids, atMs) => {
      const { run_no: runNo } = find(runId);
      commit.now(() =>
        sql('INSERT OR REPLACE INTO run_baselines (run_no, read_at_ms, ids_json) VALUES (?, ?, ?)').run(
          runNo,
          atMs,
          JSON.stringify(ids),
        ),
      );
    },
    readBaseline: (runId) => {
      const record = sql('SELECT ids_json FROM run_baselines WHERE run_no = ?').get(find(runId).run_no) as
        | { ids_json: string }
        | undefined;
      return record === undefined ? null : new Set(JSON.parse(record.ids_json) as string[]);
    },
    readUnknown: (runId, onlyUndecided) => {
      const { run_no: runNo, batch_no: batchNo } = find(runId);
      const records = sql(
        `${selectUnknown} ${onlyUndecided ? 'AND q.decision IS NULL' : ''} ORDER BY q.ordinal`,
      ).all(batchNo, runNo) as UnknownRecord[];
      return records.map((record) => ({
        ordinal: record.ordinal,
        person: toPerson(record),
        work: toWork(record),
        before: toBefore(record),
        personKey: record.person_key,
        causeCode: record.cause_code,
        ids: {
          submissionId: record.submission_id,
          invitationId: record.invitation_id,
          candidateId: record.candidate_id,
          recordId: record.record_id,
          applicationId: record.application_id,
        },
        attemptNo: record.attempt_no,
        sentAtMs: record.started_at_ms,
        endedAtMs: record.closed_at_ms,
      }));
    },
    historyFor: (runId) => createLookUpHistory(sql, find(runId)),
    applyFindings: (runId, findings, atMs) => {
      const run = find(runId);
      return commit.enqueue(() => {
        let doneCount = 0;
        let notProcessedCount = 0;
        for (const { ordinal, verdict, reading, sentence, ids, evidence } of findings) {
          const looksAtMs = [...(readEvidence(run.run_no, ordinal)?.looksAtMs ?? []), atMs].slice(-20);
          saveEvidence(run.run_no, ordinal, reading, { ...evidence, looksAtMs });
          const causeCode = verdict === 'done' ? foundCause : isEnded(run) ? nothingHappenedCause : null;
          const event = verdict === 'done' ? 'found-done' : 'found-not-processed';
          if (verdict === 'open') continue;
          // Whoever is left alone on purpose is not sent to again because of a look-up.
          if (verdict === 'not-processed' && isLeftAlone(run.run_no, ordinal)) continue;
          if (!leaveUnknown(run.run_no, ordinal, event, { ids, sentence, causeCode }, atMs)) continue;
          if (verdict === 'done') doneCount += 1;
          else notProcessedCount += 1;
        }
        return { doneCount, notProcessedCount };
      });
    },
    noteObstacle: (runId, ordinals, obstacle) => {
      const { run_no: runNo } = find(runId);
      return commit.enqueue(() => {
        for (const ordinal of ordinals) {
          const known = readEvidence(runNo, ordinal);
          saveEvidence(runNo, ordinal, known === null ? 'not-looked-up' : 'cannot-tell', {
            ...(known ?? noEvidence),
            obstacle,
          });
        }
      });
    },
    decide: (runId, ordinals, decision, atMs) => {
      const run = find(runId);
      const change = {
        ids: noIds,
        sentence: 'You decided to send again',
        causeCode: isEnded(run) ? decidedCause : null,
      };
      return commit.enqueue(() => {
        let count = 0;
        for (const ordinal of ordinals) {
          const { changes } = sql(
            "UPDATE run_rows SET decision = ? WHERE run_no = ? AND ordinal = ? AND state = 'unknown'",
          ).run(decision, run.run_no, ordinal);
          count += Number(changes);
          if (changes === 1 && decision === 'send-again')
            leaveUnknown(run.run_no, ordinal, 'person-says-send-again', change, atMs);
        }
        return count;
      });
    },
    listUnsure: (runId, offset, limit) => {
      const { run_no: runNo, batch_no: batchNo } = find(runId);
      const records = sql(
        `${selectUnknown} ORDER BY q.decision IS NOT NULL, q.ordinal LIMIT ?3 OFFSET ?4`,
      ).all(batchNo, runNo, limit, offset) as UnknownRecord[];
      const { total } = sql(
        "SELECT count(*) AS total FROM run_rows WHERE run_no = ? AND state = 'unknown'",
      ).get(runNo) as { total: number };
      return { people: records.map(toUnsurePerson), total };
    },
  };
}

const foundCause = 'done/by-look-up';
const decidedCause = 'not-sent/you-decided';

const noEvidence: Evidence = {
  looksAtMs: [],
  knownSinceMs: null,
  newForPersonAtMs: [],
  newInTime: { count: 0, fromMs: null, toMs: null },
  rowsThatCouldOwn: 1,
  othersActive: false,
  obstacle: null,
};

function toUnsurePerson(record: UnknownRecord): UnsurePerson {
  return {
    ordinal: record.ordinal,
    rowNumber: record.row_number,
    email: record.email,
    firstname: record.firstname,
    lastname: record.lastname,
    causeCode: record.cause_code,
    sentence: record.sentence,
    sentAtMs: record.started_at_ms,
    endedAtMs: record.closed_at_ms,
    status: record.status,
    reading: record.reading ?? 'not-looked-up',
    evidence: record.evidence_json === null ? null : evidenceSchema.parse(JSON.parse(record.evidence_json)),
    decision: record.decision,
  };
}
