// copies:* — what the sandbox needs to put results into the recruiter's own file, and the copy that it has made.
import { createHash } from 'node:crypto';
import type { ParsedInput, RequestOutput } from '../../shared/ipc/contract';
import { maxCopyBytes, maxRowsPerPage } from '../../shared/write-back/write-back-channels';
import type { WriteBackRow } from '../../shared/write-back/write-back-order';
import { toWriteBackOrder, toWriteBackRows } from '../write-back/write-back-results';
import { writeCopy } from '../write-back/write-copy';
import type { HandlerContext } from './handler-context';
import { saveFile } from './save-file';

export async function openWriteBack(
  { runs, drafts }: Pick<HandlerContext, 'runs' | 'drafts'>,
  { runId }: ParsedInput<'copies:open'>,
): Promise<RequestOutput<'copies:open'>> {
  const results = runs.readResults(runId);
  const { sha256, sizeBytes } = results.source;
  return {
    order: toWriteBackOrder(results),
    rowCount: results.summary.total,
    fileState: await drafts.files.inspect(sha256, sizeBytes),
  };
}

export function listWriteBackRows(
  { runs }: Pick<HandlerContext, 'runs'>,
  { runId, fromOrdinal }: ParsedInput<'copies:list-rows'>,
): RequestOutput<'copies:list-rows'> {
  // Nothing is counted here: that would be done for every page of a long run.
  const toRow = toWriteBackRows(runs.readOrigin(runId));
  const rows: WriteBackRow[] = [];
  for (const row of runs.readRows(runId, fromOrdinal)) {
    rows.push(toRow(row));
    if (rows.length === maxRowsPerPage) return { rows, nextOrdinal: row.ordinal + 1 };
  }
  return { rows, nextOrdinal: null };
}

export async function readSource(
  { runs, drafts }: Pick<HandlerContext, 'runs' | 'drafts'>,
  { runId, offset }: ParsedInput<'copies:read-source'>,
): Promise<RequestOutput<'copies:read-source'>> {
  return { bytes: await drafts.files.read(runs.readOrigin(runId).source.sha256, offset) };
}

/** The copy on its way from the window; there is one at a time. */
let incoming: { readonly copyId: string; pieces: Uint8Array[]; heldBytes: number } | null = null;

export function addCopyBytes({
  copyId,
  offset,
  bytes,
}: ParsedInput<'copies:add-bytes'>): RequestOutput<'copies:add-bytes'> {
  if (offset === 0) incoming = { copyId, pieces: [], heldBytes: 0 };
  if (incoming?.copyId !== copyId || incoming.heldBytes !== offset || offset + bytes.length > maxCopyBytes)
    throw new Error('A piece of a copy came out of its order.');
  incoming.pieces.push(bytes);
  incoming.heldBytes += bytes.length;
  return { heldBytes: incoming.heldBytes };
}

/** @throws AppError `export/own-file`, `export/failed`; the copy can be saved once more then. */
export async function saveCopy(
  context: HandlerContext,
  { copyId, sha256, sourceSha256, fileName, format, rowCount }: ParsedInput<'copies:save'>,
): Promise<RequestOutput<'copies:save'>> {
  if (incoming?.copyId !== copyId) throw new Error('There is no such copy.');
  const bytes = Buffer.concat(incoming.pieces);
  if (createHash('sha256').update(bytes).digest('hex') !== sha256)
    throw new Error('The copy did not arrive as it was made.');
  const answer = await saveFile(context, { fileName, format }, async (filePath) => {
    await writeCopy(filePath, bytes, sourceSha256);
    return rowCount;
  });
  if (incoming?.copyId === copyId) incoming = null;
  return answer;
}
