// The Retry-After header (RFC 9110, 10.2.3): seconds or an HTTP date.
import type { IncomingHttpHeaders } from 'node:http';

/** The wait that the header asks for, in milliseconds from now; null where there is none or it says nothing sensible. Never negative. */
export function parseRetryAfter(headers: IncomingHttpHeaders, nowMs: number): number | null {
  const value = headers['retry-after']?.trim();
  if (value === undefined || value === '') return null;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const atMs = Date.parse(value);
  if (Number.isNaN(atMs)) return null;
  // The date is by the server's clock, so it is compared with the server's own Date where that is given.
  const serverNowMs = Date.parse(headers.date ?? '');
  return Math.max(0, atMs - (Number.isNaN(serverNowMs) ? nowMs : serverNowMs));
}
