import { defaultRangeExtractor, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { type ColumnPlace, columnLayout, visibleColumns } from './column-layout';
import type { DataGridColumn } from './data-grid-types';

/** Rows drawn above and below the view, so that a quick scroll does not show the ground. */
export const overscan = 12;
/** Up to this many columns all are drawn; more only as far as they are seen. */
const drawAllColumns = 30;

interface GridViewInput<Row> {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly columns: readonly DataGridColumn<Row>[];
  readonly rowCount: number;
  readonly rowHeight: number;
  readonly headerHeight: number;
  /** Stays drawn wherever the view goes, since it may hold the focus. */
  readonly activeRow: number;
}

interface GridView {
  readonly virtualizer: Virtualizer<HTMLDivElement, Element>;
  readonly columnPlaces: readonly ColumnPlace[];
  readonly fromColumn: number;
  readonly toColumn: number;
  readonly totalWidth: number;
  readonly viewWidth: number;
}

/** Knows which rows and columns are in view, and where they lie. */
export function useGridView<Row>({
  scroller,
  columns,
  rowCount,
  rowHeight,
  headerHeight,
  activeRow,
}: GridViewInput<Row>): GridView {
  const [viewWidth, setViewWidth] = useState(0);
  const columnPlaces = useMemo(() => columnLayout(columns, viewWidth), [columns, viewWidth]);
  const [columnRange, setColumnRange] = useState({ from: 0, to: columns.length });

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const measure = () => setViewWidth(element.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller]);

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const follow = () => {
      const next =
        columns.length <= drawAllColumns
          ? { from: 0, to: columns.length }
          : visibleColumns(columnPlaces, element.scrollLeft, element.clientWidth);
      setColumnRange((before) => (before.from === next.from && before.to === next.to ? before : next));
    };
    follow();
    element.addEventListener('scroll', follow, { passive: true });
    return () => element.removeEventListener('scroll', follow);
  }, [scroller, columns.length, columnPlaces]);

  const virtualizer = useVirtualizer<HTMLDivElement, Element>({
    count: rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan,
    // React draws soon enough by itself, and says so when it is forced to inside its own work.
    useFlushSync: false,
    scrollMargin: headerHeight,
    scrollPaddingStart: headerHeight,
    rangeExtractor: (range) => {
      const drawn = defaultRangeExtractor(range);
      const first = drawn[0] ?? 0;
      const last = drawn.at(-1) ?? -1;
      if (activeRow >= first && activeRow <= last) return drawn;
      if (activeRow >= range.count) return drawn;
      return activeRow < first ? [activeRow, ...drawn] : [...drawn, activeRow];
    },
  });

  const last = columnPlaces.at(-1);
  return {
    virtualizer,
    columnPlaces,
    fromColumn: columnRange.from,
    toColumn: columnRange.to,
    totalWidth: Math.max(viewWidth, last === undefined ? 0 : last.left + last.width),
    viewWidth,
  };
}
