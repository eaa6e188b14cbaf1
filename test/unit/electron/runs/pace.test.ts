import { describe, expect, test } from 'vitest';
import { createPace, type Pace } from '../../../../electron/runs/pace';

/** What a server of one kind does with a request that arrives then. */
type Admits = (nowMs: number) => boolean;

function makeBucket(perSecond: number, burst: number): Admits {
  let tokens = burst;
  let filledAtMs = 0;
  return (nowMs) => {
    tokens = Math.min(burst, tokens + ((nowMs - filledAtMs) / 1000) * perSecond);
    filledAtMs = nowMs;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}

function makeWindow(perSecond: number): Admits {
  let admitted: number[] = [];
  return (nowMs) => {
    admitted = admitted.filter((atMs) => atMs > nowMs - 1000);
    if (admitted.length >= perSecond) return false;
    admitted.push(nowMs);
    return true;
  };
}

interface Played {
  /** Accepted ones a second, between two times of the run. */
  perSecond(fromS: number, toS: number): number;
  complaints(fromS: number, toS: number): number;
  readonly pace: Pace;
}

/**
 * One request after another, each answered at once; a complaint is waited out for as long as the server says. Writing a request down
 * takes a millisecond, and now and then, as a disk does, `lateMs`.
 */
function play(admitsAt: (atMs: number) => Admits, holdMs: number, seconds: number, lateMs = 0): Played {
  const startMs = 1_000_000;
  let nowMs = startMs;
  const pace = createPace({ nowMs: () => Math.floor(nowMs), sleep: async () => undefined });
  const accepted: number[] = [];
  const refused: number[] = [];
  let turns = 0;
  while (nowMs < startMs + seconds * 1000) {
    // No client is faster than that: a millisecond from one request to the next.
    nowMs += Math.max(1, pace.waitMs());
    pace.take();
    turns += 1;
    if (lateMs > 0) nowMs += turns % 37 === 0 ? lateMs : 1;
    pace.noteLeft();
    const admits = admitsAt(nowMs - startMs)(nowMs);
    (admits ? accepted : refused).push((nowMs - startMs) / 1000);
    if (admits) pace.noteAccepted();
    else {
      pace.noteTooMany();
      nowMs += holdMs;
    }
  }
  const countIn = (times: readonly number[], fromS: number, toS: number) =>
    times.filter((atS) => atS >= fromS && atS < toS).length;
  return {
    perSecond: (fromS, toS) => countIn(accepted, fromS, toS) / (toS - fromS),
    complaints: (fromS, toS) => countIn(refused, fromS, toS),
    pace,
  };
}

const always = (admits: Admits) => () => admits;

describe('how many leave in a second', () => {
  test('is not limited while nobody complains', () => {
    const { pace, perSecond } = play(
      always(() => true),
      1000,
      5,
    );
    expect(pace.perSecond()).toBe(Number.POSITIVE_INFINITY);
    expect(perSecond(0, 5)).toBeGreaterThan(900);
  });

  test.each([
    ['a bucket that lets ten through in a rush', () => makeBucket(10, 10)],
    ['a bucket that lets nobody through in a rush', () => makeBucket(10, 1)],
    ['ten in any second', () => makeWindow(10)],
  ])('comes to nine tenths of a limit of ten within ten seconds, with few complaints: %s', (_, makeLimit) => {
    for (const [holdMs, lateMs] of [
      [500, 0],
      [1000, 0],
      [1000, 15],
    ] as const) {
      const played = play(always(makeLimit()), holdMs, 70, lateMs);
      expect(played.perSecond(10, 25)).toBeGreaterThanOrEqual(9);
      expect(played.perSecond(10, 40)).toBeGreaterThanOrEqual(9);
      expect(played.perSecond(40, 70)).toBeGreaterThanOrEqual(9);
      expect(played.complaints(10, 70)).toBeLessThanOrEqual(6);
    }
  });

  test('finds a small limit, and a large one behind a small rush', () => {
    expect(play(always(makeBucket(2, 1)), 1000, 60).perSecond(20, 60)).toBeGreaterThan(1.7);
    expect(play(always(makeBucket(50, 5)), 1000, 90).perSecond(50, 90)).toBeGreaterThan(42);
  });

  test('follows a limit that is raised, and one that is lowered', () => {
    const low = makeBucket(5, 5);
    const high = makeBucket(20, 5);
    const raised = play((atMs) => (atMs < 30_000 ? low : high), 1000, 150);
    expect(raised.perSecond(10, 30)).toBeGreaterThan(4.2);
    expect(raised.perSecond(100, 150)).toBeGreaterThan(16);
    const [before, after] = [makeBucket(20, 5), makeBucket(5, 5)];
    const lowered = play((atMs) => (atMs < 30_000 ? before : after), 1000, 90);
    expect(lowered.perSecond(60, 90)).toBeGreaterThan(4.2);
    expect(lowered.complaints(60, 90)).toBeLessThan(8);
  });

  test('a wait that was too short is no reason to go slower', () => {
    const pace = createPace({ nowMs: () => 1000, sleep: async () => undefined });
    for (let count = 0; count < 20; count += 1) pace.noteAccepted();
    pace.noteTooMany();
    pace.take();
    const before = pace.perSecond();
    pace.noteTooMany();
    pace.noteTooMany();
    expect(pace.perSecond()).toBe(before);
  });
});
