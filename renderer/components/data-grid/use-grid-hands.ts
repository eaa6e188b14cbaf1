import type { ClipboardEvent, FocusEvent, KeyboardEvent, MouseEvent } from 'react';
import type { EditEnd } from './cell-editor';
import type { GridPoint } from './next-place';
import { type GridTools, isCell, useGridKeys } from './use-grid-keys';
import { useGridPointer } from './use-grid-pointer';

interface GridHands {
  readonly endEdit: (text: string, end: EditEnd) => void;
  readonly moveTo: (point: GridPoint) => void;
  /** What the grid's element listens to. */
  readonly listeners: {
    readonly onKeyDown: (event: KeyboardEvent) => void;
    readonly onFocus: (event: FocusEvent) => void;
    readonly onMouseDown: (event: MouseEvent) => void;
    readonly onClick: (event: MouseEvent) => void;
    readonly onDoubleClick: (event: MouseEvent) => void;
    readonly onContextMenu: (event: MouseEvent) => void;
    readonly onCopy: (event: ClipboardEvent) => void;
    readonly onCut: (event: ClipboardEvent) => void;
    readonly onPaste: (event: ClipboardEvent) => void;
  };
}

/** What keys, pointer and clipboard do in a grid. */
export function useGridHands<Row>(
  tools: GridTools<Row> & { readonly pointAt: (x: number, y: number) => GridPoint },
): GridHands {
  const { props, place, selection, editing } = tools;
  const { active } = place;
  const keys = useGridKeys(tools);
  const pointer = useGridPointer({ ...tools, keys });

  // A screen reader moves the focus by itself; the place follows.
  const onFocus = (event: FocusEvent) => {
    if (editing !== null || !isCell(event.target)) return;
    const { row, column } = (event.target as HTMLElement).dataset;
    const point = { row: Number(row), column: Number(column) };
    if (point.row !== active.row || point.column !== active.column) place.setPoint(point);
  };

  const copy = (event: ClipboardEvent, isCut: boolean) => {
    if (editing !== null || !isCell(event.target)) return;
    if (props.onCopy !== undefined) {
      event.preventDefault();
      props.onCopy(selection.cells, isCut);
      return;
    }
    if (isCut || document.getSelection()?.isCollapsed === false) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', keys.textAt(active));
  };
  const onPaste = (event: ClipboardEvent) => {
    if (editing !== null || props.onPaste === undefined || !isCell(event.target)) return;
    event.preventDefault();
    props.onPaste(selection.cells, {
      text: event.clipboardData.getData('text/plain'),
      html: event.clipboardData.getData('text/html'),
    });
  };

  return {
    endEdit: keys.endEdit,
    moveTo: keys.moveTo,
    listeners: {
      ...pointer,
      onKeyDown: keys.onKeyDown,
      onFocus,
      onCopy: (event) => copy(event, false),
      onCut: (event) => copy(event, true),
      onPaste,
    },
  };
}
