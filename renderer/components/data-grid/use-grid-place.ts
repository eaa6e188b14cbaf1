import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { ColumnPlace } from './column-layout';
import type { CellPlace, DataGridColumn, DataGridProps } from './data-grid-types';
import type { GridPoint } from './next-place';

/** Where the focus is, and how places by column id become points by number and back. */
export interface GridPlace {
  /** Always a cell of the grid: the first one until somebody chooses. */
  readonly active: GridPoint;
  readonly isChosen: boolean;
  readonly toPoint: (place: CellPlace) => GridPoint;
  readonly toPlace: (point: GridPoint) => CellPlace;
  readonly setPoint: (point: GridPoint) => void;
}

/** Keeps the focused cell, unless the caller does. */
export function useGridPlace<Row>({
  columns,
  rowCount,
  place,
  onPlaceChange,
}: Pick<DataGridProps<Row>, 'columns' | 'rowCount' | 'place' | 'onPlaceChange'>): GridPlace {
  const [ownPoint, setOwnPoint] = useState<GridPoint | null>(null);
  const toPoint = (at: CellPlace): GridPoint => {
    const column = columns.findIndex(({ id }) => id === at.columnId);
    return { row: at.rowIndex, column: Math.max(0, column) };
  };
  const toPlace = (point: GridPoint): CellPlace => ({
    rowIndex: point.row,
    columnId: columns[point.column]?.id ?? '',
  });
  const given = place === undefined ? ownPoint : place === null ? null : toPoint(place);
  const active: GridPoint = {
    row: Math.min(given?.row ?? 0, Math.max(0, rowCount - 1)),
    column: Math.min(given?.column ?? 0, columns.length - 1),
  };
  const setPoint = (point: GridPoint) => {
    if (place === undefined) setOwnPoint(point);
    onPlaceChange?.(toPlace(point));
  };
  return { active, isChosen: given !== null, toPoint, toPlace, setPoint };
}

interface GridFocusInput<Row> {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly scrollToRow: (row: number) => void;
  readonly columns: readonly DataGridColumn<Row>[];
  readonly columnPlaces: readonly ColumnPlace[];
  readonly place: GridPlace;
  readonly isEditing: boolean;
}

interface GridFocus {
  /** Shows a cell and moves the focus to it. */
  readonly goTo: (point: GridPoint) => void;
  /** Shows a cell; the focus stays. */
  readonly show: (point: GridPoint) => void;
  /** Puts the focus back on the cell that has it by right. */
  readonly focusActive: () => void;
  /** The same, once what is drawn now has been drawn. */
  readonly focusSoon: () => void;
}

/** Moves the real focus along with the place, after the cell has been drawn. */
export function useGridFocus<Row>(input: GridFocusInput<Row>): GridFocus {
  const { scroller, scrollToRow, columns, columnPlaces, place, isEditing } = input;
  const { row, column } = place.active;
  const wantsFocus = useRef(false);

  const focusActive = useCallback(() => {
    scroller.current
      ?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`)
      ?.focus({ preventScroll: true });
  }, [scroller, row, column]);

  useLayoutEffect(() => {
    if (!wantsFocus.current || isEditing) return;
    wantsFocus.current = false;
    focusActive();
  });

  const show = (point: GridPoint) => {
    scrollToRow(point.row);
    const element = scroller.current;
    const box = columnPlaces[point.column];
    if (element === null || box === undefined || columns[point.column]?.isRowHeader) return;
    const pinned = columns[0]?.isRowHeader ? (columnPlaces[0]?.width ?? 0) : 0;
    const right = box.left + box.width;
    if (box.left - pinned < element.scrollLeft) element.scrollLeft = box.left - pinned;
    else if (right > element.scrollLeft + element.clientWidth)
      element.scrollLeft = right - element.clientWidth;
  };
  const goTo = (point: GridPoint) => {
    wantsFocus.current = true;
    show(point);
    place.setPoint(point);
  };

  const focusSoon = () => {
    wantsFocus.current = true;
  };
  return { goTo, show, focusActive, focusSoon };
}
