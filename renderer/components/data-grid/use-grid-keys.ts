import { type KeyboardEvent, useRef } from 'react';
import type { EditEnd } from './cell-editor';
import { dataEdge } from './data-edge';
import type { DataGridProps } from './data-grid-types';
import { focusOutside } from './focus-outside';
import { type GridRange, nextInRange } from './grid-range';
import { type GridPoint, nextEditable, nextPlace } from './next-place';
import type { GridPlace } from './use-grid-place';
import type { GridSelection } from './use-grid-selection';

/** An edit of the focused cell that is going on. */
export interface Editing {
  readonly text: string;
  readonly isReplacing: boolean;
}

/** What the hands of a grid work with. */
export interface GridTools<Row> {
  readonly props: DataGridProps<Row>;
  readonly place: GridPlace;
  readonly selection: GridSelection;
  /** Whole rows in the view. */
  readonly pageRows: number;
  readonly editing: Editing | null;
  readonly setEditing: (editing: Editing | null) => void;
  /** Moves the focus; what is chosen stays chosen where the cell lies in it. */
  readonly goTo: (point: GridPoint) => void;
  /** Shows a cell; the focus stays. */
  readonly show: (point: GridPoint) => void;
  readonly scroller: () => HTMLElement | null;
}

interface GridKeys {
  readonly canEdit: (point: GridPoint) => boolean;
  readonly textAt: (point: GridPoint) => string;
  readonly activate: (point: GridPoint) => void;
  /** Moves the focus; nothing but that cell is chosen then. */
  readonly moveTo: (point: GridPoint) => void;
  readonly beginEdit: (point: GridPoint, typed: string | null) => void;
  readonly endEdit: (text: string, end: EditEnd) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Whether something is a cell, and not a control inside one. */
export function isCell(target: EventTarget): boolean {
  const role = (target as HTMLElement).getAttribute('role');
  return role === 'gridcell' || role === 'rowheader';
}

/** What keys do in a grid. Where cells can be chosen they do what they do in Excel; F6 leads out of it, since Tab does not. */
export function useGridKeys<Row>(tools: GridTools<Row>): GridKeys {
  const { props, place, selection, pageRows, editing, setEditing, goTo, show, scroller } = tools;
  const { columns, rowCount, rowAt, onEdit, onActivate, onOtherKey, edgeFrom } = props;
  const { active, toPlace } = place;
  const isSheet = props.onSelectionChange !== undefined;
  // As in Excel, Enter after Tab leads to the column in which the first Tab was pressed.
  const tabbedFrom = useRef<number | null>(null);

  const canEdit = (point: GridPoint): boolean => {
    const row = rowAt(point.row);
    return onEdit !== undefined && row !== undefined && columns[point.column]?.canEdit?.(row) === true;
  };
  const textAt = (point: GridPoint): string => {
    const row = rowAt(point.row);
    return row === undefined ? '' : (columns[point.column]?.text(row) ?? '');
  };
  const firstEditable = Math.max(
    0,
    columns.findIndex((_, column) => canEdit({ row: active.row, column })),
  );
  const size = {
    rowCount,
    columnCount: columns.length,
    pageRows,
    ...(isSheet ? { firstColumn: firstEditable } : {}),
  };
  const moveTo = (point: GridPoint) => {
    tabbedFrom.current = null;
    selection.collapse();
    goTo(point);
  };
  const extendTo = (point: GridPoint) => {
    selection.extendTo(point);
    show(point);
  };
  const activate = (point: GridPoint) => {
    const row = rowAt(point.row);
    if (row !== undefined) onActivate?.(row, point.row, toPlace(point));
  };
  const beginEdit = (point: GridPoint, typed: string | null) =>
    setEditing({ text: typed ?? textAt(point), isReplacing: typed !== null });

  /** The chosen cells that can be edited: Tab and Enter go round in them. */
  const editableRange = (): GridRange | null => {
    const { range } = selection;
    const editable = columns.flatMap((_, column) =>
      column >= range.left && column <= range.right && canEdit({ row: active.row, column }) ? [column] : [],
    );
    const left = editable[0];
    return left === undefined ? null : { ...range, left, right: editable.at(-1) ?? left };
  };
  const stepOn = (goes: 'across' | 'down', backwards: boolean): boolean => {
    const range = selection.isMany ? editableRange() : null;
    if (range !== null) {
      goTo(nextInRange(range, active, goes, backwards));
      return true;
    }
    if (goes === 'across') {
      const next = nextEditable(active, backwards, size, canEdit);
      if (next === null) return false;
      const from = tabbedFrom.current ?? active.column;
      moveTo(next);
      tabbedFrom.current = from;
      return true;
    }
    const next = nextPlace(active, backwards ? 'ArrowUp' : 'ArrowDown', false, size) ?? active;
    moveTo({ row: next.row, column: tabbedFrom.current ?? next.column });
    return true;
  };

  const endEdit = (text: string, end: EditEnd) => {
    setEditing(null);
    if (end === 'fill' && selection.isMany && props.onFill !== undefined) props.onFill(selection.cells, text);
    else if (text !== textAt(active)) onEdit?.(toPlace(active), text);
    if (end === 'stay') return;
    if (end === 'fill') goTo(active);
    else if (end === 'left' || end === 'right')
      moveTo(nextPlace(active, end === 'left' ? 'ArrowLeft' : 'ArrowRight', false, size) ?? active);
    else if (
      !stepOn(end === 'next' || end === 'before' ? 'across' : 'down', end === 'before' || end === 'up')
    )
      goTo(active);
  };

  /** Tells whether the key moved something. */
  const takeMove = (event: KeyboardEvent, withControl: boolean): boolean => {
    const isExtending = isSheet && event.shiftKey;
    const from = isExtending ? selection.head : active;
    const go = isExtending ? extendTo : moveTo;
    const { key } = event;
    if (isSheet && withControl && (key === 'ArrowLeft' || key === 'ArrowRight')) {
      const step = key === 'ArrowLeft' ? -1 : 1;
      const isFilled = (column: number) => textAt({ row: from.row, column }) !== '';
      const last = step === -1 ? 0 : columns.length - 1;
      go({ row: from.row, column: dataEdge(isFilled, from.column, step, last) });
      return true;
    }
    if (withControl && edgeFrom !== undefined && (key === 'ArrowUp' || key === 'ArrowDown')) {
      void edgeFrom(toPlace(from), key === 'ArrowUp' ? 'up' : 'down').then(
        (row) => go({ row, column: from.column }),
        () => undefined,
      );
      return true;
    }
    const next = nextPlace(from, key, withControl, size);
    if (next === null) return false;
    go(next);
    return true;
  };

  /** Keys of a spreadsheet: to choose cells, and to go on from cell to cell. */
  const takeSheetKey = (event: KeyboardEvent, withControl: boolean): boolean => {
    const { key } = event;
    const lastRow = rowCount - 1;
    if (key === 'ContextMenu' || (key === 'F10' && event.shiftKey)) {
      const box = (event.target as HTMLElement).getBoundingClientRect();
      props.onMenu?.(selection.cells, { x: box.left, y: box.bottom });
    } else if (key === 'F6') focusOutside(scroller() ?? document.body, event.shiftKey);
    else if (key === 'Tab') return stepOn('across', event.shiftKey);
    else if (key === 'Enter' && onEdit !== undefined) return stepOn('down', event.shiftKey);
    else if (withControl && key.toLowerCase() === 'a' && !event.shiftKey)
      selection.choose(
        { row: 0, column: Math.min(active.column, firstEditable) },
        { row: lastRow, column: columns.length - 1 },
      );
    else if (withControl && key === ' ')
      selection.choose({ row: 0, column: active.column }, { row: lastRow, column: active.column });
    else if (event.shiftKey && key === ' ')
      selection.choose(
        { row: active.row, column: 0 },
        { row: selection.head.row, column: columns.length - 1 },
      );
    else if (key === 'Escape' && selection.isMany) selection.collapse();
    else if ((key === 'Delete' || key === 'Backspace') && selection.isMany) props.onClear?.(selection.cells);
    else return false;
    return true;
  };

  /** Tells whether the key meant something here. */
  const takeKey = (event: KeyboardEvent): boolean => {
    const withControl = event.ctrlKey || event.metaKey;
    const { key } = event;
    if (onOtherKey?.(event, toPlace(active), selection.cells) === true) return true;
    if (event.altKey && key === 'ArrowDown') {
      const first = scroller()?.querySelector<HTMLElement>('[data-pop-up] button');
      first?.focus();
      return first != null;
    }
    if (isSheet && takeSheetKey(event, withControl)) return true;
    if (takeMove(event, withControl)) return true;
    if (canEdit(active)) {
      if (key === 'Enter' || key === 'F2') beginEdit(active, null);
      else if (key === 'Delete' || key === 'Backspace') onEdit?.(toPlace(active), '');
      else if (key.length === 1 && !withControl && !event.altKey) beginEdit(active, key);
      else return false;
      return true;
    }
    if (key !== 'Enter') return false;
    activate(active);
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (editing !== null || rowCount === 0 || !isCell(event.target)) return;
    if (takeKey(event)) event.preventDefault();
  };

  return { canEdit, textAt, activate, moveTo, beginEdit, endEdit, onKeyDown };
}
