// Reads workbooks of Excel 97–2003 (.xls, BIFF8). Never runs a macro or a formula: it shows what was last calculated.
import { BadBiff, type BiffBytes, type BiffRecord, biff, biffRecords } from './biff-records';
import { type BiffContext, readBiffSheet } from './biff-sheet';
import { readBiffStrings } from './biff-strings';
import { BadCompoundFile, CompoundFile } from './compound-file';
import { saveAsXlsx } from './foreign-file';
import { type LinkedSheet, resolveFormulaLinks } from './formula-links';
import { tooLongRows, toSheet } from './sheet-rows';
import type { ReadingChoice, Sheet } from './spreadsheet';
import {
  type ReadingSteps,
  type ReadSheets,
  type SpreadsheetFile,
  type SpreadsheetReader,
  UnreadableFile,
} from './spreadsheet-reader';
import { builtInFormats } from './workbook-parts';
import { damagedWorkbook } from './zip-directory';

/** Reads every worksheet of an old workbook as the text that Excel shows. */
export const oldWorkbookReader: SpreadsheetReader = { format: 'workbook', read: readOldWorkbook };

/** BIFF8, the format of Excel 97 to 2003; earlier ones have other records. */
const biff8 = 0x0600;

async function readOldWorkbook(
  file: SpreadsheetFile,
  _choice: ReadingChoice,
  steps: ReadingSteps,
): Promise<ReadSheets> {
  try {
    const stream = new CompoundFile(file.bytes).stream('Workbook');
    if (stream === null) throw tooOld();
    steps.reached(0.1);
    return readSheets(stream, steps);
  } catch (error) {
    throw error instanceof BadBiff || error instanceof BadCompoundFile ? damagedWorkbook() : error;
  }
}

function readSheets(stream: Uint8Array, steps: ReadingSteps): ReadSheets {
  const globals = new Globals();
  for (const record of biffRecords(stream, 0)) globals.take(record);
  steps.reached(0.3);
  const context = globals.toContext();
  const sheets: Sheet[] = [];
  const linked: LinkedSheet[] = [];
  const tooLong: number[][] = [];
  const read = new Set<number>();
  for (const { name, isHidden, from } of globals.sheets) {
    if (read.has(from)) throw new BadBiff();
    read.add(from);
    const { rows, hiddenSpans, formulas } = readBiffSheet(stream, from, context);
    linked.push({ name, rows, formulas });
    tooLong.push(tooLongRows(rows));
    sheets.push(toSheet(name, isHidden ? 'hidden' : 'visible', rows, hiddenSpans));
    steps.reached(0.3 + (0.7 * sheets.length) / globals.sheets.length);
  }
  if (sheets.length === 0) throw new BadBiff();
  return { sheets, reading: null, notices: resolveFormulaLinks(linked), tooLong };
}

interface ListedSheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly from: number;
}

/** What stands before the sheets: their list, the formats and the table of strings. */
class Globals {
  readonly sheets: ListedSheet[] = [];
  private readonly ownFormats = new Map<number, string>();
  private readonly styles: number[] = [];
  private readonly stringPieces: BiffBytes[] = [];
  private startsIn1904 = false;
  private lastId = 0;

  take({ id, at, bytes }: BiffRecord): void {
    switch (id) {
      case biff.start:
        if (at === 0 && bytes.word() !== biff8) throw tooOld();
        break;
      case biff.encrypted:
        throw locked();
      case biff.startsIn1904:
        this.startsIn1904 = bytes.word() === 1;
        break;
      case biff.format:
        this.ownFormats.set(bytes.word(), bytes.text(bytes.word()));
        break;
      case biff.cellStyle:
        bytes.skip(2);
        this.styles.push(bytes.word());
        break;
      case biff.sheet:
        this.takeSheet(bytes);
        break;
      case biff.strings:
        this.stringPieces.push(bytes);
        break;
      case biff.goesOn:
        // Other records go on too; only those behind the strings are theirs.
        if (this.lastId === biff.strings) this.stringPieces.push(bytes);
        return;
      default:
        break;
    }
    this.lastId = id;
  }

  toContext(): BiffContext {
    return {
      strings: this.stringPieces.length > 0 ? readBiffStrings(this.stringPieces) : [],
      formats: this.styles.map((id) => this.ownFormats.get(id) ?? builtInFormats.get(id) ?? 'General'),
      startsIn1904: this.startsIn1904,
    };
  }

  private takeSheet(bytes: BiffBytes): void {
    const from = bytes.long();
    const isHidden = (bytes.byte() & 3) !== 0;
    const isWorksheet = bytes.byte() === 0;
    // Charts, macro sheets and modules hold no people.
    if (isWorksheet) this.sheets.push({ name: bytes.text(bytes.byte()), isHidden, from });
  }
}

function tooOld(): UnreadableFile {
  return saveAsXlsx('This is a workbook in the format of Excel 95 or earlier.');
}

function locked(): UnreadableFile {
  return new UnreadableFile(
    'file-encrypted',
    'This workbook is protected with a password. Nothing was read. Open it in Excel with its password, save it as an Excel workbook (.xlsx) without one, and open that file here.',
  );
}
