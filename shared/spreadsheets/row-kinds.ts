// What the cells of a row look like, found once: a row is compared with every likely header above it.
import { type CellKind, cellKind } from './cell-kind';
import type { SheetRow } from './spreadsheet';

const known = new WeakMap<SheetRow, (CellKind | undefined)[]>();

/** The kind of a row's cell; a linked one is a link. */
export function kindIn(row: SheetRow, column: number): CellKind {
  let kinds = known.get(row);
  if (kinds === undefined) {
    kinds = [];
    known.set(row, kinds);
  }
  const kind = kinds[column] ?? (row.links?.has(column) ? 'link' : cellKind(row.cells[column] ?? ''));
  kinds[column] = kind;
  return kind;
}
