import { useEffect, useRef, useState } from 'react';
import type { CellRange, DataGridProps } from './data-grid-types';
import { type GridRange, isInRange, rangeBetween } from './grid-range';
import type { GridPoint } from './next-place';
import type { GridPlace } from './use-grid-place';

/** The chosen cells: a rectangle that holds the cell in focus. */
export interface GridSelection {
  readonly range: GridRange;
  readonly cells: CellRange;
  /** What would be chosen at a cell that nothing else is chosen with. */
  readonly cellsAt: (point: GridPoint) => CellRange;
  /** Whether more than the cell in focus is chosen. */
  readonly isMany: boolean;
  /** The corner that Shift and an arrow move. */
  readonly head: GridPoint;
  /** Chooses the rectangle between two corners; the focus stays where it is. */
  readonly choose: (anchor: GridPoint, head: GridPoint) => void;
  /** Moves the one corner. */
  readonly extendTo: (head: GridPoint) => void;
  readonly collapse: () => void;
}

/** Keeps the chosen cells, where the grid lets people choose them. They are forgotten when the focus leaves them, or the list is another. */
export function useGridSelection<Row>(
  {
    columns,
    rowCount,
    listKey,
    onSelectionChange,
  }: Pick<DataGridProps<Row>, 'columns' | 'rowCount' | 'listKey' | 'onSelectionChange'>,
  { active, isChosen }: GridPlace,
): GridSelection {
  const [corners, setCorners] = useState<{
    readonly anchor: GridPoint;
    readonly head: GridPoint;
    readonly listKey: string | undefined;
  } | null>(null);
  const shape = { count: columns.length, hasRowHeader: columns[0]?.isRowHeader === true };
  const own = rangeBetween(active, active, shape);
  const chosen =
    corners !== null && corners.listKey === listKey && corners.head.row < rowCount
      ? rangeBetween(corners.anchor, corners.head, shape)
      : null;
  const isKept = chosen !== null && isInRange(chosen, active) && onSelectionChange !== undefined;
  const range = isKept ? chosen : own;
  const anchor = isKept && corners !== null ? corners.anchor : active;
  const head = isKept && corners !== null ? corners.head : active;
  const toCells = ({ top, bottom, left, right }: GridRange): CellRange => ({
    fromRow: top,
    toRow: rowCount === 0 ? 0 : bottom + 1,
    columnIds: columns.slice(left, right + 1).map(({ id }) => id),
  });
  const cells = toCells(range);

  const key = isChosen ? `${range.top} ${range.bottom} ${range.left} ${range.right} ${rowCount}` : '';
  const told = useRef('');
  useEffect(() => {
    if (told.current === key) return;
    told.current = key;
    onSelectionChange?.(key === '' ? null : cells);
  });

  return {
    range,
    cells,
    cellsAt: (point) => toCells(rangeBetween(point, point, shape)),
    isMany: range.top !== range.bottom || range.left !== range.right,
    head,
    choose: (from, to) => setCorners({ anchor: from, head: to, listKey }),
    extendTo: (to) => setCorners({ anchor, head: to, listKey }),
    collapse: () => setCorners(null),
  };
}
