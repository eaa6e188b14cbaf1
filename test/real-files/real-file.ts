import type { Delimiter, FileNotice } from '../../shared/spreadsheets/spreadsheet';

/** A file of a kind that recruiters have, with what a careful person reads in it. */
export interface RealFile {
  /** What program or whose hand it comes from, and what is odd in it. */
  readonly what: string;
  readonly fileName: string;
  readonly make: () => Uint8Array | Promise<Uint8Array>;
  readonly expected: RealReading;
}

export interface RealReading {
  readonly headerRow: number | null;
  /** Each person: the row number, then the texts of the row without its blank cells, as `4: Ann | Lee | ann@example.com`. */
  readonly people: readonly string[];
  /** Rows below the header that are nobody: totals, repeated headers, notes. */
  readonly leftOut?: readonly number[];
  readonly sheet?: string;
  readonly encoding?: string;
  readonly delimiter?: Delimiter;
  /** What is said of the file, by kind. */
  readonly notices?: readonly FileNotice['kind'][];
  /** Columns that the sheet hides, by their letters. */
  readonly hiddenColumns?: string;
  /** Rows of people that the sheet hides. */
  readonly hiddenRows?: readonly number[];
  /** Addresses behind cells, as `C4 https://…`. */
  readonly links?: readonly string[];
  /** Other lists in the same sheet: `below 6`, `beside D-E`, `above 3-4`. */
  readonly otherLists?: readonly string[];
  /** The addresses of all people, as they would be sent to. */
  readonly emails?: readonly (string | null)[];
  /** The columns' names, asked for where they come from several rows. */
  readonly headers?: string;
  /** Where the addresses stand; asked for where the columns are hard to tell. */
  readonly emailColumn?: string;
}

/** The text in UTF-8. */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** A text file from its lines. */
export function textFile(
  what: string,
  lines: readonly string[],
  expected: RealReading,
  options: {
    readonly fileName?: string;
    readonly lineEnd?: string;
    readonly toBytes?: (text: string) => Uint8Array;
  } = {},
): RealFile {
  const { fileName = 'people.csv', lineEnd = '\r\n', toBytes = utf8 } = options;
  return { what, fileName, make: () => toBytes(lines.join(lineEnd) + lineEnd), expected };
}
