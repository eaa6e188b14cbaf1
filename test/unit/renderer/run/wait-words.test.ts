import { describe, expect, it } from 'vitest';
import { toWaitWords, type Wait } from '../../../../renderer/screens/run/wait-words';
import { waitReasons } from '../../../../shared/runs/run-state';
import { fakeNowMs, makeRun } from '../../../helpers/fake-runs';

const secondMs = 1000;
const words = (wait: Partial<Wait>, unknown = 3) =>
  toWaitWords(
    makeRun({
      state: 'running',
      wait: {
        why: 'rate-limited',
        sinceMs: fakeNowMs - 4 * secondMs,
        untilMs: fakeNowMs + 8 * secondMs,
        detail: null,
        ...wait,
      },
      counts: { unknown, notSent: 3 },
    }),
    fakeNowMs,
  );

describe('a wait in words', () => {
  it('says a long wait in minutes or hours, and names the day where it ends on another one', () => {
    const untilIn = (seconds: number) =>
      words({ sinceMs: fakeNowMs, untilMs: fakeNowMs + seconds * secondMs });
    expect(untilIn(119)?.title).toBe('Flowmingo asked us to wait 119 s.');
    expect(untilIn(25 * 60)?.title).toBe('Flowmingo asked us to wait 25 min.');
    expect(untilIn(20 * 3600)?.title).toBe('Flowmingo asked us to wait 20 h.');
    const ends = new Date(fakeNowMs + 24 * 3600 * secondMs);
    expect(untilIn(24 * 3600)?.sentence).toMatch(new RegExp(`at .*\\b${ends.getDate()}\\b.*, \\d`));
  });

  it('says how long the whole wait is by its own times, however late it is looked at', () => {
    expect(words({})?.title).toBe('Flowmingo asked us to wait 12 s.');
    expect(words({})?.sentence).toMatch(/goes on by itself at \d+:52:31/);
  });

  it('says until when Stop sends nothing, counted down', () => {
    const hold = words({ why: 'before-first', untilMs: fakeNowMs + 4600 });
    expect(hold?.title).toBe('The first request leaves in 5 s.');
    expect(hold?.sentence).toBe('Until then, Stop sends nothing at all.');
  });

  it.each(['offline', 'outage'] as const)('stays calm while there is no answer (%s)', (why) => {
    const sentence = words({ why })?.sentence;
    expect(sentence).toMatch(/again at \d+:52:31/);
    expect(sentence).toContain('Nothing is sent meanwhile, and no invitation is used to find out.');
    expect(sentence).toContain('The run goes on by itself.');
    expect(words({ why, untilMs: null })?.sentence).toContain('again now');
    expect(words({ why, untilMs: fakeNowMs - 1 })?.sentence).toContain('again now');
  });

  it('says about how many people it asks, and that asking sends nothing', () => {
    expect(words({ why: 'looking-up', untilMs: null })).toMatchObject({
      title: 'Asking Flowmingo about 3 people without a clear answer.',
      sentence: 'This sends nothing.',
    });
    expect(words({ why: 'looking-up' }, 1)?.title).toContain('about 1 person without');
    expect(words({ why: 'looking-up' })?.sentence).toMatch(/The next look is at \d+:52:31/);
  });

  it('has whole sentences for every wait, with and without an end', () => {
    for (const why of waitReasons)
      for (const untilMs of [null, fakeNowMs - secondMs, fakeNowMs, fakeNowMs + 90 * secondMs]) {
        const { title, sentence } = words({ why, untilMs }) ?? {};
        for (const text of [title, sentence]) {
          expect(text).toMatch(/\.$/);
          expect(text).not.toMatch(/null|undefined|NaN|Invalid/);
        }
      }
    expect(toWaitWords(makeRun({ state: 'running' }), fakeNowMs)).toBeNull();
  });
});
