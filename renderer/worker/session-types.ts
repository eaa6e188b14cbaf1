// What the worker tells the window about a file: small, plain objects. Never a whole sheet, and never more rows than were asked for.
import type { SharedPeople } from '../../shared/batches/replay';
import type { SavedSheet, SourceFile } from '../../shared/drafts/draft';
import type { BatchFileHead } from '../../shared/hand-over/batch-file';
import type { SkipReason } from '../../shared/operations/batch';
import type { InviteField, Person, PersonField } from '../../shared/operations/field';
import type { NameOrder } from '../../shared/operations/mapping';
import type { EarlierRun, ProblemKind } from '../../shared/operations/problem';
import type { PipelineField, PipelineMapping } from '../../shared/pipeline/pipeline-field';
import type { FileNotice, OpenedSpreadsheet, TextReading } from '../../shared/spreadsheets/spreadsheet';

export interface SheetChoice {
  readonly sheetIndex: number;
  readonly name: string | null;
  readonly visibility: 'visible' | 'hidden';
  readonly peopleCount: number;
}

/** A file as the recruiter has to judge it: which sheet, which header row, how many people. */
export interface FileSummary {
  /** Another opening has another id, also of the same file; another reading of it has the same. */
  readonly openId: string;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly format: OpenedSpreadsheet['format'];
  readonly sheets: readonly SheetChoice[];
  readonly reading: TextReading | null;
  readonly notices: readonly FileNotice[];
  /** Null where nothing could be read: then a blocking notice says why. */
  readonly table: TableSummary | null;
  /** The chosen sheet is a pipeline that this app has exported, so that what was edited in it can be told. */
  readonly isPipelineExport: boolean;
  /** What a batch file says of itself; null for any other file. */
  readonly handedOver: HandedOverView | null;
}

/** A batch file as the window shows it and begins with. Nothing in it is believed because it stands there. */
export interface HandedOverView {
  readonly batchName: string;
  readonly sourceFileName: string;
  /** Rows that were to be sent, and those that were left out, when it was prepared. */
  readonly sendCount: number;
  readonly leftOutCount: number;
  readonly work: BatchFileHead['work'];
}

/** What a draft keeps of the work on a file; the parts of its journal are asked for by themselves. */
export interface KeptWork {
  readonly openId: string;
  readonly source: SourceFile;
  readonly sheet: SavedSheet;
  readonly peopleCount: number;
  /** Cells changed and rows decided about, by hand. */
  readonly changeCount: number;
}

export interface TableSummary {
  readonly sheetIndex: number;
  readonly headerRow: number | null;
  readonly headerReason: string;
  readonly peopleCount: number;
  readonly firstRowNumber: number | null;
  readonly lastRowNumber: number | null;
  readonly hiddenPeopleCount: number;
  /** Rows below the header that are a total, a note or a repeated header. */
  readonly leftOutCount: number;
  readonly columnCount: number;
  /** Columns that the sheet hides, from 0. */
  readonly hiddenColumns: readonly number[];
  /** What is said of other lists in the same sheet. */
  readonly notices: readonly FileNotice[];
  /** The last row number of the sheet: the preview has this many lines, blank ones included. */
  readonly lineCount: number;
}

/** Columns that the preview draws. Sheets with people have a few dozen; one with thousands would make the window stand still. */
export const mostPreviewColumns = 256;

/** A line of the sheet as it stands there. `cells` end with the last one that holds something, each cut for the screen. */
export interface RawRow {
  readonly rowNumber: number;
  readonly cells: readonly string[];
  readonly hidden: boolean;
  readonly role: 'above' | 'header' | 'person' | 'blank' | 'left-out';
}

export interface ColumnView {
  readonly columnIndex: number;
  readonly letter: string;
  readonly header: string;
  /** The first three different values. */
  readonly values: readonly string[];
  readonly field: InviteField | null;
  readonly reason: string;
  /** The sheet hides this column. */
  readonly isHidden: boolean;
}

/** What is remembered of this header, or of one like it. `lastUsedAtMs`: when a file was last checked so. */
export type RecallView =
  | {
      readonly kind: 'applied';
      readonly name: string | null;
      readonly lastUsedAtMs: number;
      /** Headers of columns that were used then and are not here; their fields are as proposed. */
      readonly missing: readonly string[];
    }
  | {
      readonly kind: 'offered';
      readonly name: string | null;
      readonly lastUsedAtMs: number;
      /** Headers that stood there then and do not now, and the reverse; both empty where only the order differs. */
      readonly missing: readonly string[];
      readonly added: readonly string[];
    };

/** How a remembered mapping would do for this sheet. */
export interface MappingChoice {
  readonly mappingId: string;
  /** Headers of columns that it uses and that are not here. */
  readonly missing: readonly string[];
  /** All columns are used as it says already. */
  readonly isUsed: boolean;
}

