import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import styles from './data-grid.module.css';

interface GridPopUpProps {
  /** The cell's box inside the rows, in pixels. */
  readonly cell: { readonly left: number; readonly top: number; readonly height: number };
  /** What of the rows is seen. */
  readonly view: { readonly left: number; readonly width: number; readonly bottom: number };
  readonly onEscape: () => void;
  readonly children: ReactNode;
}

/** The distance to its cell. */
const gap = 4;

/** A pop-up at a cell: under it, or above it where there is no room; it moves with the rows. Alt and the down arrow go into it, Esc back to the cell. */
export function GridPopUp({ cell, view, onEscape, children }: GridPopUpProps) {
  const box = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 344, height: 0 });

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const { offsetWidth: width, offsetHeight: height } = element;
    setSize((before) => (before.width === width && before.height === height ? before : { width, height }));
  });

  const below = cell.top + cell.height + gap;
  const fitsBelow = below + size.height <= view.bottom;
  const top = fitsBelow ? below : cell.top - gap - size.height;
  const left = Math.max(view.left + 8, Math.min(cell.left, view.left + view.width - size.width - 8));
  return (
    <div
      ref={box}
      role="group"
      aria-label="About this cell"
      data-pop-up=""
      className={styles.popUp}
      style={{ top, left }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onEscape();
      }}
    >
      {children}
    </div>
  );
}
