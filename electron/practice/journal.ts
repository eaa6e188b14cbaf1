// Keeps the practice world across restarts and kills: one JSON line for each processed write, read back at the start.
// Must never hold a key, and never lose a whole line; a line that was being written when the process died is dropped.
import {
  appendFileSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  truncateSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { RecordedRequest } from './record';
import type { WorldChange } from './world';

/** A processed write: the request (without its body, which the changes make good for) and what it changed. */
export interface JournalEntry {
  request: Omit<RecordedRequest, 'body'>;
  changes: WorldChange[];
}

/** The world that a journal belongs to. */
export interface JournalHeader {
  seed: number;
  candidates: number;
}

/** An open journal. */
export interface PracticeJournal {
  /** The world that the entries belong to: the journal's own, when there was one already. */
  readonly header: JournalHeader;
  /** What was written before, oldest first. */
  readonly entries: readonly JournalEntry[];
  /** Appends and returns once the operating system has the line: it survives a kill of the process. */
  append(entry: JournalEntry): void;
  close(): void;
}

const HEADER_MARK = { kind: 'practice-journal', version: 1 };
/** How every journal begins. */
const HEADER_START = JSON.stringify(HEADER_MARK).slice(0, -1);
const headerSchema = z.object({
  kind: z.literal('practice-journal'),
  version: z.literal(1),
  seed: z.number(),
  candidates: z.number(),
});
/** The inside of an entry is this program's own writing; only its outline is checked. */
const entrySchema = z.object({
  request: z.looseObject({ requestNumber: z.number() }),
  changes: z.array(z.looseObject({ kind: z.string() })),
});

/** Opens or creates a journal; throws when the file is something else or is damaged inside, and leaves such a file as it is. */
export function openJournal(file: string, newHeader: JournalHeader): PracticeJournal {
  mkdirSync(dirname(file), { recursive: true });
  const bytes = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
  const { header, entries, keptSizeBytes } = parseJournal(bytes, file);
  // Before the file is opened for appending, because Windows refuses to shorten a file that is open that way.
  if (keptSizeBytes < bytes.length) truncateSync(file, keptSizeBytes);
  // 0600: the journal holds the addresses that a recruiter has practised with.
  const descriptor = openSync(file, 'a', 0o600);
  // Unlike writeSync it goes on until the whole line is written.
  const append = (value: unknown): void => appendFileSync(descriptor, `${JSON.stringify(value)}\n`);
  // Field by field: the caller's object may hold more than a header, keys for example.
  if (header === null) append({ ...HEADER_MARK, seed: newHeader.seed, candidates: newHeader.candidates });
  return { header: header ?? newHeader, entries, append, close: () => closeSync(descriptor) };
}

interface ParsedJournal {
  header: JournalHeader | null;
  entries: JournalEntry[];
  /** How much of the file is whole; the rest is a line that was cut off. */
  keptSizeBytes: number;
}

function parseJournal(bytes: Buffer, file: string): ParsedJournal {
  const lines = splitLines(bytes);
  if (lines.length === 0) {
    const start = bytes.subarray(0, HEADER_START.length).toString('utf8');
    if (!HEADER_START.startsWith(start)) throw new NotAJournalError(file);
    return { header: null, entries: [], keptSizeBytes: 0 };
  }
  const [headerLine = Buffer.alloc(0), ...entryLines] = lines;
  const header = headerSchema.safeParse(parseJson(headerLine));
  if (!header.success) throw new NotAJournalError(file);

  const entries: JournalEntry[] = [];
  let keptSizeBytes = headerLine.length + 1;
  for (const [index, line] of entryLines.entries()) {
    const value = parseJson(line);
    if (!entrySchema.safeParse(value).success) {
      const isLastLine = index === entryLines.length - 1;
      if (isLastLine) break;
      throw new NotAJournalError(file);
    }
    entries.push(value as JournalEntry);
    keptSizeBytes += line.length + 1;
  }
  return { header: { seed: header.data.seed, candidates: header.data.candidates }, entries, keptSizeBytes };
}

/** The lines that have an end. As bytes, because a long-used journal can be larger than the longest string. */
function splitLines(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  let start = 0;
  for (let end = bytes.indexOf('\n'); end !== -1; end = bytes.indexOf('\n', start)) {
    lines.push(bytes.subarray(start, end));
    start = end + 1;
  }
  return lines;
}

class NotAJournalError extends Error {
  constructor(file: string) {
    super(`Not a journal of the practice workspace, or damaged: ${file}`);
  }
}

function parseJson(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString('utf8'));
  } catch {
    return undefined;
  }
}
