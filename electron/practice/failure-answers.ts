// How a request fails on the wire: error pages, resets, cut and broken answers.
// Each function ends or abandons the response; none may be called twice for one.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type EndpointAnswer, toErrorEnvelope } from './answers';
import type { PracticeFailure } from './faults';
import { JSON_TYPE, sendJson, sendText } from './http-answers';

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
  exchange: {
    request: IncomingMessage;
    response: ServerResponse;
    path: string;
    nowMs: number;
    answer: EndpointAnswer | null;
  },
): void {
  const { request, response, path, nowMs, answer } = exchange;
  const status = toFailureStatus(failure, answer?.status ?? null) ?? 500;
  const reason = SERVER_ERROR_MESSAGES[status] ?? '';
  const text = JSON.stringify(answer?.body ?? UNMADE_BODY);
  const halfText = text.slice(0, Math.floor(text.length / 2));
  switch (failure.kind) {
    case 'server-error':
      sendJson(response, { status, body: toErrorEnvelope(status, reason, path, nowMs) });
      break;
    case 'request-timeout':
      sendJson(
        response,
        { status, body: toErrorEnvelope(status, reason, path, nowMs) },
        { Connection: 'close' },
      );
      break;
    case 'html-body':
      sendText(response, status, `<html><body><h1>${status} ${reason}</h1></body></html>`, {
        'Content-Type': 'text/html',
      });
      break;
    case 'redirect':
      sendText(response, status, '', { Location: '/company/redirected' });
      break;
    case 'reset':
      request.socket.resetAndDestroy();
      break;
    case 'close':
      request.socket.destroy();
      break;
    case 'hang':
      break;
    case 'cut-answer':
    case 'stalled-answer':
      response.writeHead(status, {
        'Content-Type': JSON_TYPE,
        'Content-Length': String(Buffer.byteLength(text)),
      });
      response.write(halfText, () => {
        if (failure.kind === 'cut-answer') request.socket.destroy();
      });
      break;
    case 'garbled-json':
      sendText(response, status, halfText, { 'Content-Type': JSON_TYPE });
      break;
    case 'empty-body':
      sendText(response, status, '', { 'Content-Type': JSON_TYPE });
      break;
  }
}
