// Damaged, disguised and malicious files through the worker's own code, each in a process of its own that is measured.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HostileFile } from '../hostile/hostile-file';
import { hostileFiles } from '../hostile/hostile-files';
import { digestOf, type Reading } from '../hostile/reading';
import { type Reader, startReader } from '../hostile/start-reader';

/** A recruiter waits so long for a file at most, and less for one that only wants to be waited for. */
const longestMs = 10_000;
const longestBombMs = 3_000;
/** All of the process: Node, the file's bytes and what is made of them. */
const mostMb = 512;

let reader: Reader;
beforeAll(async () => {
  reader = await startReader();
});
afterAll(() => reader.remove());

describe.each(Object.entries(hostileFiles))('%s', (_about, files) => {
  it.concurrent.each(files.map((file) => [file.what, file] as const))('%s', async (_what, file) => {
    const reading = await reader.read(file);
    expectOutcome(file, reading);
    expect(reading.tookMs).toBeLessThan(file.isBomb ? longestBombMs : longestMs);
    expect(reading.peakMb).toBeLessThan(mostMb);
  });
});

it('there are as many kinds of bad files as were promised', () => {
  expect(Object.values(hostileFiles).flat().length).toBeGreaterThanOrEqual(58);
});

function expectOutcome(
  { expected }: HostileFile,
  { notices, sheetCount, rowCount, firstRows, digest }: Reading,
): void {
  const kinds = notices.map(({ kind }) => kind);
  if (expected.kind === 'refused') {
    expect([kinds, notices[0]?.message, sheetCount]).toEqual([
      [expected.notice],
      expect.stringMatching(expected.says),
      0,
    ]);
    expect(notices[0]?.blocking).toBe(true);
    // What happened, what was not done, what to do now.
    expect(notices[0]?.message).toMatch(/^[A-Z][^\n]+\. Nothing was read\. [A-Z][^\n]+\.$/);
    return;
  }
  expect({ notices: kinds, rowCount, firstRows }).toEqual({
    notices: [...(expected.notices ?? [])],
    rowCount: expected.rows.length,
    firstRows: expected.rows.slice(0, 6).map((cells) => cells.slice(0, 6).map((cell) => cell.slice(0, 60))),
  });
  expect(digest).toBe(digestOf(expected.rows));
}
