import { describe, expect, it } from 'vitest';
import { createNews, toRunNotice } from '../../../../electron/notices/run-notice';
import { createSessionRuns } from '../../../../electron/notices/session-runs';
import { toTaskbarProgress } from '../../../../electron/notices/taskbar-progress';
import type { RunSummary } from '../../../../shared/runs/progress';
import { pauseReasons } from '../../../../shared/runs/run-state';
import { makeRun } from '../../../helpers/fake-runs';

const run = (changes: Parameters<typeof makeRun>[0]) =>
  makeRun({
    runId: 'run-1',
    runNumber: 7,
    batchName: 'Graduate fair',
    total: 318,
    counts: { done: 298, refused: 2, unknown: 1, skipped: 17 },
    ...changes,
  });

describe('a notification', () => {
  it('tells that a run has ended, with its counts', () => {
    expect(toRunNotice(run({ state: 'finished', undecidedCount: 0 }), true)).toEqual({
      runId: 'run-1',
      title: 'The run is finished',
      body: '“Graduate fair”: 298 done, 2 refused, 1 unknown.',
    });
  });

  it('puts the people who wait for a decision first', () => {
    expect(toRunNotice(run({ state: 'finished', undecidedCount: 1 }), true)).toMatchObject({
      title: 'Not sure about 1 person',
      body: '“Graduate fair”: 298 done, 2 refused, 1 unknown. It is for you to decide.',
    });
  });

  it('names the batch by its number where names are off', () => {
    const notices = [
      toRunNotice(run({ state: 'finished', undecidedCount: 3 }), false),
      ...pauseReasons.map((pauseReason) =>
        toRunNotice(run({ state: 'paused', pauseReason, firstRows: 3 }), false),
      ),
    ].filter((notice) => notice !== null);
    expect(notices.length).toBeGreaterThan(6);
    for (const { title, body } of notices) {
      expect(title + body).not.toContain('Graduate fair');
      expect(body).toContain('Run 7');
    }
  });

  it('comes for each pause that nobody wanted, and for no other', () => {
    const told = pauseReasons.filter(
      (pauseReason) => toRunNotice(run({ state: 'paused', pauseReason }), true) !== null,
    );
    const quiet = pauseReasons.filter((reason) => !told.includes(reason));
    expect(quiet.sort()).toEqual(['app-closed', 'restored', 'suspended', 'user']);
  });

  it('comes once for each state, and not for what was so when the app was started', () => {
    const isNews = createNews();
    expect(isNews(run({ runId: 'old', state: 'paused', pauseReason: 'offline' }))).toBe(false);
    expect(isNews(run({ state: 'running' }))).toBe(false);
    const paused = run({ state: 'paused', pauseReason: 'auth-expired' });
    expect([isNews(paused), isNews(paused)]).toEqual([true, false]);
    expect(isNews(run({ state: 'running' }))).toBe(true);
    expect(isNews(run({ state: 'finished' }))).toBe(true);
  });
});

describe('the progress on the taskbar', () => {
  it('adds up what is to be sent, and leaves out who is skipped', () => {
    const going = run({ state: 'running', total: 120, counts: { done: 40, notSent: 60, skipped: 20 } });
    expect(toTaskbarProgress([going])).toEqual({ fraction: 0.4, mode: 'normal' });
    const other = run({ state: 'running', total: 100, counts: { notSent: 100 } });
    expect(toTaskbarProgress([going, other])).toEqual({ fraction: 0.2, mode: 'normal' });
  });

  it('shows that a run waits, is paused, or needs something mended', () => {
    const modeOf = (changes: Parameters<typeof makeRun>[0]) => toTaskbarProgress([run(changes)])?.mode;
    const wait = { why: 'rate-limited', sinceMs: 0, untilMs: 9, detail: null } as const;
    expect(modeOf({ state: 'running', wait })).toBe('paused');
    expect(modeOf({ state: 'paused', pauseReason: 'user' })).toBe('paused');
    expect(modeOf({ state: 'paused', pauseReason: 'auth-expired' })).toBe('error');
    expect(toTaskbarProgress([])).toBeNull();
    const looks = run({ state: 'paused', pauseReason: 'first-rows' });
    expect(toTaskbarProgress([looks, run({ state: 'running' })])?.mode).toBe('normal');
  });
});

describe('the runs of this session', () => {
  it('are those that went on; one that was only looked up at rest is none', () => {
    let tell: (summary: RunSummary) => void = () => undefined;
    let now = run({ state: 'running' });
    const runs = createSessionRuns({
      onProgress: (listener) => {
        tell = listener;
        return () => undefined;
      },
      getSummary: () => now,
    });
    tell(run({ runId: 'old', state: 'paused', pauseReason: 'app-closed' }));
    expect([runs.unended(), runs.going()]).toEqual([[], []]);
    tell(now);
    expect(runs.going().map(({ runId }) => runId)).toEqual(['run-1']);
    now = run({ state: 'paused', pauseReason: 'user' });
    tell(now);
    expect(runs.going()).toEqual([]);
    expect(runs.unended()).toHaveLength(1);
    tell(run({ state: 'finished' }));
    expect(runs.unended()).toEqual([]);
  });
});
