// A checked sheet and what was chosen for it → the head and the rows of its batch file.
// Never takes along what says something of this computer: run numbers and reasons in words stay here.
import { makeCellsOf, toBatchRow } from '../batches/batch-cells';
import type { SenderChoices } from '../batches/sheet-check';
import type { BatchRow, BatchSource, SkipReason } from '../operations/batch';
import type { SheetRow, Table } from '../spreadsheets/spreadsheet';
import type { BatchFileHead, BatchFileRow } from './batch-file';

/** Excel's own limit for a cell. */
const maxCellLength = 32_767;

/** Which place among the table's columns a column of the sheet has. */
export function toPlaces<Field extends string>(
  table: Table,
  columns: Readonly<Partial<Record<Field, number>>>,
): { field: Field; place: number }[] {
  const placeOf = new Map(table.columns.map(({ columnIndex }, place) => [columnIndex, place]));
  return (Object.entries(columns) as [Field, number][]).flatMap(([field, columnIndex]) => {
    const place = placeOf.get(columnIndex);
    return place === undefined ? [] : [{ field, place }];
  });
}

/** Where the rows came from. */
export function toFileSource({
  fileName,
  sizeBytes,
  sha256,
  sheetName,
  headerRow,
}: Omit<BatchSource, 'columns'>): BatchFileHead['source'] {
  return { fileName, sizeBytes, sha256, sheetName, headerRow };
}

/** The columns of a table, each header cut to what a cell may hold. */
export function toFileColumns({ columns }: Table): BatchFileHead['columns'] {
  return columns.map(({ letter, header }) => ({ letter, header: header.slice(0, maxCellLength) }));
}

/** The rows of an invitation; `checked` are those of the table, in its order, `bySender` what a batch file brought along. */
export function* toInviteFileRows(
  table: Table,
  checked: readonly BatchRow[],
  bySender: SenderChoices | null,
): Generator<BatchFileRow> {
  const places = toPlaceOf(table);
  for (const [index, whole] of checked.entries()) {
    const { rowNumber, cells, person, skip, takenIn } = toBatchRow(whole);
    const sheetRow = table.rows[index];
    const isTakenIn = skip === null && (takenIn === true || bySender?.takenInDoubles.has(rowNumber) === true);
    yield {
      row: rowNumber,
      cells,
      person,
      ...(skip === null ? {} : { leftOut: toReason(skip, bySender?.leftOut.get(rowNumber)) }),
      ...(isTakenIn ? { takenIn: true as const } : {}),
      ...(sheetRow === undefined ? {} : besides(sheetRow, places)),
    };
  }
}

/** A row that is left out as it came keeps the reason that it came with. */
function toReason({ why }: NonNullable<BatchRow['skip']>, bySender: SkipReason | undefined): SkipReason {
  return why === 'left-out-by-you' ? (bySender ?? why) : why;
}

/** The rows of work on a pipeline, as they stand in the sheet. */
export function* toPipelineFileRows(table: Table): Generator<BatchFileRow> {
  const places = toPlaceOf(table);
  const cellsOf = makeCellsOf(table);
  for (const [index, sheetRow] of table.rows.entries())
    yield {
      row: sheetRow.rowNumber,
      cells: cellsOf(index).map((cell) => cell.slice(0, maxCellLength)),
      ...besides(sheetRow, places),
    };
}

function toPlaceOf({ columns }: Table): ReadonlyMap<number, number> {
  return new Map(columns.map(({ columnIndex }, place) => [columnIndex, place]));
}

function besides(
  { hidden, links }: SheetRow,
  places: ReadonlyMap<number, number>,
): Pick<BatchFileRow, 'hidden' | 'links'> {
  const kept = [...(links ?? [])].flatMap(([columnIndex, address]) => {
    const place = places.get(columnIndex);
    return place === undefined || address === '' || address.length > maxCellLength
      ? []
      : [{ place, address }];
  });
  return {
    ...(hidden ? { hidden: true as const } : {}),
    ...(kept.length > 0 ? { links: kept } : {}),
  };
}
