import { describe, expect, it } from 'vitest';
import { openSpreadsheet } from '../../../../shared/spreadsheets/open-spreadsheet';
import { exportedTexts } from '../../../real-files/exported-texts';
import { handMadeLists } from '../../../real-files/hand-made-lists';
import { hiringExports } from '../../../real-files/hiring-exports';
import { listsInAHurry } from '../../../real-files/lists-in-a-hurry';
import { listsOfAllKinds } from '../../../real-files/lists-of-all-kinds';
import { listsOfAllPlaces } from '../../../real-files/lists-of-all-places';
import { listsWithEnds } from '../../../real-files/lists-with-ends';
import { meetingExports } from '../../../real-files/meeting-exports';
import { namesInCodePages } from '../../../real-files/names-in-code-pages';
import { oddDelimiters } from '../../../real-files/odd-delimiters';
import { oddEncodings } from '../../../real-files/odd-encodings';
import { oddWorkbooks } from '../../../real-files/odd-workbooks';
import { ordinaryLists } from '../../../real-files/ordinary-lists';
import { pastedTexts } from '../../../real-files/pasted-texts';
import { readRealFile } from '../../../real-files/read-real-file';
import type { RealFile } from '../../../real-files/real-file';
import { shortLists } from '../../../real-files/short-lists';
import { twoTroubles } from '../../../real-files/two-troubles';
import { typedTexts } from '../../../real-files/typed-texts';
import { webPages } from '../../../real-files/web-pages';
import { workbooks } from '../../../real-files/workbooks';

const kinds: Readonly<Record<string, readonly RealFile[]>> = {
  exportedTexts,
  typedTexts,
  pastedTexts,
  workbooks,
  webPages,
  hiringExports,
  handMadeLists,
  meetingExports,
  oddEncodings,
  namesInCodePages,
  oddDelimiters,
  listsOfAllPlaces,
  listsOfAllKinds,
  listsInAHurry,
  oddWorkbooks,
  ordinaryLists,
  listsWithEnds,
  shortLists,
  twoTroubles,
};

describe.each(Object.entries(kinds))('%s', (_kind, files) => {
  it.each(files)('$what', async (file) => {
    expect(await readRealFile(file)).toEqual({ leftOut: [], notices: [], ...file.expected });
  });

  it.each(files)('$what: a draft reads the same again', async ({ fileName, make }) => {
    const bytes = await make();
    const { reading, sheets } = await openSpreadsheet({ fileName, bytes });
    const { encoding, delimiter } = reading ?? {};
    const choice = encoding === undefined ? {} : { encoding, delimiter: delimiter ?? null };
    expect((await openSpreadsheet({ fileName, bytes }, choice)).sheets).toEqual(sheets);
  });
});
