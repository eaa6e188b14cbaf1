import type { RunSummary } from '../../shared/runs/progress';
import { fakeNowMs, makeRun } from './fake-runs';

const wait = { sinceMs: fakeNowMs - 4000, untilMs: fakeNowMs + 8000, detail: null };

/** Runs that wait, or that wait for a look: found by their ids, in no list. */
export const unlistedRuns: readonly RunSummary[] = [
  makeRun({
    runId: 'run-hold',
    state: 'running',
    wait: { ...wait, why: 'before-first', sinceMs: fakeNowMs - 400, untilMs: fakeNowMs + 4600 },
    firstRows: 3,
    counts: { notSent: 301, skipped: 17 },
  }),
  makeRun({
    runId: 'run-offline',
    state: 'running',
    wait: { ...wait, why: 'offline', detail: 'getaddrinfo ENOTFOUND' },
    counts: { done: 176, alreadyThere: 4, refused: 6, unknown: 2, notSent: 113, skipped: 17 },
  }),
  makeRun({
    runId: 'run-outage',
    state: 'running',
    wait: { ...wait, why: 'outage', detail: '503 Service Unavailable' },
    counts: { done: 176, alreadyThere: 4, refused: 6, unknown: 5, notSent: 110, skipped: 17 },
  }),
  makeRun({
    runId: 'run-looking',
    state: 'running',
    wait: { ...wait, why: 'looking-up' },
    counts: { done: 284, alreadyThere: 5, refused: 9, unknown: 3, skipped: 17 },
  }),
  makeRun({
    runId: 'run-first',
    state: 'paused',
    pauseReason: 'first-rows',
    firstRows: 3,
    counts: { done: 2, refused: 1, notSent: 298, skipped: 17 },
  }),
  makeRun({
    runId: 'run-first-fine',
    state: 'paused',
    pauseReason: 'first-rows',
    firstRows: 3,
    counts: { done: 3, notSent: 298, skipped: 17 },
  }),
  makeRun({
    runId: 'run-paused-unsure',
    state: 'paused',
    pauseReason: 'user',
    counts: { done: 100, unknown: 3, notSent: 198, skipped: 17 },
  }),
  makeRun({
    runId: 'run-many-unsure',
    finishedAtMs: fakeNowMs,
    counts: { done: 100, unknown: 1200 },
  }),
  makeRun({ runId: 'run-no-scope', finishedAtMs: fakeNowMs, counts: { done: 298, unknown: 3 } }),
  makeRun({ runId: 'run-solved', finishedAtMs: fakeNowMs, counts: { done: 301 } }),
  makeRun({
    runId: 'run-looked-up',
    finishedAtMs: fakeNowMs,
    counts: { done: 290, refused: 2, notSent: 9, skipped: 17 },
  }),
];
