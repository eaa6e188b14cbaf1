// exceljs' streaming writer onto an open file, with the things it can do but has no word for: wait for the packer, put a sheet first,
// offer choices in cells. They look at fields that its types leave out, so the package stays on 4.4, and the workbook's tests fail if one of them moves.
import { once } from 'node:events';
import type { FileHandle } from 'node:fs/promises';
import { Writable } from 'node:stream';
import type { AddWorksheetOptions, DataValidation, Worksheet } from 'exceljs';
import type { ExportDates } from '../../shared/settings/app-settings';
import { toXlsxText } from '../../shared/spreadsheets/xlsx-text';

/** Level 4 packs sheets almost as small as 6 in half the time. */
const deflateLevel = 4;

export interface ExceljsWriterOptions {
  readonly title: string;
  readonly createdAtMs: number;
  /** How dates in its cells are shown. */
  readonly dates: ExportDates;
}

/** A workbook being written. Every promise rejects with the file's own error once the file fails. */
export interface ExceljsWriter {
  /** How dates in its cells are shown: every row is added with it. */
  readonly dates: ExportDates;
  /** The sheet's parts that are not cells; cells are added to it row by row. */
  addSheet(name: string, options: Partial<AddWorksheetOptions>): Worksheet;
  /** Waits, where exceljs does not, until what was put into the sheet has gone to the packer. */
  drained(sheet: Worksheet): Promise<void>;
  /** The tab order is that of writing; this makes one the first. */
  putFirst(sheet: Worksheet): void;
  /** A drop-down in the cells of `range`, with the texts that stand in `listRange`; other texts are refused. Before the sheet's commit. */
  addChoices(sheet: Worksheet, range: string, listRange: string): void;
  /** Writes the rest and waits until all of it is in the file. */
  finish(): Promise<void>;
  /** Lets go of the file; harmless after `finish`. */
  release(): void;
}

/** Begins a workbook at the start of an empty file. The handle stays open and is the caller's. */
export async function createExceljsWriter(
  file: FileHandle,
  options: ExceljsWriterOptions,
): Promise<ExceljsWriter> {
  // Loading it takes a tenth of a second, which no start of the app should wait for.
  const { default: ExcelJS } = await import('exceljs');
  const output = toWritable(file);
  const broken = new Promise<never>((_, reject) => output.once('error', reject));
  // Whoever waits sees it; with nobody waiting it must not end the process.
  broken.catch(() => undefined);
  const workbook = withoutDeprecations(
    () =>
      new ExcelJS.stream.xlsx.WorkbookWriter({
        stream: output,
        useSharedStrings: false,
        useStyles: true,
        zip: { zlib: { level: deflateLevel } },
      }),
  );
  workbook.title = toXlsxText(options.title);
  workbook.creator = 'Flowmingo Batch';
  workbook.lastModifiedBy = workbook.creator;
  workbook.created = new Date(options.createdAtMs);
  workbook.modified = workbook.created;

  return {
    dates: options.dates,
    addSheet: (name, sheetOptions) => workbook.addWorksheet(name, sheetOptions),
    async drained(sheet) {
      const [entry] = (sheet as unknown as WriterSheet).stream.pipes;
      if (entry._writableState.needDrain) await Promise.race([once(entry, 'drain'), broken]);
    },
    putFirst(sheet) {
      // The list begins with a hole, for sheets are numbered from 1.
      const { _worksheets: sheets } = workbook as unknown as WriterWorkbook;
      sheets.splice(sheets.indexOf(sheet), 1);
      sheets.splice(1, 0, sheet);
    },
    addChoices(sheet, range, listRange) {
      (sheet as unknown as WriterSheet).dataValidations.add(range, {
        type: 'list',
        allowBlank: true,
        formulae: [listRange],
        showErrorMessage: true,
        errorStyle: 'stop',
        errorTitle: 'Not one of the choices',
        error: 'Choose from the list in this cell.',
      });
    },
    async finish() {
      await Promise.race([workbook.commit(), broken]);
    },
    release: () => void output.destroy(),
  };
}

/**
 * What exceljs 4.4 has in a sheet being streamed: the zip's entry, to which it writes without ever waiting.
 * The entry is a stream of readable-stream 2, older than `writableNeedDrain`.
 */
interface WriterSheet {
  /** Takes a range like B2:B9, too, and writes it as one entry. */
  readonly dataValidations: { add(range: string, validation: DataValidation): void };
  readonly stream: {
    readonly pipes: readonly [Writable & { readonly _writableState: { readonly needDrain: boolean } }];
  };
}

/** What exceljs 4.4 has in a workbook being streamed: its sheets in the order of the tabs. */
interface WriterWorkbook {
  readonly _worksheets: (Worksheet | undefined)[];
}

/**
 * The zip package begins with `new Buffer()`, of which Node warns once, and only where packages are bundled: on the
 * screen of whoever uses the command line, who can do nothing about it.
 */
function withoutDeprecations<Made>(make: () => Made): Made {
  const before = process.noDeprecation;
  process.noDeprecation = true;
  try {
    return make();
  } finally {
    process.noDeprecation = before;
  }
}

/** Not the handle's own stream: that one closes the handle, and the file is still to be synced. */
function toWritable(file: FileHandle): Writable {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      file.appendFile(chunk).then(() => done(), done);
    },
  });
}
