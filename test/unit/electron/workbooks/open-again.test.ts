// Results that are opened in the app again: what was written is what is read.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type ResultsFormat, writeResults } from '../../../../electron/workbooks/write-results';
import { cellText } from '../../../../shared/operations/cell-text';
import { guardFormula } from '../../../../shared/spreadsheets/formula-guard';
import { openSpreadsheet } from '../../../../shared/spreadsheets/open-spreadsheet';
import { makeResultRow, makeResults } from './make-results';
import { naughtyTexts, starts } from './naughty-texts';

/** Line ends inside a cell are one kind for a reader, and the one for text files composes letters. */
const asRead = (text: string) => text.replace(/\r\n?/g, '\n').normalize('NFC');

/** First cell of every row below the header, as the app reads it. */
async function writeAndRead(format: ResultsFormat, texts: readonly string[]): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'open-again-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, `results.${format}`);
  const rows = texts.map((text, ordinal) =>
    makeResultRow(ordinal, { cells: [text, `mail${ordinal}@example.com`] }),
  );
  await writeResults(path, format, makeResults(rows));
  const bytes = new Uint8Array(readFileSync(path));
  const opened = await openSpreadsheet({ fileName: `results.${format}`, bytes });
  const sheet = opened.sheets.find(({ name }) => name === 'Results' || name === null);
  return (sheet?.rows ?? []).slice(1).map(({ cells }) => cells[0] ?? '');
}

const texts = starts.flatMap((start) => naughtyTexts.map((text) => start + text));

test('every naughty text comes back from the workbook, on its own row', async () => {
  const read = await writeAndRead('xlsx', texts);
  expect(read).toHaveLength(texts.length);
  const wrong = texts.filter((text, index) => asRead(read[index] ?? '') !== asRead(text));
  expect(wrong.slice(0, 8)).toEqual([]);
});

test('every naughty text comes back from the CSV with its guard, which is no part of what is sent', async () => {
  // A text with NUL is no text file any more to a careful reader.
  const plain = texts.filter((text) => !text.includes('\u0000'));
  const read = await writeAndRead('csv', plain);
  expect(read).toHaveLength(plain.length);
  const wrong = plain.filter((text, index) => asRead(read[index] ?? '') !== asRead(guardFormula(text)));
  expect(wrong.slice(0, 8)).toEqual([]);
  const formulaLike = plain.flatMap((text, index) =>
    /^[=+\-@]/.test(text) && cellText(read[index]) !== cellText(asRead(text)) ? [[text, read[index]]] : [],
  );
  expect(formulaLike.filter(([text]) => !/^="[^"]*"$/.test(text ?? '')).slice(0, 8)).toEqual([]);
});
