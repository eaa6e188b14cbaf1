import { describe, expect, it } from 'vitest';
import {
  previewSentence,
  previewTitle,
  shortestFirst,
} from '../../../../renderer/screens/open-file/preview-words';
import type { FileSummary, TableSummary } from '../../../../renderer/worker/session-types';

const table: TableSummary = {
  sheetIndex: 0,
  headerRow: 4,
  headerReason: '',
  peopleCount: 318,
  firstRowNumber: 5,
  lastRowNumber: 322,
  hiddenPeopleCount: 0,
  hiddenColumns: [],
  notices: [],
  leftOutCount: 0,
  columnCount: 7,
  lineCount: 322,
};

describe('the texts that tell readings apart', () => {
  it('are the same in each reading, names before titles', () => {
    expect(
      shortestFirst([
        ['Bewerberliste – Pflegekräfte Köln', 'Lefèvre', 'Cœur'],
        ['Bewerberliste – Pflegekräfte Köln', 'Lefčvre', 'Cśur'],
        ['Bewerberliste'],
      ]),
    ).toEqual([
      ['Cœur', 'Lefèvre', 'Bewerberliste – Pflegekräfte Köln'],
      ['Cśur', 'Lefčvre', 'Bewerberliste – Pflegekräfte Köln'],
      ['Bewerberliste'],
    ]);
  });
});

describe('the words above the preview', () => {
  it('say how many people stand where, and what is left out', () => {
    expect(previewSentence(table)).toBe(
      '318 people in rows 5 to 322. Lines 1 to 3 stand above the header and are left out.',
    );
    expect(
      previewSentence({ ...table, headerRow: 2, firstRowNumber: 3, leftOutCount: 1, hiddenPeopleCount: 2 }),
    ).toBe(
      '318 people in rows 3 to 322. Line 1 stands above the header and is left out. 1 row with totals, notes or repeated headers is left out too. 2 people are in rows that the sheet hides.',
    );
  });

  it('name the columns that the sheet hides', () => {
    const sentence = (hiddenColumns: number[]) =>
      previewSentence({ ...table, headerRow: 1, firstRowNumber: 2, hiddenColumns });
    expect(sentence([2])).toBe('318 people in rows 2 to 322. Column C is hidden in the sheet.');
    expect(sentence([2, 27])).toContain('Columns C and AB are hidden in the sheet.');
    expect(sentence([0, 1, 2, 3, 4, 5, 6, 7])).toContain('Columns A, B, C, D, E, F and 2 more are hidden');
  });

  it('say it where there is nobody, or no header', () => {
    expect(
      previewSentence({ ...table, peopleCount: 0, firstRowNumber: null, lastRowNumber: null }),
    ).toContain('nobody');
    expect(
      previewSentence({ ...table, headerRow: null, peopleCount: 1, firstRowNumber: 1, lastRowNumber: 1 }),
    ).toBe('1 person, in row 1.');
  });

  it('ask for what has to be judged in this file', () => {
    const file: FileSummary = {
      isPipelineExport: false,
      handedOver: null,
      openId: 'open-1',
      fileName: 'a.csv',
      sizeBytes: 1,
      format: 'text',
      sheets: [],
      reading: null,
      notices: [],
      table,
    };
    const sheet = { name: null, visibility: 'visible', peopleCount: 1 } as const;
    expect(
      previewTitle({
        ...file,
        sheets: [
          { ...sheet, sheetIndex: 0 },
          { ...sheet, sheetIndex: 1 },
        ],
      }),
    ).toBe('Is this the right sheet, and the right header?');
    const choice = { label: '', samples: ['Müller'] };
    const encodingChoices = [
      { ...choice, encoding: 'utf-8' },
      { ...choice, encoding: 'windows-1252' },
    ];
    expect(
      previewTitle({
        ...file,
        reading: { encoding: 'utf-8', delimiter: ',', encodingChoices, delimiterChoices: [] },
      }),
    ).toBe('Do the names look right?');
  });
});
