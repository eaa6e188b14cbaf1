// The session's part in handing a batch over: the checked rows and what was chosen, packed as one file for a colleague.
// Never packs anything that the window did not name or the sheet does not hold.

import { maxPieceLength } from '../../shared/drafts/draft';
import type { BatchFileHead, InviteWork, PipelineSheetWork } from '../../shared/hand-over/batch-file';
import { packBatchFile } from '../../shared/hand-over/pack-batch-file';
import {
  toFileColumns,
  toFileSource,
  toInviteFileRows,
  toPipelineFileRows,
  toPlaces,
} from '../../shared/hand-over/to-batch-file';
import { WriteBackSession } from './write-back-session';

/** What is chosen besides the rows; how the columns are used, the session knows. */
export type HandOverWork = Omit<InviteWork, 'mapping'> | Omit<PipelineSheetWork, 'mapping'>;

export type HandOverPacked =
  | { readonly kind: 'packed'; readonly sizeBytes: number }
  | { readonly kind: 'too-large' };

export class HandOverSession extends WriteBackSession {
  private packed: Uint8Array<ArrayBuffer> | null = null;

  /** Packs the batch as it stands; `handOverBytes` gives it out. @throws Error where no sheet with people is open. */
  async packHandOver(name: string, work: HandOverWork): Promise<HandOverPacked> {
    const packed = work.operation === 'invite' ? this.packInvite(name, work) : this.packPipeline(name, work);
    const file = await packed;
    this.packed = file.kind === 'packed' ? file.bytes : null;
    return file.kind === 'packed' ? { kind: 'packed', sizeBytes: file.bytes.length } : file;
  }

  /** The packed file from `offset` on, as many bytes as one message takes. @throws Error where nothing is packed. */
  handOverBytes(offset: number): Uint8Array<ArrayBuffer> {
    if (this.packed === null) throw new Error('Nothing is packed.');
    return this.packed.slice(offset, offset + maxPieceLength);
  }

  private async packInvite(name: string, work: Omit<InviteWork, 'mapping'>) {
    const { table, mapping } = this.needMapped();
    const { rows } = this.needChecked();
    const columns = toPlaces(table, mapping.columns);
    const head = await this.toHead(name, {
      ...work,
      mapping: { columns, nameOrder: mapping.nameOrder },
    });
    return packBatchFile(head, toInviteFileRows(table, rows, this.handedOver));
  }

  private async packPipeline(name: string, work: Omit<PipelineSheetWork, 'mapping'>) {
    const { table, mapping } = this.needPipeline();
    const columns = toPlaces(table, mapping.columns);
    const head = await this.toHead(name, {
      ...work,
      mapping: { columns, nameOrder: mapping.nameOrder },
    });
    return packBatchFile(head, toPipelineFileRows(this.needPipeline().editedTable(this.changes)));
  }

  private async toHead(name: string, work: BatchFileHead['work']): Promise<BatchFileHead> {
    const { table, opened } = this.needFile();
    if (table === null) throw new Error('The file has no sheet with people.');
    // A batch that is handed on still comes from the sheet that it was made from.
    const source = opened.handedOver?.head.source ?? toFileSource(await this.batchSource());
    return { name, source, columns: toFileColumns(table), work, rowCount: table.rows.length };
  }
}
