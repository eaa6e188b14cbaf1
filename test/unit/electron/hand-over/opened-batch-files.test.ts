import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { createOpenedBatchFiles, findBatchFile } from '../../../../electron/hand-over/opened-batch-files';

function makeFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'opened-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

it('finds the batch file among the words of a start, and no switch and no other file', () => {
  expect(findBatchFile(['/app', '--no-sandbox', 'Fair.flowbatch'], '/home/ana')).toBe(
    path.resolve('/home/ana', 'Fair.flowbatch'),
  );
  expect(findBatchFile(['--x=Fair.flowbatch', 'list.csv'], '/home/ana')).toBeNull();
  expect(findBatchFile(['A.FLOWBATCH'], '/home/ana')).toBe(path.resolve('/home/ana/A.FLOWBATCH'));
});

it('gives out the name and the bytes of the one that was asked for last, once, and never a path', async () => {
  const folder = makeFolder();
  const files = createOpenedBatchFiles();
  const told = vi.fn();
  files.onOffered = told;
  expect(files.take()).toBeNull();
  for (const name of ['A.flowbatch', 'B.flowbatch']) {
    writeFileSync(path.join(folder, name), name);
    files.offer(path.join(folder, name));
  }
  expect(told).toHaveBeenCalledTimes(2);
  const taken = files.take();
  expect(taken).toEqual({ openedId: expect.any(String), fileName: 'B.flowbatch' });
  expect(files.take()).toBeNull();
  const { bytes, sizeBytes } = await files.read(taken?.openedId ?? '', 0);
  expect([Buffer.from(bytes ?? []).toString(), sizeBytes]).toEqual(['B.flowbatch', 11]);
  expect((await files.read(taken?.openedId ?? '', 11)).bytes).toBeNull();
  await expect(files.read('another', 0)).rejects.toMatchObject({ code: 'handover/not-read' });
});

it('passes over what is called otherwise', () => {
  const files = createOpenedBatchFiles();
  files.offer('/etc/passwd');
  expect(files.take()).toBeNull();
});

it('says why a file that is gone, a folder, or larger than any batch file is not read', async () => {
  const folder = makeFolder();
  const files = createOpenedBatchFiles();
  const whyOf = async (name: string) => {
    files.offer(path.join(folder, name));
    return await files.read(files.take()?.openedId ?? '', 0).then(
      () => null,
      (error: { readonly params?: { readonly why?: string } }) => error.params?.why,
    );
  };
  expect(await whyOf('gone.flowbatch')).toBe('it is not there any more');
  mkdirSync(path.join(folder, 'folder.flowbatch'));
  expect(await whyOf('folder.flowbatch')).toBe('it is no file');
  writeFileSync(path.join(folder, 'large.flowbatch'), '');
  truncateSync(path.join(folder, 'large.flowbatch'), 101 * 1024 ** 2);
  expect(await whyOf('large.flowbatch')).toContain('larger than 100 MB');
});
