// A batch of invented people in a ledger, for programs that send them.
import type { Ledger } from '../../../electron/store/ledger';

/** Stores a batch of one row a person, with the email given, for the interview set; answers the batch's id. */
export function storePeople(
  ledger: Ledger,
  workspaceId: string,
  emails: readonly string[],
  setId: string,
): string {
  const source = {
    fileName: 'people.csv',
    sizeBytes: 1,
    sha256: '0'.repeat(64),
    sheetName: null,
    headerRow: 1,
    columns: [{ letter: 'A', header: 'Email' }],
  };
  const noProject = { projectId: null, projectTitle: null, jobPostId: null, jobPostTitle: null };
  const order = { target: { setId, setTitle: null, ...noProject }, sendInvite: true, message: null };
  const batchId = ledger.batches.begin({
    workspaceId,
    name: 'Survival',
    source,
    work: { operation: 'invite', order },
    rowCount: emails.length,
  });
  const rows = emails.map((email, index) => ({
    rowNumber: index + 2,
    cells: [email],
    person: { email, firstname: null, lastname: null, cv_link: null, ats_candidate_id: null },
    skip: null,
  }));
  const rowsPerChunk = 500;
  for (let from = 0; from < rows.length; from += rowsPerChunk)
    ledger.batches.addRows(batchId, from, rows.slice(from, from + rowsPerChunk));
  return batchId;
}
