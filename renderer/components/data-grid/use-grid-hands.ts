import type { ClipboardEvent, FocusEvent, KeyboardEvent, MouseEvent } from 'react';
import type { EditEnd } from './cell-editor';
import type { DataGridProps } from './data-grid-types';
import { type GridPoint, nextEditable, nextPlace, parseClipboard } from './next-place';
import type { GridPlace } from './use-grid-place';

/** An edit of the focused cell that is going on. */
export interface Editing {
  readonly text: string;
  readonly isReplacing: boolean;
}

interface GridHandsInput<Row> {
  readonly props: DataGridProps<Row>;
  readonly place: GridPlace;
  /** Whole rows in the view. */
  readonly pageRows: number;
  readonly editing: Editing | null;
  readonly setEditing: (editing: Editing | null) => void;
  readonly goTo: (point: GridPoint) => void;
}

interface GridHands {
  readonly endEdit: (text: string, end: EditEnd) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: (event: FocusEvent) => void;
  readonly onClick: (event: MouseEvent) => void;
  readonly onDoubleClick: (event: MouseEvent) => void;
  readonly onCopy: (event: ClipboardEvent) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
}

/** The cell under the pointer; null where a control of its own lies there. */
function pointOf(event: MouseEvent): GridPoint | null {
  const target = event.target as HTMLElement;
  const cell = target.closest<HTMLElement>('[data-row][data-column]');
  const control = target.closest('button, a, input, label');
  if (cell === null || (control !== null && cell.contains(control))) return null;
  return { row: Number(cell.dataset.row), column: Number(cell.dataset.column) };
}

function isCell(target: EventTarget): boolean {
  const role = (target as HTMLElement).getAttribute('role');
  return role === 'gridcell' || role === 'rowheader';
}

/** What keys, pointer and clipboard do in a grid. */
export function useGridHands<Row>({
  props,
  place,
  pageRows,
  editing,
  setEditing,
  goTo,
}: GridHandsInput<Row>): GridHands {
  const { columns, rowCount, rowAt, kind = 'list', onEdit, onActivate, onPaste, onOtherKey } = props;
  const { active, toPlace } = place;
  const size = { rowCount, columnCount: columns.length, pageRows };

  const canEdit = (point: GridPoint): boolean => {
    const row = rowAt(point.row);
    return onEdit !== undefined && row !== undefined && columns[point.column]?.canEdit?.(row) === true;
  };
  const textAt = (point: GridPoint): string => {
    const row = rowAt(point.row);
    return row === undefined ? '' : (columns[point.column]?.text(row) ?? '');
  };
  const activate = (point: GridPoint, withShift: boolean) => {
    const row = rowAt(point.row);
    if (row !== undefined) onActivate?.(row, point.row, toPlace(point), withShift);
  };
  const beginEdit = (point: GridPoint, typed: string | null) =>
    setEditing({ text: typed ?? textAt(point), isReplacing: typed !== null });

  const endEdit = (text: string, end: EditEnd) => {
    setEditing(null);
    if (text !== textAt(active)) onEdit?.(toPlace(active), text);
    if (end === 'stay') return;
    const next =
      end === 'down' || end === 'up'
        ? nextPlace(active, end === 'down' ? 'ArrowDown' : 'ArrowUp', false, size)
        : nextEditable(active, end === 'before', size, canEdit);
    goTo(next ?? active);
  };

  /** Tells whether the key meant something here. */
  const takeKey = (event: KeyboardEvent): boolean => {
    const withControl = event.ctrlKey || event.metaKey;
    if (onOtherKey?.(event, toPlace(active)) === true) return true;
    const next = nextPlace(active, event.key, withControl, size);
    if (next !== null) {
      goTo(next);
      return true;
    }
    if (canEdit(active)) {
      if (event.key === 'Enter' || event.key === 'F2') beginEdit(active, null);
      else if (event.key === 'Delete' || event.key === 'Backspace') onEdit?.(toPlace(active), '');
      else if (event.key.length === 1 && !withControl && !event.altKey) beginEdit(active, event.key);
      else return false;
      return true;
    }
    if (event.key !== 'Enter') return false;
    activate(active, event.shiftKey);
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (editing !== null || rowCount === 0 || !isCell(event.target)) return;
    if (takeKey(event)) event.preventDefault();
  };

  // A screen reader moves the focus by itself; the place follows.
  const onFocus = (event: FocusEvent) => {
    if (editing !== null || !isCell(event.target)) return;
    const { row, column } = (event.target as HTMLElement).dataset;
    const point = { row: Number(row), column: Number(column) };
    if (point.row !== active.row || point.column !== active.column) place.setPoint(point);
  };
  const onClick = (event: MouseEvent) => {
    const point = pointOf(event);
    if (point === null || editing !== null) return;
    goTo(point);
    if (kind !== 'sheet') activate(point, event.shiftKey);
  };
  const onDoubleClick = (event: MouseEvent) => {
    const point = pointOf(event);
    if (point === null || editing !== null) return;
    if (canEdit(point)) beginEdit(point, null);
    else if (kind === 'sheet') activate(point, event.shiftKey);
  };

  const onCopy = (event: ClipboardEvent) => {
    const isTextSelected = document.getSelection()?.isCollapsed === false;
    if (editing !== null || isTextSelected || !isCell(event.target)) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', textAt(active));
  };
  const onPasteHere = (event: ClipboardEvent) => {
    if (editing !== null || onPaste === undefined || !isCell(event.target)) return;
    event.preventDefault();
    onPaste(toPlace(active), parseClipboard(event.clipboardData.getData('text/plain')));
  };

  return { endEdit, onKeyDown, onFocus, onClick, onDoubleClick, onCopy, onPaste: onPasteHere };
}
