// Keeps the practice world across restarts and kills: one JSON line for each processed write, read back at the start.
// Must never hold a key, and never lose a whole line; a line that was being written when the process died is dropped.
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { RecordedRequest } from './record';
import type { WorldChange } from './world';

/** A processed write: the request and what it changed. */
export interface JournalEntry {
  request: RecordedRequest;
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
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const { header, entries, keptLength } = parseJournal(text, file);
  // Before the file is opened for appending, because Windows refuses to shorten a file that is open that way.
  if (keptLength < text.length) truncateSync(file, Buffer.byteLength(text.slice(0, keptLength)));
  // 0600: the journal holds the addresses that a recruiter has practised with.
  const descriptor = openSync(file, 'a', 0o600);
  const append = (value: unknown): void => void writeSync(descriptor, `${JSON.stringify(value)}\n`);
  // Field by field: the caller's object may hold more than a header, keys for example.
  if (header === null) append({ ...HEADER_MARK, seed: newHeader.seed, candidates: newHeader.candidates });
  return { header: header ?? newHeader, entries, append, close: () => closeSync(descriptor) };
}

interface ParsedJournal {
  header: JournalHeader | null;
  entries: JournalEntry[];
  /** How much of the text is whole; the rest is a line that was cut off. */
  keptLength: number;
}

function parseJournal(text: string, file: string): ParsedJournal {
  const headerMark = JSON.stringify(HEADER_MARK).slice(0, -1);
  const isCutHeader = !text.includes('\n') && (headerMark.startsWith(text) || text.startsWith(headerMark));
  if (isCutHeader) return { header: null, entries: [], keptLength: 0 };

  const lines = text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .slice(0, -1);
  const headerLine = lines[0] ?? '';
  const header = headerSchema.safeParse(parseJson(headerLine));
  if (!header.success) throw new NotAJournalError(file);

  const entries: JournalEntry[] = [];
  let keptLength = headerLine.length + 1;
  for (const [index, line] of lines.slice(1).entries()) {
    const value = parseJson(line);
    if (!entrySchema.safeParse(value).success) {
      const isLastLine = index === lines.length - 2;
      if (isLastLine) break;
      throw new NotAJournalError(file);
    }
    entries.push(value as JournalEntry);
    keptLength += line.length + 1;
  }
  return { header: { seed: header.data.seed, candidates: header.data.candidates }, entries, keptLength };
}

class NotAJournalError extends Error {
  constructor(file: string) {
    super(`Not a journal of the practice workspace, or damaged: ${file}`);
  }
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
