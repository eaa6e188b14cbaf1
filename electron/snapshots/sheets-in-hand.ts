// Sheets of changes while they arrive from the window, piece by piece. Bounded: a new one drops the oldest.
import { randomUUID } from 'node:crypto';
import { AppError } from '../../shared/errors/app-error';
import type { PipelineSheet, PipelineSheetRow } from '../../shared/pipeline/pipeline-sheet';

interface SheetInHand {
  readonly sheet: PipelineSheet;
  readonly rows: PipelineSheetRow[];
}

export interface SheetsInHand {
  begin(sheet: PipelineSheet): string;
  /** Answers how many rows it holds. @throws AppError `batch/not-found`, `batch/too-many-rows`. */
  add(sheetId: string, rows: readonly PipelineSheetRow[]): number;
  /** Hands it over, once. @throws AppError `batch/not-found`. */
  take(sheetId: string): SheetInHand;
}

/** One in hand, and one that was left by mistake. */
const mostSheets = 2;
/** As many applications as a workspace is read for. */
const mostRows = 100_000;

export function createSheetsInHand(): SheetsInHand {
  const sheets = new Map<string, SheetInHand>();
  const find = (sheetId: string): SheetInHand => {
    const found = sheets.get(sheetId);
    if (found === undefined) throw new AppError('batch/not-found');
    return found;
  };
  return {
    begin: (sheet) => {
      const [oldest] = sheets.keys();
      if (sheets.size >= mostSheets && oldest !== undefined) sheets.delete(oldest);
      const sheetId = randomUUID();
      sheets.set(sheetId, { sheet, rows: [] });
      return sheetId;
    },
    add: (sheetId, rows) => {
      const { rows: held } = find(sheetId);
      if (held.length + rows.length > mostRows) throw new AppError('batch/too-many-rows', { most: mostRows });
      held.push(...rows);
      return held.length;
    },
    take: (sheetId) => {
      const found = find(sheetId);
      sheets.delete(sheetId);
      return found;
    },
  };
}
