import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createBatchFileSaver } from '../../../../electron/hand-over/batch-file-saver';

function makeFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'saver-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

it('writes the pieces in their order, and the file has its name only when it is whole', async () => {
  const folder = makeFolder();
  const place = path.join(folder, 'X.flowbatch');
  writeFileSync(place, 'the one before');
  const saver = createBatchFileSaver();
  const saveId = await saver.begin(place, 6);
  expect(await saver.add(saveId, 0, bytesOf('abc'))).toEqual({ heldBytes: 3, savedPath: null });
  expect(readFileSync(place, 'utf8')).toBe('the one before');
  expect(await saver.add(saveId, 3, bytesOf('def'))).toEqual({ heldBytes: 6, savedPath: place });
  expect(readFileSync(place, 'utf8')).toBe('abcdef');
  expect(readdirSync(folder)).toEqual(['X.flowbatch']);
});

it('takes no piece out of its order, of another file, or too long', async () => {
  const saver = createBatchFileSaver();
  const saveId = await saver.begin(path.join(makeFolder(), 'X.flowbatch'), 4);
  await expect(saver.add(saveId, 1, bytesOf('a'))).rejects.toThrow('out of its order');
  await expect(saver.add('another', 0, bytesOf('a'))).rejects.toThrow('out of its order');
  await expect(saver.add(saveId, 0, bytesOf('abcde'))).rejects.toThrow('out of its order');
  await saver.close();
});

it('leaves nothing behind of one that was given up', async () => {
  const folder = makeFolder();
  const saver = createBatchFileSaver();
  await saver.begin(path.join(folder, 'X.flowbatch'), 4);
  const second = await saver.begin(path.join(folder, 'Y.flowbatch'), 4);
  await saver.add(second, 0, bytesOf('ab'));
  await saver.close();
  expect(readdirSync(folder)).toEqual([]);
});

it('says why where the place takes no file', async () => {
  const saver = createBatchFileSaver();
  await expect(saver.begin(path.join(makeFolder(), 'no folder', 'X.flowbatch'), 4)).rejects.toMatchObject({
    code: 'export/failed',
  });
});
