import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { type ColumnPlace, columnLayout, visibleColumns } from './column-layout';
import type { DataGridColumn } from './data-grid-types';
import { rowsInView, rowsToDraw, scrollTopFor } from './row-window';

/** Rows drawn above and below the view, so that a quick scroll does not show the ground. */
const overscan = 12;
const noRows = { first: 0, last: -1 };
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
  /** The rows to draw, in their order. */
  readonly drawnRows: readonly number[];
  /** Those that are seen, and some around them: `fromRow` up to, not including, `toRow`. */
  readonly fromRow: number;
  readonly toRow: number;
  /** Scrolls as little as it takes to see the whole row. */
  readonly scrollToRow: (row: number) => void;
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

  const [rows, setRows] = useState(noRows);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const follow = () => {
      const next = rowsInView(rowCount, {
        scrollTop: element.scrollTop,
        height: element.clientHeight,
        headerHeight,
        rowHeight,
      });
      setRows((before) => (before.first === next.first && before.last === next.last ? before : next));
    };
    follow();
    const observer = new ResizeObserver(follow);
    observer.observe(element);
    element.addEventListener('scroll', follow, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', follow);
    };
  }, [scroller, rowCount, headerHeight, rowHeight]);

  const scrollToRow = useCallback(
    (row: number) => {
      const element = scroller.current;
      if (element === null) return;
      const { scrollTop, clientHeight: height } = element;
      const next = scrollTopFor(row, { scrollTop, height, headerHeight, rowHeight });
      if (next !== scrollTop) element.scrollTo({ top: next });
    },
    [scroller, headerHeight, rowHeight],
  );

  const last = columnPlaces.at(-1);
  return {
    drawnRows: rowsToDraw(rowCount, rows, overscan, activeRow),
    fromRow: Math.max(0, rows.first - overscan),
    toRow: rows.last < rows.first ? 0 : Math.min(rowCount, rows.last + 1 + overscan),
    scrollToRow,
    columnPlaces,
    fromColumn: columnRange.from,
    toColumn: columnRange.to,
    totalWidth: Math.max(viewWidth, last === undefined ? 0 : last.left + last.width),
    viewWidth,
  };
}
