// Keeps the words of everybody who is sent to where a search finds them. Filled when a run is planned, never while it sends;
// batches of earlier versions are taken in piece by piece. Must be called inside a commit where it writes.
import { toSearchWords } from '../../shared/history/search-words';
import { pipelineWorkSchema } from '../../shared/operations/pipeline-work';
import type { Statements } from './statements';

/** A row's place in the index is `batch_no * rowSpan + ordinal`: Excel's sheets end at 2^20 rows. */
export const rowSpan = 1_048_576;

interface IndexedRecord {
  readonly ordinal: number;
  readonly firstname: string | null;
  readonly lastname: string | null;
  readonly email: string | null;
  readonly ats_candidate_id: string | null;
  readonly work_json: string | null;
}

/** How many rows of a batch can be found. */
export function countIndexedRows(sql: Statements, batchNo: number): number {
  const record = sql('SELECT row_count FROM people_search_of_batches WHERE batch_no = ?').get(batchNo);
  return (record as { row_count: number } | undefined)?.row_count ?? 0;
}

/** Takes in the rows of a batch that can't be found yet, up to (not with) `toOrdinal`; those that can be stay as they are. */
export function indexRows(sql: Statements, batchNo: number, toOrdinal: number): void {
  const from = countIndexedRows(sql, batchNo);
  const records = sql(
    `SELECT ordinal, firstname, lastname, email, ats_candidate_id, work_json FROM batch_rows
     WHERE batch_no = ? AND ordinal >= ? AND ordinal < ? ORDER BY ordinal`,
  ).all(batchNo, from, toOrdinal) as unknown as IndexedRecord[];
  const last = records.at(-1);
  if (last === undefined) return;
  const insert = sql('INSERT INTO people_search (rowid, words) VALUES (?, ?)');
  for (const record of records) insert.run(batchNo * rowSpan + record.ordinal, toWords(record));
  sql(
    `INSERT INTO people_search_of_batches (batch_no, row_count) VALUES (?, ?)
     ON CONFLICT (batch_no) DO UPDATE SET row_count = excluded.row_count`,
  ).run(batchNo, last.ordinal + 1);
}

function toWords(record: IndexedRecord): string {
  const { firstname, lastname, email, ats_candidate_id: atsId, work_json: json } = record;
  return toSearchWords({ firstname, lastname, email, atsId, candidateId: candidateOf(json) }).join(' ');
}

/** Whom the work of a pipeline row is about; null for an invitation. */
function candidateOf(workJson: string | null): string | null {
  if (workJson === null) return null;
  const parsed = pipelineWorkSchema.safeParse(JSON.parse(workJson));
  return parsed.success ? parsed.data.candidateId : null;
}

/** Rows from an ordinal up to another (not with it) are found no more. */
export function forgetRows(sql: Statements, batchNo: number, fromOrdinal: number, toOrdinal: number): void {
  const forget = sql('DELETE FROM people_search WHERE rowid BETWEEN ? AND ?');
  forget.setReadBigInts(true);
  forget.run(batchNo * rowSpan + fromOrdinal, batchNo * rowSpan + toOrdinal - 1);
  // A deletion leaves a number of FTS5's own as the last inserted row's. It is beyond what a JavaScript number holds, so the next
  // statement of anybody that inserts nothing would throw; a row with a small number takes its place.
  sql('REPLACE INTO people_search_of_batches (batch_no, row_count) VALUES (?, ?)').run(batchNo, toOrdinal);
}

/** A batch with a run whose people can't all be found, the newest first; and how much is done over all. */
export interface IndexGap {
  readonly batchNo: number;
  readonly indexedRows: number;
  readonly rowCount: number;
}

/** Batches that runs came of and that are not taken in whole. */
export function findIndexGaps(sql: Statements): IndexGap[] {
  return sql(
    `SELECT b.batch_no AS batchNo, coalesce(i.row_count, 0) AS indexedRows, b.row_count AS rowCount
     FROM batches b LEFT JOIN people_search_of_batches i ON i.batch_no = b.batch_no
     WHERE coalesce(i.row_count, 0) < b.row_count AND EXISTS (SELECT 1 FROM runs r WHERE r.batch_no = b.batch_no)
     ORDER BY b.batch_no DESC`,
  ).all() as unknown as IndexGap[];
}
