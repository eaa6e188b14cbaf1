import type { BatchFileHead, BatchFileRow, InviteWork } from '../../shared/hand-over/batch-file';
import { packBatchFile } from '../../shared/hand-over/pack-batch-file';

/** What a colleague chose: a set that the fake workspaces have, and email. */
export const fakeInviteWork: InviteWork = {
  operation: 'invite',
  mapping: {
    columns: [
      { field: 'email', place: 0 },
      { field: 'firstname', place: 1 },
      { field: 'lastname', place: 2 },
    ],
    nameOrder: 'decide',
  },
  target: {
    setId: 'set-0',
    setTitle: 'Whatever the file says',
    projectId: null,
    projectTitle: null,
    jobPostId: null,
    jobPostTitle: null,
  },
  sendInvite: true,
  message: '<p>Dear {{candidate_name}}, please start here: {{interview_link}}</p>',
  nameFallback: { words: 'graduate', forRows: [] },
  settings: null,
  firstRows: 3,
};

/** A batch file of 12 invented people, one of them left out. */
export async function makeFakeBatchFile(
  changes: Partial<BatchFileHead> = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const head: BatchFileHead = {
    name: 'Graduate fair',
    source: {
      fileName: 'Anna’s list.xlsx',
      sizeBytes: 9000,
      sha256: 'a'.repeat(64),
      sheetName: 'Fair',
      headerRow: 4,
    },
    columns: ['Email', 'First name', 'Last name'].map((header, index) => ({
      letter: 'ABC'.charAt(index),
      header,
    })),
    work: fakeInviteWork,
    rowCount: 12,
    ...changes,
  };
  const rows = Array.from({ length: head.rowCount }, (_, index): BatchFileRow => {
    const email = `person.${index}@example.com`;
    // The last one has no first name.
    const firstname = index === 11 ? null : (['Ana', 'Dušan', 'Zoë'][index % 3] ?? '');
    const person = { email, firstname, lastname: 'Example', cv_link: null, ats_candidate_id: null };
    return {
      row: index + 5,
      cells: [email, firstname ?? '', 'Example'],
      ...(head.work.operation === 'invite' ? { person } : {}),
      ...(index === 2 && head.work.operation === 'invite' ? { leftOut: 'already-invited' as const } : {}),
    };
  });
  const packed = await packBatchFile(head, rows);
  if (packed.kind !== 'packed') throw new Error('The fake batch is too large.');
  return packed.bytes;
}

/** What the main process answers about a batch file that was double-clicked. */
export function openedBatchFile(bytes: Promise<Uint8Array<ArrayBuffer>>) {
  return {
    'handover:take-opened': () => ({ file: { openedId: 'opened-1', fileName: 'Graduate fair.flowbatch' } }),
    'handover:read-opened': async ({ offset }: { readonly offset: number }) => {
      const all = await bytes;
      return { bytes: offset < all.length ? all.slice(offset) : null, sizeBytes: all.length };
    },
  };
}
