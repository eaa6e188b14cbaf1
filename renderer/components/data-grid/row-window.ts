/** Which rows of equal height are in view, both ends included; `last` is −1 where there are none. */
export interface RowWindow {
  readonly first: number;
  readonly last: number;
}

/** Where the view is, in pixels. */
export interface RowView {
  readonly scrollTop: number;
  readonly height: number;
  readonly headerHeight: number;
  readonly rowHeight: number;
}

/** The rows that a view shows, also in part. The header lies above them and scrolls away with nothing. */
export function rowsInView(rowCount: number, view: RowView): RowWindow {
  const { scrollTop, height, headerHeight, rowHeight } = view;
  if (height === 0 || rowCount === 0) return { first: 0, last: -1 };
  const last = rowCount - 1;
  const rowAt = (y: number) => Math.min(Math.max(Math.floor((y - headerHeight) / rowHeight), 0), last);
  return { first: rowAt(scrollTop), last: rowAt(scrollTop + height) };
}

/** Where to scroll so that a row is seen whole, below the header; as little as that takes. */
export function scrollTopFor(row: number, { scrollTop, height, headerHeight, rowHeight }: RowView): number {
  const top = row * rowHeight;
  if (top < scrollTop) return top;
  const bottom = headerHeight + top + rowHeight;
  return bottom > scrollTop + height ? bottom - height : scrollTop;
}

/** The rows to draw: those in view, some around them, and one more wherever it is. In their order. */
export function rowsToDraw(
  rowCount: number,
  { first, last }: RowWindow,
  overscan: number,
  oneMore: number,
): number[] {
  if (last < first) return [];
  const from = Math.max(0, first - overscan);
  const to = Math.min(rowCount - 1, last + overscan);
  const rows = Array.from({ length: to - from + 1 }, (_, place) => from + place);
  if (oneMore >= rowCount || (oneMore >= from && oneMore <= to)) return rows;
  return oneMore < from ? [oneMore, ...rows] : [...rows, oneMore];
}
