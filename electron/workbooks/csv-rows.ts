// Rows of texts as CSV that Excel opens as it is meant: UTF-8 with BOM, CRLF, no text that turns into a formula.
import type { FileHandle } from 'node:fs/promises';
import Papa from 'papaparse';
import { guardFormula } from '../../shared/spreadsheets/formula-guard';

const byteOrderMark = '\ufeff';
const lineEnd = '\r\n';
/** Rows that are turned into text at once: a few hundred kilobytes. */
const rowsPerChunk = 500;

/** Appends the rows, the header first, to an empty file; answers how many bytes that were. Takes rows no faster than the disk. */
export async function writeCsvRows(file: FileHandle, rows: Iterable<readonly string[]>): Promise<number> {
  let sizeBytes = await append(file, byteOrderMark);
  let chunk: string[][] = [];
  for (const row of rows) {
    chunk.push(row.map(guardFormula));
    if (chunk.length < rowsPerChunk) continue;
    sizeBytes += await append(file, toLines(chunk));
    chunk = [];
  }
  if (chunk.length > 0) sizeBytes += await append(file, toLines(chunk));
  return sizeBytes;
}

/** All fields are quoted: then separators of other countries inside a text do not part it. */
function toLines(rows: readonly (readonly string[])[]): string {
  return Papa.unparse(rows as string[][], { quotes: true, newline: lineEnd }) + lineEnd;
}

async function append(file: FileHandle, text: string): Promise<number> {
  const bytes = Buffer.from(text, 'utf8');
  await file.appendFile(bytes);
  return bytes.length;
}
