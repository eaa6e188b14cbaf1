import { describe, expect, test } from 'vitest';
import { type FileRun, findReplay, type ReplayQuestion } from '../../../../shared/batches/replay';

const nowMs = Date.UTC(2026, 10, 30, 12);
const run = (changes: Partial<FileRun> = {}): FileRun => ({
  runId: 'run-12',
  runNumber: 12,
  targetTitle: 'Sales Assessment',
  setId: 'set-1',
  projectId: null,
  startedAtMs: nowMs - 9 * 86_400_000,
  reached: 46,
  ...changes,
});
const look = (changes: Partial<ReplayQuestion>) =>
  findReplay({
    sameFile: [],
    shared: [],
    total: 100,
    target: { setId: 'set-1', projectId: null },
    takenIn: 0,
    isPipeline: false,
    nowMs,
    ...changes,
  });

describe('the replay guard', () => {
  test('says nothing of a new file with new people', () => {
    expect(look({})).toBeNull();
  });

  test('the same file to the same target: which run, when, how many, and that they are left out', () => {
    expect(look({ sameFile: [run()] })).toMatchObject({
      runNumber: 12,
      title: 'This file was run before.',
      sentence:
        'Run 12 sent it to Sales Assessment 9 days ago (21 November 2026), with 46 people reached. Whoever it reached is left out.',
    });
  });

  test('who was taken in on purpose is said', () => {
    expect(look({ sameFile: [run()], takenIn: 2 })?.sentence).toMatch(
      /2 people you took in on purpose go again\.$/,
    );
  });

  test('another file with half of the same people to the same target', () => {
    const shared = [{ runId: 'run-9', runNumber: 9, atMs: nowMs - 86_400_000, count: 50 }];
    expect(look({ shared })).toMatchObject({ kind: 'same-people', runNumber: 9 });
    expect(look({ shared: [{ ...shared[0], count: 49 } as never] })).toBeNull();
  });

  test('the same file to another target is said, and leaves nobody out', () => {
    const replay = look({ sameFile: [run({ setId: 'set-2' })] });
    expect(replay?.title).toBe('This file was run before, with another target.');
    expect(replay?.sentence).toMatch(/Nobody is left out for that\.$/);
  });

  test('the same target goes before a newer run to another one', () => {
    const newer = run({ runId: 'run-13', runNumber: 13, setId: 'set-2' });
    expect(look({ sameFile: [newer, run()] })?.runNumber).toBe(12);
  });

  test('of work on a pipeline the same file is said', () => {
    expect(look({ target: null, isPipeline: true, sameFile: [run({ setId: null })] })?.sentence).toMatch(
      /is left out when it runs\.$/,
    );
  });
});
