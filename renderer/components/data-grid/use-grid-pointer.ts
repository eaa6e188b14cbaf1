import { type MouseEvent, useEffect, useRef } from 'react';
import { isInRange } from './grid-range';
import type { GridPoint } from './next-place';
import type { GridTools, useGridKeys } from './use-grid-keys';

interface GridPointerInput<Row> extends GridTools<Row> {
  readonly keys: ReturnType<typeof useGridKeys<Row>>;
  /** The cell at a place of the window, the nearest one outside the grid. */
  readonly pointAt: (x: number, y: number) => GridPoint;
}

interface GridPointer {
  readonly onMouseDown: (event: MouseEvent) => void;
  readonly onClick: (event: MouseEvent) => void;
  readonly onDoubleClick: (event: MouseEvent) => void;
  readonly onContextMenu: (event: MouseEvent) => void;
}

/** While the pointer is dragged outside, the rows follow this often: quick, and slow enough to stop at a row. */
const followEveryMs = 50;

/** The cell under the pointer; null where a control of its own lies there. */
function pointOf(event: MouseEvent): GridPoint | null {
  const target = event.target as HTMLElement;
  const cell = target.closest<HTMLElement>('[data-row][data-column]');
  const control = target.closest('button, a, input, label');
  if (cell === null || (control !== null && cell.contains(control))) return null;
  return { row: Number(cell.dataset.row), column: Number(cell.dataset.column) };
}

/** What the pointer does in a grid: it goes to a cell, chooses cells by dragging or with Shift, and opens. */
export function useGridPointer<Row>(input: GridPointerInput<Row>): GridPointer {
  const { props, selection, editing, show, keys, pointAt } = input;
  const { kind = 'list', onMenu, onSelectionChange } = props;
  const { moveTo, activate, beginEdit, canEdit } = keys;
  const isPressed = useRef(false);
  const stopDrag = useRef(() => {});
  useEffect(() => () => stopDrag.current(), []);

  const drag = (anchor: GridPoint) => {
    let head = anchor;
    let pointer: { readonly x: number; readonly y: number } | null = null;
    const follow = () => {
      if (pointer === null) return;
      const next = pointAt(pointer.x, pointer.y);
      if (next.row === head.row && next.column === head.column) return;
      head = next;
      selection.choose(anchor, head);
      show(head);
    };
    const onMove = (event: globalThis.MouseEvent) => {
      pointer = { x: event.clientX, y: event.clientY };
      follow();
    };
    const timer = setInterval(follow, followEveryMs);
    stopDrag.current = () => {
      clearInterval(timer);
      document.removeEventListener('mousemove', onMove);
      document.removeEventListener('mouseup', stopDrag.current);
    };
    document.addEventListener('mousemove', onMove);
    document.addEventListener('mouseup', stopDrag.current);
  };

  const onMouseDown = (event: MouseEvent) => {
    const point = pointOf(event);
    if (onSelectionChange === undefined || event.button !== 0 || editing !== null || point === null) return;
    // Else the browser moves the focus to the cell under the pointer, also where Shift only moves a corner.
    event.preventDefault();
    isPressed.current = true;
    if (event.shiftKey) {
      selection.extendTo(point);
      input.goTo(input.place.active);
      return;
    }
    moveTo(point);
    drag(point);
  };
  const onClick = (event: MouseEvent) => {
    const point = pointOf(event);
    const wasPressed = isPressed.current;
    isPressed.current = false;
    if (point === null || editing !== null || wasPressed) return;
    moveTo(point);
    if (kind !== 'sheet') activate(point);
  };
  const onDoubleClick = (event: MouseEvent) => {
    const point = pointOf(event);
    if (point === null || editing !== null) return;
    if (canEdit(point)) beginEdit(point, null);
    else if (kind === 'sheet') activate(point);
  };
  const onContextMenu = (event: MouseEvent) => {
    const point = pointOf(event);
    if (onMenu === undefined || editing !== null || point === null) return;
    event.preventDefault();
    const isInside = isInRange(selection.range, point);
    if (!isInside) moveTo(point);
    onMenu(isInside ? selection.cells : selection.cellsAt(point), { x: event.clientX, y: event.clientY });
  };

  return { onMouseDown, onClick, onDoubleClick, onContextMenu };
}
