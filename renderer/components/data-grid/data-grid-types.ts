import type { ReactNode } from 'react';

/** Why a cell looks different. `problem` and `blocking` come with a description that is tied to the cell. */
export type CellTint = 'warning' | 'refused' | 'soft';

/** A column of a grid over rows of one kind. */
export interface DataGridColumn<Row> {
  readonly id: string;
  /** The header's words. */
  readonly header: string;
  /** What is drawn instead of the words (an icon, nothing); the words are still read out. */
  readonly headerView?: ReactNode;
  /** Pixels. */
  readonly width: number;
  /** This column takes its share of the space that is left, and is never narrower than `width`. */
  readonly grows?: boolean;
  readonly align?: 'start' | 'center' | 'end';
  /** The cell's text: what is read out, copied and edited. */
  readonly text: (row: Row) => string;
  /** What is drawn instead of the text. */
  readonly view?: (row: Row) => ReactNode;
  /** The row's number or name: read with every cell of the row, and kept at the left when the grid is moved sideways. First column only. */
  readonly isRowHeader?: boolean;
  /** The rows are in the order of this column. */
  readonly sorted?: 'ascending' | 'descending';
  readonly tone?: 'normal' | 'strong' | 'second';
  readonly canEdit?: (row: Row) => boolean;
  readonly tint?: (row: Row) => CellTint | null;
  /** The sentence of the cell's problem: makes it `aria-invalid` and is read with it. */
  readonly problem?: (row: Row) => string | null;
}

/** A cell by its row's index in the list as it is shown, and its column's id. */
export interface CellPlace {
  readonly rowIndex: number;
  readonly columnId: string;
}

/** Chosen cells: rows `fromRow` up to, not including, `toRow`, in these columns from left to right. */
export interface CellRange {
  readonly fromRow: number;
  readonly toRow: number;
  readonly columnIds: readonly string[];
}

export type RowLook = 'normal' | 'selected' | 'quiet' | 'head';

export interface DataGridProps<Row> {
  /** What the grid is, read out. */
  readonly label: string;
  readonly columns: readonly DataGridColumn<Row>[];
  readonly rowCount: number;
  /** The row, or undefined while it is on its way: grey bars stand for it. Keep its identity stable while rows stay as they are. */
  readonly rowAt: (rowIndex: number) => Row | undefined;
  /** The rows that are drawn, `from` to before `to`: ask for these. */
  readonly onRangeChange?: (from: number, to: number) => void;
  readonly rowHeight: 28 | 32 | 36 | 44;
  /** `sheet`: with lines between columns. `letters`: a sheet whose headers are Excel's letters. */
  readonly kind?: 'list' | 'sheet' | 'letters';
  readonly rowLook?: (row: Row, rowIndex: number) => RowLook;
  /** Where the focus is. Leave it out to let the grid keep it. */
  readonly place?: CellPlace | null;
  readonly onPlaceChange?: (place: CellPlace) => void;
  /** Another list: what was chosen in the one before is forgotten. */
  readonly listKey?: string;
  /** Lets people choose several cells, as in a spreadsheet, and tells which; null while the grid was not entered yet. */
  readonly onSelectionChange?: (range: CellRange | null) => void;
  /** Called when an edit ends with a changed text. Needs columns with `canEdit`. */
  readonly onEdit?: (place: CellPlace, text: string) => void;
  /** Ctrl Enter ends an edit: the text goes into all chosen cells. */
  readonly onFill?: (range: CellRange, text: string) => void;
  /** Delete, where several cells are chosen. */
  readonly onClear?: (range: CellRange) => void;
  /** Enter, or a double click, on a cell that cannot be edited; in `list` and `letters` grids a click on the row too. */
  readonly onActivate?: (row: Row, rowIndex: number, place: CellPlace) => void;
  /** Copies or cuts the chosen cells. Left out: the text of the cell in focus is copied. */
  readonly onCopy?: (range: CellRange, isCut: boolean) => void;
  /** What is pasted on the chosen cells; only where the grid can be edited. */
  readonly onPaste?: (range: CellRange, pasted: { readonly text: string; readonly html: string }) => void;
  /** The row to which Ctrl and an arrow lead. Left out: to the first or last. */
  readonly edgeFrom?: (place: CellPlace, way: 'up' | 'down') => Promise<number>;
  /** A menu for the chosen cells is asked for: by the right button, the menu key or Shift F10. In pixels of the window. */
  readonly onMenu?: (range: CellRange, at: { readonly x: number; readonly y: number }) => void;
  /** Keys that the grid leaves alone (Ctrl Z …). Return true where it was dealt with. */
  readonly onOtherKey?: (event: React.KeyboardEvent, place: CellPlace, range: CellRange) => boolean;
  /** A pop-up under a cell: a sentence and its fix. It follows the cell. */
  readonly popUp?: { readonly at: CellPlace; readonly content: ReactNode } | null;
  /** Stands in place of the rows where there are none. */
  readonly empty?: ReactNode;
}

/** What a screen can do to its grid. */
export interface DataGridHandle {
  /** Moves the focus to a cell and shows it. */
  readonly focusCell: (place: CellPlace) => void;
  /** Puts the focus back on the cell that keys go to; what is chosen stays chosen. */
  readonly focus: () => void;
  /** Chooses a cell and shows it; the focus stays where it is. */
  readonly chooseCell: (place: CellPlace) => void;
  /** Shows a row without moving the focus. */
  readonly showRow: (rowIndex: number) => void;
}
