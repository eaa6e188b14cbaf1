// From a socket to an answer and back: reads the body, lets the faults have their way, keeps the record.
// Must never process a request that a `before` fault hits, and never answer twice.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { toErrorEnvelope } from './answers';
import { sendFailure, toFailureStatus } from './failure-answers';
import { sendJson, sendTooManyRequests } from './http-answers';
import type { PracticeFlowmingo } from './practice-flowmingo';
import { toKeyPrefix } from './practice-keys';
import { readRequestBody } from './request-body';
import type { ApiRequest } from './router';
import { answerTrainingRequest, isTrainingPath } from './training-endpoints';

/** Serves requests until it is stopped. */
export interface HttpShell {
  serve: (request: IncomingMessage, response: ServerResponse) => void;
  /** What is not processed yet never will be. */
  stop(): void;
}

interface Shell {
  flowmingo: PracticeFlowmingo;
  hasTrainingEndpoints: boolean;
  /** Until when clients have been told to wait. */
  holdEndsAtMs: number;
  isStopped: boolean;
  timers: Set<NodeJS.Timeout>;
}

/** Puts a made-up Flowmingo behind HTTP. */
export function createHttpShell(flowmingo: PracticeFlowmingo, hasTrainingEndpoints: boolean): HttpShell {
  const shell: Shell = {
    flowmingo,
    hasTrainingEndpoints,
    holdEndsAtMs: 0,
    isStopped: false,
    timers: new Set(),
  };
  return {
    serve: (request, response) => {
      serve(shell, request, response).catch(() => {
        // For example a full disk under the journal: a real server would say 500 too.
        const body = toErrorEnvelope(500, 'Internal server error', request.url ?? '', Date.now());
        if (!response.headersSent) sendJson(response, { status: 500, body });
      });
    },
    stop: () => {
      shell.isStopped = true;
      for (const timer of shell.timers) clearTimeout(timer);
    },
  };
}

async function serve(shell: Shell, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const receivedAtMs = Date.now();
  const method = request.method ?? '';
  const path = request.url ?? '';
  const bodyText = await readRequestBody(request);
  if (shell.isStopped) return;
  if (isFromBrowser(request)) {
    const body = toErrorEnvelope(403, 'Not for web pages', path, receivedAtMs);
    return sendJson(response, { status: 403, body });
  }
  if (bodyText === null) {
    const body = toErrorEnvelope(413, 'Request body is too large', path, receivedAtMs);
    return sendJson(response, { status: 413, body }, { Connection: 'close' });
  }
  if (shell.hasTrainingEndpoints && isTrainingPath(path)) {
    return sendJson(response, answerTrainingRequest(shell.flowmingo, { method, path, bodyText }));
  }
  const key = request.headers['x-api-key'];
  const apiRequest = {
    method,
    path,
    bodyText,
    key: typeof key === 'string' ? key : undefined,
    contentType: request.headers['content-type'],
  };
  await serveApi(shell, { request, response, receivedAtMs, apiRequest });
}

/** A web page in some browser must not reach the practice data: pages send an Origin, or come by a rebound host name. */
function isFromBrowser(request: IncomingMessage): boolean {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  return request.headers.origin !== undefined || (host !== '127.0.0.1' && host !== 'localhost');
}

interface ApiExchange {
  request: IncomingMessage;
  response: ServerResponse;
  receivedAtMs: number;
  apiRequest: ApiRequest;
}

async function serveApi(shell: Shell, exchange: ApiExchange): Promise<void> {
  const { flowmingo } = shell;
  const { request, response, receivedAtMs, apiRequest } = exchange;
  const { method, path, key } = apiRequest;
  const recorded = flowmingo.record.begin({
    receivedAtMs,
    method,
    path,
    keyPrefix: key === undefined ? null : toKeyPrefix(key),
    body: toRecordedBody(apiRequest.bodyText),
    earlyByMs: Math.max(0, shell.holdEndsAtMs - receivedAtMs),
  });
  const plan = flowmingo.plan();
  const startedAtMs = performance.now();
  const latencyMs = plan.nextLatencyMs();
  const verdict = plan.decide(method !== 'GET', receivedAtMs);
  if (verdict.kind === 'limit') {
    recorded.status = 429;
    recorded.fault = verdict.cause;
    await pauseUntil(shell, startedAtMs + latencyMs);
    const nowMs = Date.now();
    if (verdict.style !== 'none')
      shell.holdEndsAtMs = Math.max(shell.holdEndsAtMs, nowMs + verdict.retryAfterSeconds * 1000);
    return sendTooManyRequests(response, { path, nowMs, ...verdict });
  }
  const failure = verdict.kind === 'fail' ? verdict.failure : null;
  if (verdict.kind === 'fail') recorded.fault = `${verdict.failure.kind} ${verdict.moment}`;
  await pauseUntil(shell, startedAtMs + latencyMs / 2);
  const isProcessed = verdict.kind === 'answer' || verdict.moment === 'after';
  const toStatus = (answered: number | null): number | null =>
    failure === null ? answered : toFailureStatus(failure, answered);
  const answer = isProcessed ? flowmingo.process(apiRequest, recorded, toStatus) : null;
  if (answer === null) recorded.status = toStatus(null);
  await pauseUntil(shell, startedAtMs + latencyMs);
  if (failure !== null) sendFailure(failure, { request, response, path, nowMs: Date.now(), answer });
  else if (answer !== null) sendJson(response, answer);
}

/** Waits until a time of performance.now(), so that late timers do not add up; never comes back once the server is stopped. */
function pauseUntil(shell: Shell, untilMs: number): Promise<void> | undefined {
  const delayMs = Math.round(untilMs - performance.now());
  if (delayMs <= 0) return undefined;
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      shell.timers.delete(timer);
      resolve();
    }, delayMs);
    shell.timers.add(timer);
  });
}

function toRecordedBody(bodyText: string): unknown {
  if (bodyText === '') return null;
  try {
    return JSON.parse(bodyText);
  } catch {
    return bodyText;
  }
}
