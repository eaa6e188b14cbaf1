import { describe, expect, it } from 'vitest';
import { exportedTexts } from '../../../real-files/exported-texts';
import { pastedTexts } from '../../../real-files/pasted-texts';
import { readRealFile } from '../../../real-files/read-real-file';
import type { RealFile } from '../../../real-files/real-file';
import { typedTexts } from '../../../real-files/typed-texts';
import { webPages } from '../../../real-files/web-pages';
import { workbooks } from '../../../real-files/workbooks';

const kinds: Readonly<Record<string, readonly RealFile[]>> = {
  exportedTexts,
  typedTexts,
  pastedTexts,
  workbooks,
  webPages,
};

describe.each(Object.entries(kinds))('%s', (_kind, files) => {
  it.each(files)('$what', async (file) => {
    expect(await readRealFile(file)).toEqual({ leftOut: [], notices: [], ...file.expected });
  });
});
