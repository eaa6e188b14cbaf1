import {
  makeTextRow,
  makeWorkbookParts,
  makeZip,
  type WorkbookPieces,
} from '../unit/shared/spreadsheets/make-zip';

/** What has to come of a file: exactly these rows (with these notices), or one sentence and nothing read. */
export type Expected =
  | {
      readonly kind: 'rows';
      /** Every row of the sheet in hand that shows something, in order. */
      readonly rows: readonly (readonly string[])[];
      readonly notices?: readonly string[];
    }
  | { readonly kind: 'refused'; readonly notice: string; readonly says: RegExp };

/** A damaged, disguised or malicious file, and what a careful reader makes of it. */
export interface HostileFile {
  /** Reads on in "… is read rightly, or refused in a sentence". */
  readonly what: string;
  readonly fileName: string;
  /** Made when it is needed: some have 90 MB. */
  readonly make: () => Uint8Array | Promise<Uint8Array>;
  readonly expected: Expected;
  /** Small outside and huge inside: there is less time for it. */
  readonly isBomb?: boolean;
}

/** The files, each under this name where it has none of its own. */
export function namedFiles(
  fileName: string,
  files: readonly (Omit<HostileFile, 'fileName'> & { readonly fileName?: string })[],
): readonly HostileFile[] {
  return files.map((file) => ({ fileName, ...file }));
}

/** The people of most files here. */
export const people = [
  ['Email', 'Name'],
  ['ada@example.com', 'Ada'],
  ['lin@example.com', 'Lin'],
] as const;

/** The same people as rows of XML. */
export const peopleXml = people.map((cells, index) => makeTextRow(index + 1, cells)).join('');

/** The people, and nothing said but `notices`. */
export function asPeople(...notices: string[]): Expected {
  return { kind: 'rows', rows: people, notices };
}

/** Nothing read, for this reason. */
export function refused(notice: string, says: RegExp = /./): Expected {
  return { kind: 'refused', notice, says };
}

/** A workbook with these rows as XML. */
export function makeWorkbook(rowsXml: string, pieces: WorkbookPieces = {}): Uint8Array {
  return makeZip(makeWorkbookParts(rowsXml, pieces));
}

export function toBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** A row with one cell of inline text. */
export function textCell(place: string, text: string): string {
  return `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
}
