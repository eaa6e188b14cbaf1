// The session's part in drafts: what is to be kept, piece by piece, and the same work brought back in another session.
// Never goes a way of its own: choices are made again by the functions that the recruiter's clicks call.
import { maxPartsPerMessage, maxPieceLength, type SavedSheet } from '../../shared/drafts/draft';
import type { Mapping } from '../../shared/operations/mapping';
import { PipelineSession } from './pipeline-session';
import type { FileSummary, KeptWork } from './session-types';

export class DraftSession extends PipelineSession {
  /** What stands now, but for the file's bytes and the journal; null where no file with rows is open. */
  async keptWork(): Promise<KeptWork | null> {
    const { file } = this;
    if (file === null || file.table === null) return null;
    const { fileName, sizeBytes, reading } = file.opened;
    return {
      openId: file.openId,
      source: { fileName: fileName.slice(0, maxFileNameLength), sizeBytes, sha256: await this.hash() },
      sheet: {
        reading: reading === null ? null : { encoding: reading.encoding, delimiter: reading.delimiter },
        ...file.choices(),
        mapping: this.mapped === null ? null : toSavedMapping(this.mapped.mapping),
        changes: { journalId: this.changes.journalId, partCount: this.changes.partCount },
      },
      peopleCount: file.table.rows.length,
      changeCount: this.changes.resultCount,
    };
  }

  /** The file's bytes from `offset` on, as many as one message takes; none after the last. */
  fileBytes(offset: number): Uint8Array<ArrayBuffer> {
    return this.needBytes().slice(offset, offset + maxPieceLength);
  }

  /** Parts of the journal from `fromPart` on, as many as one message takes; null where it is another journal now. */
  journalParts(journalId: string, fromPart: number): string[] | null {
    if (journalId !== this.changes.journalId) return null;
    return this.changes.readParts(fromPart, maxPartsPerMessage, maxPieceLength);
  }

  /** Chooses sheet, header row and columns as they were chosen. @throws Error where the file has no such sheet. */
  restoreChoices({ sheetIndex, header, mapping }: SavedSheet): FileSummary {
    if (this.needFile().choices().sheetIndex !== sheetIndex) this.chooseSheet(sheetIndex);
    if (header.kind === 'chosen' || this.needFile().choices().header.row !== header.row)
      this.chooseHeaderRow(header.row);
    if (mapping !== null) {
      const fieldOf = new Map(mapping.columns.map(({ columnIndex, field }) => [columnIndex, field]));
      for (const { columnIndex, field } of this.columns().columns)
        if (field !== null && fieldOf.get(columnIndex) !== field) this.assign(columnIndex, null);
      for (const { columnIndex, field } of mapping.columns) this.assign(columnIndex, field);
      this.setNameOrder(mapping.nameOrder);
    }
    return this.needFile().toSummary();
  }

  /** Makes the next parts of a journal again; the first ones take the place of all changes made before. @throws Error where one cannot be read. */
  restoreChanges(journalId: string, parts: readonly string[]): void {
    if (journalId !== this.changes.journalId) this.beginChanges(journalId);
    for (const part of parts) this.changes.replay(part);
  }
}

/** The contract's own limit; no file system has longer names. */
const maxFileNameLength = 260;

function toSavedMapping({ columns, nameOrder }: Mapping): NonNullable<SavedSheet['mapping']> {
  return {
    columns: (Object.entries(columns) as [keyof typeof columns, number][]).map(([field, columnIndex]) => ({
      field,
      columnIndex,
    })),
    nameOrder,
  };
}
