// What every reader gives back: sheets of text as the recruiter sees them.
// Never holds a coerced value: a cell is the text that Excel would show, zeros and long ids included.
import type { HandedOver } from '../hand-over/batch-file-reader';
import type { OtherList } from './other-list';

/** One row of a sheet. `cells` is dense from column A; a missing cell is ''. */
export interface SheetRow {
  /** The row number that Excel shows, 1-based; blank rows count. */
  readonly rowNumber: number;
  readonly cells: readonly string[];
  /** Hidden by a filter or by hand. */
  readonly hidden: boolean;
  /** Column index → the address behind a hyperlink cell, where it differs from the text. */
  readonly links?: ReadonlyMap<number, string>;
}

/** A sheet of a workbook, or the one sheet of a text file (name null). Blank rows are left out; their numbers are not reused. */
export interface Sheet {
  readonly name: string | null;
  readonly visibility: 'visible' | 'hidden';
  readonly columnCount: number;
  readonly rows: readonly SheetRow[];
  /** Columns that the sheet hides, by hand or in a group that is closed; in order, within `columnCount`. Left out without any. */
  readonly hiddenColumns?: readonly number[];
}

/** Something to say about the file as a whole. Blocking notices leave `sheets` empty. */
export interface FileNotice {
  readonly kind:
    | 'file-type-mismatch'
    | 'file-encrypted'
    | 'file-empty'
    | 'no-rows'
    | 'file-legacy'
    | 'file-damaged'
    | 'file-newer'
    | 'file-too-large'
    | 'unterminated-quote'
    | 'odd-quote'
    | 'letters-lost'
    | 'cell-too-long'
    | 'link-unknown'
    | 'not-calculated'
    | 'crossed-out'
    | 'one-column'
    | 'on-its-side'
    | 'other-list';
  readonly blocking: boolean;
  /** What happened, what was not done, what to do now. */
  readonly message: string;
  readonly rowNumber?: number;
}

/** What parts the cells of a text. */
export type Delimiter = ',' | ';' | '\t' | '|' | '^' | '~';

/** How a text file or a web page was read, and what else it could have been. */
export interface TextReading {
  /** A WHATWG encoding label, such as `utf-8` or `windows-1252`. */
  readonly encoding: string;
  /** Null for a web page, whose cells are parted by tags. */
  readonly delimiter: Delimiter | null;
  /** The reading chosen first, then the others, each with up to three texts that show the difference. */
  readonly encodingChoices: readonly {
    readonly encoding: string;
    readonly label: string;
    readonly samples: readonly string[];
  }[];
  readonly delimiterChoices: readonly {
    readonly delimiter: Delimiter;
    readonly columnCount: number;
  }[];
}

/** What writing into a text file needs to know of it. */
export interface TextForm {
  readonly encoding: string;
  readonly delimiter: Delimiter;
}

/** A file that has been read. */
export interface OpenedSpreadsheet {
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly format: 'text' | 'workbook' | 'html' | 'batch-file';
  readonly sheets: readonly Sheet[];
  readonly reading: TextReading | null;
  readonly notices: readonly FileNotice[];
  /** The header of a file that has nobody below it (notice `no-rows`). */
  readonly emptyTable?: Table;
  /** Of a batch file: the table itself, and what was chosen for it. */
  readonly handedOver?: HandedOver;
}

/** What the recruiter chose instead of the detected reading. */
export interface ReadingChoice {
  readonly encoding?: string;
  readonly delimiter?: Delimiter | null;
}

/** Where the people are in a sheet. Totals, blank rows and lines above the header are left out of `rows`. */
export interface Table {
  /** Row number of the header, or null where the first row is a person already. */
  readonly headerRow: number | null;
  /** Why this row, in a sentence that can stand on the screen. */
  readonly headerReason: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly SheetRow[];
  /** Rows that were left out below the header, with the reason (a total, a repeated header, a note, another list's row). */
  readonly leftOut: readonly {
    readonly rowNumber: number;
    readonly why: 'total' | 'repeated-header' | 'note' | 'other-list';
  }[];
  /** Other lists in the same sheet, whose people are not among `rows`. Left out without any. */
  readonly otherLists?: readonly OtherList[];
}

export interface TableColumn {
  readonly columnIndex: number;
  /** Excel's letter: A, B, … AA. */
  readonly letter: string;
  /** The header's text, '' where there is none. Two columns may have the same. */
  readonly header: string;
  /** The sheet hides this column. Left out where it does not. */
  readonly isHidden?: true;
}
