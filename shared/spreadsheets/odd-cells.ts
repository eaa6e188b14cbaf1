// What is odd about the cells of a worksheet and has to be said: formulas that nobody has calculated, rows that are crossed out.
import type { FileNotice } from './spreadsheet';

/** Counts such cells while a sheet is read. */
export class OddCells {
  private shownCount = 0;
  private struckCount = 0;
  private readonly notCalculated = new Tally();
  private readonly crossedOut = new Tally();

  constructor(private readonly struckStyles: ReadonlySet<number>) {}

  addNotCalculated(rowNumber: number): void {
    this.notCalculated.add(rowNumber);
  }

  /** A cell of the row that is being read shows something. */
  countCell(style: number): void {
    if (this.struckStyles.size === 0) return;
    this.shownCount++;
    if (this.struckStyles.has(style)) this.struckCount++;
  }

  closeRow(rowNumber: number): void {
    // A row whose counter is not crossed out is crossed out all the same.
    if (this.struckCount > this.shownCount / 2) this.crossedOut.add(rowNumber);
    this.shownCount = 0;
    this.struckCount = 0;
  }

  /** `sheetName`: said where the workbook has several sheets; else null. */
  toNotices(sheetName: string | null): FileNotice[] {
    const inSheet = sheetName === null ? '' : ` of “${sheetName}”`;
    return [
      ...this.notCalculated.toNotices('not-calculated', (count, row) =>
        count === 1
          ? `Row ${row}${inSheet} has a formula that was never calculated, so its cell was read as empty. Open the file in Excel, save it, and open it here again.`
          : `${count} cells${inSheet}, the first in row ${row}, hold formulas that were never calculated, so they were read as empty. Open the file in Excel, save it, and open it here again.`,
      ),
      ...this.crossedOut.toNotices('crossed-out', (count, row) =>
        count === 1
          ? `Row ${row}${inSheet} is crossed out in the sheet. It is used like any other; leave it out at the check if that was meant.`
          : `${count} rows${inSheet} are crossed out in the sheet, the first is row ${row}. They are used like any others; leave them out at the check if that was meant.`,
      ),
    ];
  }
}

class Tally {
  private count = 0;
  private firstRow = 0;

  add(rowNumber: number): void {
    if (this.count === 0) this.firstRow = rowNumber;
    this.count++;
  }

  toNotices(kind: FileNotice['kind'], message: (count: number, rowNumber: number) => string): FileNotice[] {
    const { count, firstRow } = this;
    return count === 0
      ? []
      : [{ kind, blocking: false, rowNumber: firstRow, message: message(count, firstRow) }];
  }
}
