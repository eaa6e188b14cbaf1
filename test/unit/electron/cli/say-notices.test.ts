import { expect, test } from 'vitest';
import { sayNotices } from '../../../../electron/cli/say-notices';
import { makeIo } from './make-io';

const settings = { concurrency: 4, peoplePerRequest: 1 };
const scopes = ['invite_candidates', 'read_hiring'];
const minuteMs = 60_000;

function sayOf(me: Parameters<typeof sayNotices>[0], peopleCount: number): string[] {
  const io = makeIo();
  sayNotices(me, peopleCount, settings, io);
  expect(io.printed).toEqual([]);
  return io.said;
}

test('a key that ends during the run is said before it, and one that ends later is not', () => {
  const endsIn = (minutes: number) => ({ scopes, expiresAtMs: Date.now() + minutes * minuteMs });
  expect(sayOf(endsIn(30), 10)).toEqual([expect.stringMatching(/^Before the run: This key ends soon/)]);
  expect(sayOf(endsIn(240), 10)).toEqual([]);
  // The same key is too short for many people.
  expect(sayOf(endsIn(240), 35_000)).toHaveLength(1);
  expect(sayOf({ scopes, expiresAtMs: null }, 35_000)).toEqual([]);
});

test('a key that cannot look people up is said', () => {
  expect(sayOf({ scopes: ['invite_candidates'], expiresAtMs: null }, 10)).toEqual([
    expect.stringMatching(/^Before the run: .*read_hiring/),
  ]);
});
