// The Retry-After header (RFC 9110, 10.2.3): seconds or an HTTP date.
import type { IncomingHttpHeaders } from 'node:http';

/** A wait of more than a year says no more than one of a year; with it, every moment is one that a calendar has. */
const longestMs = 366 * 24 * 3_600_000;
/** JavaScript takes "-5" and "1.5" for dates, too; every form of HTTP's dates begins with the name of its day. */
const beginsWithDay = /^(mon|tue|wed|thu|fri|sat|sun)/i;

/** The wait that the header asks for, in milliseconds from now; null where there is none or it says nothing sensible. Never negative, at most a year. */
export function parseRetryAfter(headers: IncomingHttpHeaders, nowMs: number): number | null {
  const value = headers['retry-after']?.trim();
  if (value === undefined || value === '') return null;
  if (/^\d+(\.\d+)?$/.test(value)) return Math.min(longestMs, Math.ceil(Number(value) * 1000));
  const atMs = beginsWithDay.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(atMs)) return null;
  // The date is by the server's clock, so it is compared with the server's own Date where that is given.
  const serverNowMs = Date.parse(headers.date ?? '');
  return Math.min(longestMs, Math.max(0, atMs - (Number.isNaN(serverNowMs) ? nowMs : serverNowMs)));
}
