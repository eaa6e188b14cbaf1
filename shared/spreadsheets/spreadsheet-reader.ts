// The small interface behind which readers stand, so that one can be replaced without the rest noticing.
// A reader never answers with half a file: it gives every sheet, or it throws an UnreadableFile with the sentence for the screen.
import type { HandedOver } from '../hand-over/batch-file-reader';
import type { FileNotice, OpenedSpreadsheet, ReadingChoice, Sheet, TextReading } from './spreadsheet';

/** A file as it came in. The name decides nothing but a hint on the screen; the bytes do. */
export interface SpreadsheetFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** What a reader gives back. */
export interface ReadSheets {
  readonly sheets: readonly Sheet[];
  readonly reading: TextReading | null;
  readonly notices: readonly FileNotice[];
  readonly handedOver?: HandedOver;
  /** By sheet: the numbers of the rows with a cell longer than Excel keeps. */
  readonly tooLong: readonly (readonly number[])[];
}

/** Between two steps a reader reports how far it is and lets itself be stopped. */
export interface ReadingSteps {
  /** Reports progress (0–1) and throws `ReadingStopped` once the caller has given up. */
  reached(fraction: number): void;
}

/** One way to turn bytes into sheets. */
export interface SpreadsheetReader {
  readonly format: OpenedSpreadsheet['format'];
  /** @throws UnreadableFile where the file cannot be read as it should be. */
  read(file: SpreadsheetFile, choice: ReadingChoice, steps: ReadingSteps): Promise<ReadSheets>;
}

/** The file cannot be read; `notice` says why, what was not done and what to do. */
export class UnreadableFile extends Error {
  readonly notice: FileNotice;

  constructor(kind: FileNotice['kind'], message: string, rowNumber?: number) {
    super(message);
    this.name = 'UnreadableFile';
    this.notice =
      rowNumber === undefined
        ? { kind, blocking: true, message }
        : { kind, blocking: true, message, rowNumber };
  }
}

/** The caller has aborted. The name is the one that aborted platform calls use. */
export class ReadingStopped extends Error {
  constructor() {
    super('Reading was stopped.');
    this.name = 'AbortError';
  }
}

/** Steps that report to `onProgress` and heed `signal`. */
export function toReadingSteps(options: {
  signal?: AbortSignal;
  onProgress?: (fraction: number) => void;
}): ReadingSteps {
  return {
    reached(fraction) {
      if (options.signal?.aborted) throw new ReadingStopped();
      options.onProgress?.(fraction);
    },
  };
}
