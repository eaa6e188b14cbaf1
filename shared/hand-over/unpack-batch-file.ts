// The bytes of a batch file → what it holds, whole and looked at from all sides, or the sentence that says why not.
// Never answers with a part of a file, and never gives text to the JSON parser before its depth and length are known.
import { UnreadableFile } from '../spreadsheets/spreadsheet-reader';
import { type BatchFileHead, type BatchFileRow, maxCells, maxLineLength } from './batch-file';
import { openContent } from './batch-file-bytes';
import { parseHeadLine, parseRowLine } from './batch-file-lines';

export interface BatchFile {
  readonly head: BatchFileHead;
  /** In the order of their numbers. */
  readonly rows: readonly BatchFileRow[];
  /** Hex, of the content. */
  readonly contentSha256: string;
}

/** @throws UnreadableFile */
export async function unpackBatchFile(
  bytes: Uint8Array,
  reached: (fraction: number) => void = () => undefined,
): Promise<BatchFile> {
  const opened = await openContent(bytes);
  if (opened.kind === 'newer') throw newerBatchFile();
  if (opened.kind === 'too-large') throw tooLargeBatchFile();
  if (opened.kind === 'damaged') throw damagedBatchFile();
  const { content, contentSha256 } = opened;
  reached(0.3);
  let head: BatchFileHead | null = null;
  const rows: BatchFileRow[] = [];
  for (const line of linesOf(content)) {
    if (head === null) {
      head = parseHeadLine(line);
      if (head === null) throw foreignContent();
      if (head.rowCount * head.columns.length > maxCells) throw tooLargeBatchFile();
      checkHead(head);
      continue;
    }
    const row = rows.length < head.rowCount ? parseRowLine(line) : null;
    if (row === null || !fits(row, head, rows.at(-1))) throw foreignContent();
    rows.push(row);
    if (rows.length % rowsPerStep === 0) reached(0.3 + (0.6 * rows.length) / head.rowCount);
  }
  if (head === null || rows.length !== head.rowCount) throw foreignContent();
  return { head, rows, contentSha256 };
}

/** Between two reports of how far it is. */
const rowsPerStep = 2000;
/** The head's own depth is five. */
const maxDepth = 8;
const [newline, quote, backslash] = [0x0a, 0x22, 0x5c];
const openers: ReadonlySet<number> = new Set([0x5b, 0x7b]);
const closers: ReadonlySet<number> = new Set([0x5d, 0x7d]);

/** The lines of a content, each known to be neither long nor deep. @throws UnreadableFile */
function* linesOf(content: Uint8Array): Generator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let start = 0;
  let depth = 0;
  let isInText = false;
  for (let at = 0; at < content.length; at++) {
    const byte = content[at] as number;
    if (byte === newline) {
      if (at - start > maxLineLength * maxBytesPerCharacter) throw tooLargeBatchFile();
      yield decodeStrictly(decoder, content.subarray(start, at));
      start = at + 1;
      depth = 0;
      isInText = false;
    } else if (isInText) {
      if (byte === backslash) at++;
      else if (byte === quote) isInText = false;
    } else if (byte === quote) isInText = true;
    else if (openers.has(byte)) {
      depth++;
      if (depth > maxDepth) throw foreignContent();
    } else if (closers.has(byte)) depth--;
  }
  if (start !== content.length) throw foreignContent();
}

/** Of UTF-8, for each UTF-16 unit. */
const maxBytesPerCharacter = 3;

function decodeStrictly(decoder: TextDecoder, bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw foreignContent();
  }
}

/** @throws UnreadableFile where columns are used that are not there, or two are used as one thing. */
function checkHead({ columns, work: { mapping } }: BatchFileHead): void {
  const fields = mapping.columns.map(({ field }) => field as string);
  const places = mapping.columns.map(({ place }) => place);
  const isOnce = (all: readonly unknown[]) => new Set(all).size === all.length;
  const splitsNames = fields.includes('fullname');
  if (
    !isOnce(fields) ||
    !isOnce(places) ||
    places.some((place) => place >= columns.length) ||
    (splitsNames && (fields.includes('firstname') || fields.includes('lastname')))
  )
    throw foreignContent();
}

function fits(row: BatchFileRow, { source, columns, work }: BatchFileHead, before?: BatchFileRow): boolean {
  return (
    row.row > (before?.row ?? source.headerRow ?? 0) &&
    row.cells.length === columns.length &&
    (row.person !== undefined) === (work.operation === 'invite') &&
    !(row.leftOut !== undefined && row.takenIn === true) &&
    (row.links ?? []).every(({ place }) => place < columns.length)
  );
}

function newerBatchFile(): UnreadableFile {
  return new UnreadableFile(
    'file-newer',
    'This batch file was made by a newer version of Flowmingo Batch. Nothing was read. Update the app, then open it again.',
  );
}

function tooLargeBatchFile(): UnreadableFile {
  return new UnreadableFile(
    'file-too-large',
    'This batch file holds more than can be opened. Nothing was read. Ask for the batch in smaller parts.',
  );
}

function damagedBatchFile(): UnreadableFile {
  return new UnreadableFile(
    'file-damaged',
    'This batch file is damaged: it is not as it was when it was saved. Nothing was read. Ask for it once more.',
  );
}

function foreignContent(): UnreadableFile {
  return new UnreadableFile(
    'file-damaged',
    'This batch file holds something that Flowmingo Batch does not write. Nothing was read. Ask for the batch to be saved again.',
  );
}

/** What is said of a file that is called one and is none. */
export function noBatchFile(): UnreadableFile {
  return new UnreadableFile(
    'file-damaged',
    'The name says that this is a batch file, but it does not begin as one. Nothing was read. Ask for it once more, or open the spreadsheet itself.',
  );
}
