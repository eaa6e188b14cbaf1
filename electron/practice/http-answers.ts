// Puts answers and failures onto the socket. Each function ends or abandons the response; none may be called twice for one.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type EndpointAnswer, toErrorEnvelope } from './answers';
import type { PracticeFailure, RetryAfterStyle } from './faults';

const JSON_TYPE = 'application/json; charset=utf-8';

/** Sends a whole JSON answer. */
export function sendJson(response: ServerResponse, { status, body }: EndpointAnswer, headers: Record<string, string> = {}): void {
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

function toRetryAfterHeader(limit: { retryAfterSeconds: number; style: RetryAfterStyle; nowMs: number }): Record<string, string> {
  if (limit.style === 'none') return {};
  if (limit.style === 'seconds') return { 'Retry-After': String(limit.retryAfterSeconds) };
  // HTTP dates know whole seconds only: rounded up, so that the date is never before the end of the wait.
  const untilMs = Math.ceil(limit.nowMs / 1000 + limit.retryAfterSeconds) * 1000;
  return { 'Retry-After': new Date(untilMs).toUTCString() };
}

function sendText(response: ServerResponse, status: number, text: string, headers: Record<string, string>): void {
  response.writeHead(status, { ...headers, 'Content-Length': String(Buffer.byteLength(text)) });
  response.end(text);
}

/** The status line that a failing request gets; null when it gets none. `answeredStatus` is that of the real answer, if there is one. */
export function toFailureStatus(failure: PracticeFailure, answeredStatus: number | null): number | null {
  switch (failure.kind) {
    case 'server-error':
      return failure.status ?? 500;
    case 'html-body':
      return failure.status ?? 502;
    case 'request-timeout':
      return 408;
    case 'redirect':
      return 307;
    case 'reset':
    case 'close':
    case 'hang':
      return null;
    case 'cut-answer':
    case 'stalled-answer':
    case 'garbled-json':
    case 'empty-body':
      return answeredStatus ?? 201;
  }
}

const SERVER_ERROR_MESSAGES: Record<number, string> = {
  408: 'Request Timeout',
  500: 'Internal server error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

/** What a body would have begun with, for failures that cut an answer which was never made. */
const UNMADE_BODY = { results: [{ email_address: null, ats_candidate_id: null, record_id: null }] };

/** Lets a request fail on the wire. `answer` is the real answer when the request was processed. */
export function sendFailure(
  failure: PracticeFailure,
  exchange: { request: IncomingMessage; response: ServerResponse; path: string; nowMs: number; answer: EndpointAnswer | null },
): void {
  const { request, response, path, nowMs, answer } = exchange;
  const status = toFailureStatus(failure, answer?.status ?? null) ?? 500;
  const text = JSON.stringify(answer?.body ?? UNMADE_BODY);
  const halfText = text.slice(0, Math.floor(text.length / 2));
  switch (failure.kind) {
    case 'server-error':
      return sendJson(response, { status, body: toErrorEnvelope(status, SERVER_ERROR_MESSAGES[status] ?? '', path, nowMs) });
    case 'request-timeout':
      return sendJson(response, { status, body: toErrorEnvelope(status, SERVER_ERROR_MESSAGES[status] ?? '', path, nowMs) }, { Connection: 'close' });
    case 'html-body':
      return sendText(response, status, `<html><body><h1>${status} ${SERVER_ERROR_MESSAGES[status] ?? ''}</h1></body></html>`, { 'Content-Type': 'text/html' });
    case 'redirect':
      return sendText(response, status, '', { Location: '/company/redirected' });
    case 'reset':
      return void request.socket.resetAndDestroy();
    case 'close':
      return void request.socket.destroy();
    case 'hang':
      return;
    case 'cut-answer':
    case 'stalled-answer':
      response.writeHead(status, { 'Content-Type': JSON_TYPE, 'Content-Length': String(Buffer.byteLength(text)) });
      return void response.write(halfText, () => failure.kind === 'cut-answer' && request.socket.destroy());
    case 'garbled-json':
      return sendText(response, status, halfText, { 'Content-Type': JSON_TYPE });
    case 'empty-body':
      return sendText(response, status, '', { 'Content-Type': JSON_TYPE });
  }
}
