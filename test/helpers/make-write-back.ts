// What a run of a file would put back into it, made up: every row of its table with an outcome.
import { createHash } from 'node:crypto';
import { makeCellsOf } from '../../shared/batches/batch-cells';
import { toBatchSource } from '../../shared/batches/batch-source';
import { bestSheet } from '../../shared/spreadsheets/best-sheet';
import { findTable } from '../../shared/spreadsheets/find-table';
import { openSpreadsheet } from '../../shared/spreadsheets/open-spreadsheet';
import type { OpenedSpreadsheet, ReadingChoice, Sheet, Table } from '../../shared/spreadsheets/spreadsheet';
import type { FileToFill } from '../../shared/write-back/put-results';
import type { WriteBackOrder, WriteBackRow } from '../../shared/write-back/write-back-order';

export interface MadeWriteBack {
  readonly file: FileToFill;
  readonly opened: OpenedSpreadsheet;
  readonly sheet: Sheet;
  readonly table: Table;
  readonly order: WriteBackOrder;
  readonly rows: readonly WriteBackRow[];
}

/** A text that XML, formulas and escapes could take for something else. */
export const awkwardSentence = '=Refused <because> "A&B" _x000D_ said so\n\u0007ạ 😀';

/** `headerRow`: as a recruiter may have chosen it. */
export async function makeWriteBack(
  fileName: string,
  bytes: Uint8Array,
  { reading = {}, headerRow = 'auto' }: { reading?: ReadingChoice; headerRow?: number | null | 'auto' } = {},
): Promise<MadeWriteBack> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const opened = await openSpreadsheet({ fileName, bytes }, reading);
  const sheet = bestSheet(opened) ?? opened.sheets[0];
  if (sheet === undefined) throw new Error(`${fileName}: ${opened.notices[0]?.message}`);
  const table = findTable(sheet, headerRow);
  const cellsOf = makeCellsOf(table);
  return {
    file: { fileName, bytes, sha256 },
    opened,
    sheet,
    table,
    order: {
      source: toBatchSource(opened, sheet, table, sha256),
      columns: [
        { header: 'Outcome', width: 14 },
        { header: 'What happened', width: 48 },
        { header: 'Submission id', width: 38 },
        { header: 'Record id', width: 38 },
        { header: 'Time', width: 20 },
      ],
    },
    rows: table.rows.map(({ rowNumber }, index) => ({
      rowNumber,
      cells: cellsOf(index),
      values: [
        { kind: 'text', text: index % 3 === 0 ? 'Refused' : 'Done' },
        { kind: 'text', text: index === 1 ? awkwardSentence : `Invited as number ${index + 1}` },
        index % 3 === 0 ? { kind: 'none' } : { kind: 'text', text: `019c0000-0000-7000-8000-${rowNumber}` },
        // Nobody has one: such a column is left out.
        { kind: 'none' },
        { kind: 'time', text: `2026-03-21 14:55:${String(index % 60).padStart(2, '0')}` },
      ],
    })),
  };
}
