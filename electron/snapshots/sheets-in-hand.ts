// Sheets of changes while they are worked on: they arrive from the window piece by piece, and rows of them are changed there later.
// Bounded: a new one drops the oldest.
import { randomUUID } from 'node:crypto';
import { AppError } from '../../shared/errors/app-error';
import type { PipelineSheet, PipelineSheetRow } from '../../shared/pipeline/pipeline-sheet';
import type { PipelineWorld } from './pipeline-world';

/** A sheet, and what it was compared with last. */
export interface SheetInHand {
  readonly sheet: PipelineSheet;
  readonly rows: PipelineSheetRow[];
  /** The pipeline as it was read for it; null before that. */
  world: PipelineWorld | null;
  /** The batch that was prepared of it last. */
  batchId: string | null;
}

export interface SheetsInHand {
  begin(sheet: PipelineSheet): string;
  /** Answers how many rows it holds. @throws AppError `batch/not-found`, `batch/too-many-rows`. */
  add(sheetId: string, rows: readonly PipelineSheetRow[]): number;
  /** Puts rows in the place of those with the same numbers. @throws AppError `batch/not-found`. */
  change(sheetId: string, rows: readonly PipelineSheetRow[]): SheetInHand;
  /** @throws AppError `batch/not-found`. */
  get(sheetId: string): SheetInHand;
}

/** One in hand, and one that was left by mistake. */
const mostSheets = 2;
/** As many applications as a workspace is read for. */
const mostRows = 100_000;

export function createSheetsInHand(): SheetsInHand {
  const sheets = new Map<string, SheetInHand>();
  const get = (sheetId: string): SheetInHand => {
    const found = sheets.get(sheetId);
    if (found === undefined) throw new AppError('batch/not-found');
    return found;
  };
  return {
    get,
    begin: (sheet) => {
      const [oldest] = sheets.keys();
      if (sheets.size >= mostSheets && oldest !== undefined) sheets.delete(oldest);
      const sheetId = randomUUID();
      sheets.set(sheetId, { sheet, rows: [], world: null, batchId: null });
      return sheetId;
    },
    add: (sheetId, rows) => {
      const { rows: held } = get(sheetId);
      if (held.length + rows.length > mostRows) throw new AppError('batch/too-many-rows', { most: mostRows });
      held.push(...rows);
      return held.length;
    },
    change: (sheetId, rows) => {
      const found = get(sheetId);
      const changed = new Map(rows.map((row) => [row.rowNumber, row]));
      for (const [index, { rowNumber }] of found.rows.entries()) {
        const row = changed.get(rowNumber);
        if (row !== undefined) found.rows[index] = row;
      }
      return found;
    },
  };
}
