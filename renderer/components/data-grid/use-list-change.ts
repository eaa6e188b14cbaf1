import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { GridPoint } from './next-place';

interface ListChangeInput {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly listKey: string | undefined;
  readonly rowCount: number;
  /** The column of the cell in focus: the one to stay in. */
  readonly column: number;
  readonly moveTo: (point: GridPoint) => void;
  readonly show: (point: GridPoint) => void;
}

/** Another list begins at its top. Who was in the grid stays in it, though the cell they were in may be gone. */
export function useListChange({ scroller, listKey, rowCount, column, moveTo, show }: ListChangeInput): void {
  const shown = useRef(listKey);
  const hadFocus = useRef(false);
  const lastColumn = useRef(column);
  if (shown.current === listKey) lastColumn.current = column;
  // Asked before the rows are drawn: with its cell the focus would be gone.
  if (shown.current !== listKey)
    hadFocus.current = scroller.current?.contains(document.activeElement) === true;

  useLayoutEffect(() => {
    if (shown.current === listKey) return;
    shown.current = listKey;
    if (rowCount === 0) return;
    const top = { row: 0, column: lastColumn.current };
    if (hadFocus.current) moveTo(top);
    else show(top);
  });
}
