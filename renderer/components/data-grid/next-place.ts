/** A cell by numbers: row and column index. */
export interface GridPoint {
  readonly row: number;
  readonly column: number;
}

interface GridSize {
  readonly rowCount: number;
  readonly columnCount: number;
  /** Whole rows in the view. */
  readonly pageRows: number;
  /** Where Home leads; 0 where it is left out. */
  readonly firstColumn?: number;
}

/** Where a key leads from a cell, as in a spreadsheet; null for keys that do not move. Never leaves the grid. */
export function nextPlace(
  from: GridPoint,
  key: string,
  withControl: boolean,
  size: GridSize,
): GridPoint | null {
  const lastRow = size.rowCount - 1;
  const lastColumn = size.columnCount - 1;
  const to = (row: number, column: number): GridPoint => ({
    row: Math.min(Math.max(row, 0), lastRow),
    column: Math.min(Math.max(column, 0), lastColumn),
  });
  switch (key) {
    case 'ArrowUp':
      return to(withControl ? 0 : from.row - 1, from.column);
    case 'ArrowDown':
      return to(withControl ? lastRow : from.row + 1, from.column);
    case 'ArrowLeft':
      return to(from.row, withControl ? 0 : from.column - 1);
    case 'ArrowRight':
      return to(from.row, withControl ? lastColumn : from.column + 1);
    case 'Home':
      return to(withControl ? 0 : from.row, size.firstColumn ?? 0);
    case 'End':
      return to(withControl ? lastRow : from.row, lastColumn);
    case 'PageUp':
      return to(from.row - size.pageRows, from.column);
    case 'PageDown':
      return to(from.row + size.pageRows, from.column);
    default:
      return null;
  }
}

/** The next cell that can be edited, onwards or back, over the ends of rows; null at the grid's end. */
export function nextEditable(
  from: GridPoint,
  backwards: boolean,
  size: GridSize,
  canEdit: (point: GridPoint) => boolean,
): GridPoint | null {
  const step = backwards ? -1 : 1;
  const last = size.rowCount * size.columnCount;
  // A row without any editable cell ends the search, so that a key press never walks 100,000 rows.
  const farthest = size.columnCount * 2;
  let cell = from.row * size.columnCount + from.column;
  for (let walked = 0; walked < farthest; walked++) {
    cell += step;
    if (cell < 0 || cell >= last) return null;
    const point = { row: Math.floor(cell / size.columnCount), column: cell % size.columnCount };
    if (canEdit(point)) return point;
  }
  return null;
}
