import { expect, test } from 'vitest';
import { parseRetryAfter } from '../../../../electron/flowmingo/retry-after';

const nowMs = Date.parse('2026-11-30T09:00:00Z');
const yearMs = 366 * 24 * 3_600_000;
const at = (ms: number) => new Date(ms).toUTCString();

test.each([
  ['120', 120_000],
  ['0', 0],
  ['1.5', 1500],
  [at(nowMs + 90_000), 90_000],
  [at(nowMs - 90_000), 0],
  ['Monday, 30-Nov-26 09:01:00 GMT', 60_000],
  ['', null],
  ['soon', null],
  ['-5', null],
  ['1e9', null],
  ['5 seconds', null],
  ['1000000000', yearMs],
  ['9'.repeat(400), yearMs],
])('%s', (value, waitMs) => {
  expect(parseRetryAfter({ 'retry-after': value }, nowMs)).toBe(waitMs);
});

test('a date counts by the clock of the server that says it', () => {
  const serverNowMs = nowMs - 5 * 3_600_000;
  const headers = { date: at(serverNowMs), 'retry-after': at(serverNowMs + 4000) };
  expect(parseRetryAfter(headers, nowMs)).toBe(4000);
});

test('no wait leads to a moment that no calendar has', () => {
  const waitMs = parseRetryAfter({ 'retry-after': '9'.repeat(30) }, nowMs) ?? 0;
  expect(Number.isNaN(new Date(nowMs + waitMs).getTime())).toBe(false);
});
