import { type FocusEvent, type KeyboardEvent, type MouseEvent, useEffect, useRef } from 'react';
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

  const onCopy = (event: ClipboardEvent, isCut: boolean) => {
    if (props.onCopy !== undefined) {
      event.preventDefault();
      props.onCopy(selection.cells, isCut);
      return;
    }
    if (isCut || document.getSelection()?.isCollapsed === false) return;
    event.preventDefault();
    event.clipboardData?.setData('text/plain', keys.textAt(active));
  };
  const onPaste = (event: ClipboardEvent) => {
    if (props.onPaste === undefined) return;
    event.preventDefault();
    props.onPaste(selection.cells, {
      text: event.clipboardData?.getData('text/plain') ?? '',
      html: event.clipboardData?.getData('text/html') ?? '',
    });
  };
  const onClipboard = useRef((_: ClipboardEvent) => {});
  onClipboard.current = (event) => {
    const focused = document.activeElement;
    const isHere = focused !== null && isCell(focused) && tools.scroller()?.contains(focused) === true;
    if (!isHere || editing !== null) return;
    if (event.type === 'paste') onPaste(event);
    else onCopy(event, event.type === 'cut');
  };
  // A cell is no field: without a text selection the browser tells the document, not the cell in focus.
  useEffect(() => {
    const take = (event: ClipboardEvent) => onClipboard.current(event);
    const kinds = ['copy', 'cut', 'paste'] as const;
    for (const kind of kinds) document.addEventListener(kind, take);
    return () => {
      for (const kind of kinds) document.removeEventListener(kind, take);
    };
  }, []);

  return {
    endEdit: keys.endEdit,
    moveTo: keys.moveTo,
    listeners: { ...pointer, onKeyDown: keys.onKeyDown, onFocus },
  };
}
