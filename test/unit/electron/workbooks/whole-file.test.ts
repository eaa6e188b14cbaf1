import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeWholeFile } from '../../../../electron/workbooks/whole-file';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'whole-file-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the final name appears only once the file is whole', async () => {
  const path = join(folder, 'a.csv');
  await writeWholeFile(path, async (file) => {
    await file.appendFile('half');
    expect(readdirSync(folder)).not.toContain('a.csv');
    await file.appendFile(' and half');
  });
  expect(readFileSync(path, 'utf8')).toBe('half and half');
  expect(readdirSync(folder)).toEqual(['a.csv']);
});

test('a full disk is said in words, the old file stays, and nothing else is left', async () => {
  const path = join(folder, 'a.csv');
  writeFileSync(path, 'old');
  const full = async () => {
    throw Object.assign(new Error('write'), { code: 'ENOSPC' });
  };
  await expect(writeWholeFile(path, full)).rejects.toMatchObject({
    code: 'export/failed',
    params: { why: 'the disk is full' },
  });
  expect(readdirSync(folder)).toEqual(['a.csv']);
  expect(readFileSync(path, 'utf8')).toBe('old');
});

test('a bug stays a bug', async () => {
  const broken = async () => {
    throw new TypeError('x is not a function');
  };
  await expect(writeWholeFile(join(folder, 'a.csv'), broken)).rejects.toThrow(TypeError);
  expect(readdirSync(folder)).toEqual([]);
});

test('a very long name still gets its file', async () => {
  const name = `${'n'.repeat(240)}.csv`;
  await writeWholeFile(join(folder, name), (file) => file.appendFile('x'));
  expect(readdirSync(folder)).toEqual([name]);
});