export interface ColumnsView {
  readonly columns: readonly ColumnView[];
  readonly peopleCount: number;
  readonly nameOrder: NameOrder;
  /** Null where nothing is remembered, or the recruiter wants none of it. */
  readonly recall: RecallView | null;
  /** Whether a column of whole names is being split. */
  readonly splitsNames: boolean;
  /** False where neither an email nor a CV link is mapped: nobody could be invited. */
  readonly canInvite: boolean;
  /** Whether every reason is whole. Of a large sheet the numbers may still be missing: `countedColumns` waits for them. */
  readonly isCounted: boolean;
}

/** The columns of a sheet of work on a pipeline. */
export interface PipelineColumnsView {
  readonly columns: readonly (Omit<ColumnView, 'field'> & { readonly field: PipelineField | null })[];
  /** Field → column index, of those that are used. */
  readonly mapped: PipelineMapping['columns'];
  /** They are used as they were the last time with this header. */
  readonly isRecalled: boolean;
}

/** One example of each way in which the names of this sheet are split, with how many are split that way. */
export interface NameExample {
  readonly fullName: string;
  readonly firstname: string | null;
  readonly lastname: string | null;
  readonly count: number;
}

export interface NameExamples {
  readonly examples: readonly NameExample[];
  readonly withoutFamilyName: number;
  readonly total: number;
}

/** What becomes of a row if everything stays as it is. Exactly one for each row. */
export type RowStatus = 'needs-you' | 'worth-a-look' | 'left-out' | 'fine';

export type LeftOutReason = Exclude<SkipReason, 'blocked'>;

/** Which rows the grid shows. */
export type RowFilter =
  | { readonly kind: 'all' }
  | { readonly kind: 'status'; readonly status: RowStatus }
  | { readonly kind: 'problem'; readonly status: 'needs-you' | 'worth-a-look'; readonly problem: ProblemKind }
  | { readonly kind: 'left-out'; readonly why: LeftOutReason }
  | { readonly kind: 'invited-before' };

export interface ProblemGroup {
  readonly problem: ProblemKind;
  readonly title: string;
  readonly count: number;
  /** How many of them one click can mend. */
  readonly fixableCount: number;
}

/** The counts of a check. `willBeSent + leftOut + needYou` is always `total`. */
export interface CheckSummary {
  /** Grows with every change, so that the window knows what it shows is old. */
  readonly revision: number;
  readonly total: number;
  readonly willBeSent: number;
  readonly leftOut: number;
  readonly needYou: number;
  readonly worthALook: number;
  readonly fine: number;
  readonly needYouGroups: readonly ProblemGroup[];
  readonly worthALookGroups: readonly ProblemGroup[];
  readonly leftOutGroups: readonly {
    readonly why: LeftOutReason;
    readonly title: string;
    readonly count: number;
  }[];
  /** People who would be sent and have no first name: the message has a hole there. */
  readonly withoutFirstName: number;
  /** People who would be sent and have no email, only a CV link. */
  readonly withoutEmail: number;
  /** People whom this workspace has invited before, to anything, as far as the history has been asked. */
  readonly invitedBefore: number;
  /** What Undo would take back, in words; null where there is nothing. */
  readonly undoes: string | null;
  readonly redoes: string | null;
  /** People in rows that are hidden in the sheet and would be sent. */
  readonly hiddenPeople: number;
}

/** Different CV links of people who may be sent. */
export interface LinkCounts {
  /** Not looked at yet. */
  readonly toCheck: number;
  readonly checked: number;
  /** Of the checked ones: those that did not answer well. */
  readonly problems: number;
}

export interface Fix {
  readonly label: string;
  readonly field: PersonField;
  readonly value: string | null;
}

export interface GridProblem {
  readonly field: PersonField | null;
  readonly kind: ProblemKind;
  readonly blocking: boolean;
  readonly message: string;
  readonly fixes: readonly Fix[];
  /** The earlier run that it is about, to be opened. */
  readonly run: EarlierRun | null;
}

export interface GridRow {
  readonly rowNumber: number;
  readonly person: Person;
  readonly status: RowStatus;
  readonly problems: readonly GridProblem[];
  readonly editedFields: readonly PersonField[];
  readonly leftOutWhy: LeftOutReason | null;
  /** What is wrong, in a few words; '' where nothing is. */
  readonly inShort: string;
}

/** How much of the file earlier runs have sent to the same target, as far as the history was asked. */
export interface ReplayFacts {
  readonly shared: readonly SharedPeople[];
  readonly total: number;
  /** People who are sent to although they were invited to it before. */
  readonly takenIn: number;
}

/** Which people the message preview goes through. */
export type SampleFilter = 'all' | 'looks-odd' | 'no-first-name' | 'longest-name' | 'shortest-name';

export interface SamplePerson {
  readonly rowNumber: number;
  readonly person: Person;
  /** 0-based place among `total`. */
  readonly index: number;
  readonly total: number;
}
