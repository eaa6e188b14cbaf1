// The session's part in results for the recruiter's own file: the file is opened, filled and compared here, in the sandbox.
// Never gives out a copy that was not compared.
import { maxPieceLength } from '../../shared/drafts/draft';
import type { CopyName } from '../../shared/write-back/copy-name';
import { type FilledCopy, putResults } from '../../shared/write-back/put-results';
import type { WriteBackOrder, WriteBackRow } from '../../shared/write-back/write-back-order';
import { WriteBackRefused } from '../../shared/write-back/write-back-refused';
import { DraftSession } from './draft-session';

/** How the filling of a file ended. The copy itself stays here until its pieces are asked for. */
export type FillEnd =
  | { readonly kind: 'refused'; readonly sentence: string }
  | {
      readonly kind: 'filled';
      readonly sizeBytes: number;
      /** Hex, of the copy and of the file. */
      readonly sha256: string;
      readonly sourceSha256: string;
      readonly name: CopyName;
      readonly rowCount: number;
      readonly missing: readonly number[];
      readonly notices: readonly string[];
    };

export class WriteBackSession extends DraftSession {
  private order: WriteBackOrder | null = null;
  private resultRows: WriteBackRow[] = [];
  private copy: FilledCopy | null = null;

  beginWriteBack(order: WriteBackOrder): void {
    this.order = order;
    this.resultRows = [];
    this.copy = null;
  }

  /** The next rows of the run; answers how many there are now. */
  addResultRows(rows: readonly WriteBackRow[]): number {
    this.resultRows.push(...rows);
    return this.resultRows.length;
  }

  /** Another file can be tried after one that was refused, or that not everybody stands in. */
  async fillFile(source: Blob | Uint8Array<ArrayBuffer>, fileName: string): Promise<FillEnd> {
    if (this.order === null) throw new Error('There are no results.');
    this.copy = null;
    const bytes = 'arrayBuffer' in source ? new Uint8Array(await source.arrayBuffer()) : source;
    const sourceSha256 = await sha256Of(bytes);
    try {
      const file = { fileName, bytes, sha256: sourceSha256 };
      const copy = await putResults(file, this.order, this.resultRows, { onProgress: this.onReading });
      this.copy = copy;
      const { rowCount, missing, notices, name } = copy;
      return {
        kind: 'filled',
        sizeBytes: copy.bytes.length,
        sha256: await sha256Of(copy.bytes),
        sourceSha256,
        name,
        rowCount,
        missing,
        notices,
      };
    } catch (error) {
      if (error instanceof WriteBackRefused) return { kind: 'refused', sentence: error.message };
      throw error;
    }
  }

  /** The copy's bytes from `offset` on, as many as one message takes. */
  copyBytes(offset: number): Uint8Array<ArrayBuffer> {
    if (this.copy === null) throw new Error('There is no copy.');
    return this.copy.bytes.slice(offset, offset + maxPieceLength);
  }
}

async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
