// A row of a run with everything that sending it takes, as the database holds it. Reads nothing, writes nothing.
import { pipelineBeforeSchema } from '../../shared/operations/pipeline-work';
import type { RowToSend } from '../operations/operation';
import { type BatchRowRecord, toPerson, toWork } from './batch-store';

export interface RowToSendRecord extends BatchRowRecord {
  readonly before_json: string | null;
}

/** The columns of a `RowToSendRecord`, from run_rows q joined with batch_rows p. */
export const rowToSendColumns =
  'q.ordinal, p.row_number, p.email, p.firstname, p.lastname, p.cv_link, p.ats_candidate_id, p.work_json, q.before_json';

/** The row. */
export function toRowToSend(record: RowToSendRecord): RowToSend {
  return {
    ordinal: record.ordinal,
    rowNumber: record.row_number,
    person: toPerson(record),
    work: toWork(record),
    before: toBefore(record),
  };
}

/** What was there before the row; null where nobody has looked. */
export function toBefore({ before_json: json }: Pick<RowToSendRecord, 'before_json'>): RowToSend['before'] {
  return json === null ? null : pipelineBeforeSchema.parse(JSON.parse(json));
}
