import { expect, onTestFinished, test, vi } from 'vitest';
import { watchRun } from '../../../../electron/cli/watch-run';
import type { RunService } from '../../../../electron/runs/run-service';
import type { RunSummary } from '../../../../shared/runs/progress';
import { makeResultRow, makeResults } from '../workbooks/make-results';
import { makeIo } from './make-io';

const { summary } = makeResults([makeResultRow(0)]);

/** The part of a run service that is looked at while a run goes on. */
function makeGoingRun() {
  const listeners = new Set<(summary: RunSummary) => void>();
  let end: (summary: RunSummary) => void = () => undefined;
  const pauseRun = vi.fn(async () => summary);
  const runs: Partial<RunService> = {
    onProgress(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    whenAtRest: () => new Promise((resolve) => (end = resolve)),
    pauseRun,
  };
  return { runs: runs as RunService, pauseRun, listeners, end: (last: RunSummary) => end(last) };
}

test('the first Ctrl C pauses, the second one leaves at once and says how to go on', async () => {
  const run = makeGoingRun();
  const io = makeIo();
  const watched = watchRun(run.runs, 'run-1', io);
  io.askToStop();
  expect(run.pauseRun).toHaveBeenCalledExactlyOnceWith('run-1');
  expect(io.said.at(-1)).toContain('Pausing');
  expect(() => io.askToStop()).toThrow('exit 130');
  expect(io.said.at(-1)).toContain('resume run-1');
  run.end(summary);
  expect(await watched).toBe(summary);
});

test('once the run rests, nobody listens any more', async () => {
  const run = makeGoingRun();
  const io = makeIo();
  const watched = watchRun(run.runs, 'run-1', io);
  run.end(summary);
  await watched;
  expect(run.listeners.size).toBe(0);
  io.askToStop();
  expect(run.pauseRun).not.toHaveBeenCalled();
});

test('a terminal sees every step of this run and of no other', () => {
  const run = makeGoingRun();
  const io = { ...makeIo(), isTerminal: true };
  void watchRun(run.runs, 'run-1', io);
  for (const listener of run.listeners) {
    listener({ ...summary, runId: 'another' });
    listener(summary);
  }
  expect(io.said).toEqual(['1 of 1 · 1 done']);
});

test('a log says at once why it waits, and later until when', () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const run = makeGoingRun();
  const io = makeIo();
  void watchRun(run.runs, 'run-1', io);
  const untilMs = new Date(2026, 8, 28, 14, 52, 31).getTime();
  const wait = { why: 'offline', sinceMs: untilMs - 6000, untilMs: null, detail: null } as const;
  const going = { ...summary, state: 'running' } as const;
  const tell = (...steps: RunSummary[]) => {
    for (const listener of run.listeners) for (const step of steps) listener(step);
  };
  tell(going, { ...going, wait }, { ...going, wait: { ...wait, untilMs } });
  expect(io.said).toEqual(['1 of 1 · 1 done · Flowmingo cannot be reached; nothing is sent meanwhile']);
  vi.advanceTimersByTime(6000);
  tell({ ...going, wait }, { ...going, wait: { ...wait, untilMs } });
  expect(io.said.slice(1)).toEqual([
    '1 of 1 · 1 done · Flowmingo cannot be reached, asking Flowmingo again at 14:52:31; nothing is sent meanwhile',
  ]);
});
