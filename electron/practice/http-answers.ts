// Puts whole answers onto the socket. Each function ends the response; none may be called twice for one.
import type { ServerResponse } from 'node:http';
import { type EndpointAnswer, toErrorEnvelope } from './answers';
import type { RetryAfterStyle } from './faults';

/** The content type of every answer of the API. */
export const JSON_TYPE = 'application/json; charset=utf-8';

/** Sends a whole JSON answer. */
export function sendJson(
  response: ServerResponse,
  { status, body }: EndpointAnswer,
  headers: Record<string, string> = {},
): void {
  sendText(response, status, JSON.stringify(body), { 'Content-Type': JSON_TYPE, ...headers });
}

/** Sends 429 with Retry-After in the asked style. */
export function sendTooManyRequests(
  response: ServerResponse,
  limit: { path: string; retryAfterSeconds: number; style: RetryAfterStyle; nowMs: number },
): void {
  const body = toErrorEnvelope(429, 'Too Many Requests', limit.path, limit.nowMs);
  sendJson(response, { status: 429, body }, toRetryAfterHeader(limit));
}

function toRetryAfterHeader(limit: {
  retryAfterSeconds: number;
  style: RetryAfterStyle;
  nowMs: number;
}): Record<string, string> {
  if (limit.style === 'none') return {};
  if (limit.style === 'seconds') return { 'Retry-After': String(limit.retryAfterSeconds) };
  // HTTP dates know whole seconds only: rounded up, so that the date is never before the end of the wait.
  const untilMs = Math.ceil(limit.nowMs / 1000 + limit.retryAfterSeconds) * 1000;
  return { 'Retry-After': new Date(untilMs).toUTCString() };
}

/** Sends a whole body of any type. */
export function sendText(
  response: ServerResponse,
  status: number,
  text: string,
  headers: Record<string, string>,
): void {
  response.writeHead(status, { ...headers, 'Content-Length': String(Buffer.byteLength(text)) });
  response.end(text);
}
