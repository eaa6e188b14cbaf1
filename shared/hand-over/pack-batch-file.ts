// A batch → the bytes of its file. Never writes one that could not be opened again.
import {
  type BatchFileHead,
  type BatchFileRow,
  maxCells,
  maxContentBytes,
  maxLineLength,
} from './batch-file';
import { sealContent } from './batch-file-bytes';
import { toHeadLine, toRowLine } from './batch-file-lines';

export type PackedBatchFile =
  | {
      readonly kind: 'packed';
      readonly bytes: Uint8Array<ArrayBuffer>;
      /** Hex, of the content: the same batch has the same, however often it is handed over. */
      readonly contentSha256: string;
    }
  | { readonly kind: 'too-large' };

/** What is said of a batch that is larger than a file may be. */
export const tooLargeToHandOver =
  'This batch is too large for one file: at most 100,000 people with a hundred columns go in. No file was made. Split the list, and hand over the parts.';

/** Lines are turned into bytes in pieces of about this many characters: one long string would be held twice. */
const pieceLength = 1024 ** 2;

export async function packBatchFile(
  head: BatchFileHead,
  rows: Iterable<BatchFileRow>,
): Promise<PackedBatchFile> {
  if (head.rowCount * head.columns.length > maxCells) return { kind: 'too-large' };
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  let byteCount = 0;
  let waiting = '';
  const flush = () => {
    const piece = encoder.encode(waiting);
    waiting = '';
    byteCount += piece.length;
    pieces.push(piece);
  };
  for (const line of lines(head, rows)) {
    if (line.length > maxLineLength) return { kind: 'too-large' };
    waiting += `${line}\n`;
    if (waiting.length > pieceLength) flush();
    if (byteCount > maxContentBytes) return { kind: 'too-large' };
  }
  flush();
  if (byteCount > maxContentBytes) return { kind: 'too-large' };
  const content = new Uint8Array(byteCount);
  let at = 0;
  for (const piece of pieces) {
    content.set(piece, at);
    at += piece.length;
  }
  return { kind: 'packed', ...(await sealContent(content)) };
}

function* lines(head: BatchFileHead, rows: Iterable<BatchFileRow>): Generator<string> {
  yield toHeadLine(head);
  for (const row of rows) yield toRowLine(row);
}
