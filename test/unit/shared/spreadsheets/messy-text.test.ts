import { describe, expect, it } from 'vitest';
import { bestSheet } from '../../../../shared/spreadsheets/best-sheet';
import { findTable } from '../../../../shared/spreadsheets/find-table';
import { openSpreadsheet } from '../../../../shared/spreadsheets/open-spreadsheet';
import type { ReadingChoice } from '../../../../shared/spreadsheets/spreadsheet';
import { type MessyDialect, type MessyText, makeMessyText, withoutEmptyEnd } from './make-messy-text';
import { messyLanguages } from './messy-languages';

const unicode = ['utf-8', 'utf-8-mark', 'utf-16le', 'utf-16be', 'utf-16le-mark'];
const delimiters = [',', ';', '\t', '|'];
const tops = ['header', 'no header', 'preamble'] as const;
/** Another number gives other files. */
const chosenSeed = Number(process.env.MESSY_SEED ?? 1);

/** Every delimiter in every encoding; with and without a header, and with lines above it, where the encoding must be guessed. */
function dialects(encodings: readonly string[]): MessyDialect[] {
  const of = (encoding: string, delimiter: string, top: MessyDialect['top']) => ({
    encoding,
    delimiter,
    top,
  });
  return [
    ...unicode.flatMap((encoding, index) =>
      delimiters.map((delimiter, place) => of(encoding, delimiter, tops[(index + place) % 3] ?? 'header')),
    ),
    ...encodings.flatMap((encoding) =>
      delimiters.flatMap((delimiter) => tops.map((top) => of(encoding, delimiter, top))),
    ),
  ];
}

async function readBack(file: MessyText, choice: ReadingChoice = {}) {
  const opened = await openSpreadsheet({ fileName: 'people.csv', bytes: file.bytes }, choice);
  const sheet = bestSheet(opened);
  if (sheet === null) throw new Error(`${file.about}\n${JSON.stringify(opened.notices)}`);
  const table = findTable(sheet);
  return {
    offered: opened.reading?.encodingChoices.map(({ encoding }) => encoding),
    read: {
      headerRow: table.headerRow,
      people: table.rows.map((row) => [row.rowNumber, ...withoutEmptyEnd(row.cells)]),
      leftOut: table.leftOut.map((row) => row.rowNumber),
      notices: opened.notices,
    },
  };
}

describe('files as recruiters have them, made by chance', () => {
  it.each(messyLanguages)('$name', async (language) => {
    for (const [index, dialect] of dialects(language.encodings).entries()) {
      const file = makeMessyText(language, dialect, chosenSeed * 1000 + index);
      const { headerRow, people, leftOut } = file;
      const expected = { headerRow, people, leftOut, notices: [] };
      const { read, offered } = await readBack(file);
      if (file.isTelling) expect(read, file.about).toEqual(expected);
      else {
        // With five letters beyond ASCII or fewer the guess may be wrong: then the right reading is a click away.
        const isRight = JSON.stringify(read.people) === JSON.stringify(people);
        if (!isRight) expect(offered, file.about).toContain(dialect.encoding);
        const encoding = isRight ? {} : { encoding: dialect.encoding };
        expect((await readBack(file, encoding)).read, file.about).toEqual(expected);
      }
    }
  });
});
