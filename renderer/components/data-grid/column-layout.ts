/** Where a column lies, in pixels from the left of the rows. */
export interface ColumnPlace {
  readonly left: number;
  readonly width: number;
}

/** Lays columns side by side; what is left of the view goes to the growing ones in equal shares. */
export function columnLayout(
  columns: readonly { readonly width: number; readonly grows?: boolean }[],
  viewWidth: number,
): ColumnPlace[] {
  const sum = columns.reduce((before, { width }) => before + width, 0);
  const growing = columns.filter(({ grows }) => grows).length;
  const spare = Math.max(0, viewWidth - sum);
  const share = growing === 0 ? 0 : Math.floor(spare / growing);
  let extra = growing === 0 ? 0 : spare - share * growing;
  let left = 0;
  return columns.map(({ width, grows }) => {
    const place = { left, width: grows ? width + share + extra : width };
    if (grows) extra = 0;
    left += place.width;
    return place;
  });
}

/** The columns that meet the view, as first and after-last index. Column 0 is drawn always, it is the row's name. */
export function visibleColumns(
  places: readonly ColumnPlace[],
  scrollLeft: number,
  viewWidth: number,
): { readonly from: number; readonly to: number } {
  const from = places.findIndex(({ left, width }) => left + width > scrollLeft);
  if (from === -1) return { from: 0, to: places.length };
  const after = places.findIndex(({ left }) => left >= scrollLeft + viewWidth);
  return { from, to: after === -1 ? places.length : after };
}

/** 0 → A, 25 → Z, 26 → AA: Excel's letters. */
export function columnLetter(columnIndex: number): string {
  const rest = Math.floor(columnIndex / 26) - 1;
  const letter = String.fromCharCode(65 + (columnIndex % 26));
  return rest < 0 ? letter : columnLetter(rest) + letter;
}
