// The one statement that gives a row of a run its new state. Must be called inside a commit, with a state that the transition table gave.
import type { RowState } from '../../shared/runs/row-state';
import type { RowChange } from '../runs/run-ledger';
import type { Statements } from './statements';

/** Writes what became of a row. */
export function writeRow(
  sql: Statements,
  runNo: number,
  state: RowState,
  { ordinal, causeCode, sentence, ids }: Omit<RowChange, 'event'>,
  atMs: number,
): void {
  const { submissionId, invitationId, candidateId, recordId, applicationId } = ids;
  sql(
    `UPDATE run_rows SET state = ?, cause_code = ?, sentence = ?, submission_id = ?, invitation_id = ?, candidate_id = ?, record_id = ?,
       application_id = ?, at_ms = ? WHERE run_no = ? AND ordinal = ?`,
  ).run(
    state,
    causeCode,
    sentence,
    submissionId,
    invitationId,
    candidateId,
    recordId,
    applicationId,
    atMs,
    runNo,
    ordinal,
  );
}
