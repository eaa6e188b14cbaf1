// From an exchange to what became of the write. Pure. When in doubt it says unknown: only what certainly changed nothing may be sent again.
import { z } from 'zod';
import type { Exchange, HttpAnswer } from './http-transport';
import { parseRetryAfter } from './retry-after';
import type { NotProcessedWhy, RawAnswer, WriteOutcome } from './write-outcome';

/** 64 KiB of an answer are kept with the attempt: an invite's answer is about 2 KB a person. */
const maxKeptChars = 64 * 1024;

/** No message for people is longer; what an ill server puts there may be, and is searched for addresses later. */
const maxMessageChars = 2000;
/** What moves a terminal's cursor, and what turns the direction in which a text is read. */
const unseen = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;

/** A text of the API for people: its beginning, without characters that nobody sees. May be empty. */
export function toMessage(text: string): string {
  return text.slice(0, maxMessageChars).replace(unseen, ' ').trim();
}

/** The error envelope (API guide, 7). Validation messages may come as a list. */
const errorEnvelopeSchema = z.looseObject({
  statusCode: z.number(),
  message: z.union([z.string(), z.array(z.string())]),
});

/** The statuses with which the API says that it changed nothing (API guide, 7; the others are its relatives in RFC 9110). */
const refusals: ReadonlyMap<number, NotProcessedWhy> = new Map([
  [400, 'bad-request'],
  [401, 'auth'],
  [403, 'scope'],
  [404, 'not-found'],
  [405, 'bad-request'],
  [413, 'bad-request'],
  [415, 'bad-request'],
  [422, 'bad-request'],
]);

/** The message of an error envelope, or its beginning; null where the body is not one of this API's. */
export function readErrorMessage(answer: { status: number; bodyText: string }): string | null {
  const parsed = errorEnvelopeSchema.safeParse(parseJson(answer.bodyText));
  if (!parsed.success || parsed.data.statusCode !== answer.status) return null;
  const { message } = parsed.data;
  return toMessage(typeof message === 'string' ? message : message.join('; '));
}

/** JSON, with or without a byte order mark before it (RFC 8259, 8.1), or undefined. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch {
    return undefined;
  }
}

/** What became of a write whose whole answer has the form `schema`. */
export function classifyWrite<Body>(
  exchange: Exchange,
  schema: z.ZodType<Body>,
  nowMs: number,
): WriteOutcome<Body> {
  if (exchange.kind === 'failed') {
    if (exchange.requestMayHaveLeft) {
      return {
        kind: 'unknown',
        why: exchange.why === 'timed-out' ? 'timed-out' : 'answer-lost',
        message: exchange.message,
        retryAfterMs: null,
        raw: null,
      };
    }
    // A proxy that opens no way is like no network: it comes back, or the run pauses with its sentence.
    const why = exchange.why === 'not-trusted' ? 'not-trusted' : 'offline';
    return { kind: 'not-processed', why, message: exchange.message, retryAfterMs: null, raw: null };
  }
  const raw = toRawAnswer(exchange);
  // A 429 is told by its status alone: gateways send it with bodies of their own.
  const retryAfterMs = parseRetryAfter(exchange.headers, nowMs);
  if (exchange.status === 429) {
    return {
      kind: 'not-processed',
      why: 'rate-limited',
      message: readErrorMessage(exchange) ?? 'Too many requests',
      retryAfterMs,
      raw,
    };
  }
  if (exchange.kind === 'cut')
    return { kind: 'unknown', why: 'answer-lost', message: exchange.message, retryAfterMs: null, raw };
  return classifyAnswer(exchange, schema, raw, retryAfterMs);
}

function classifyAnswer<Body>(
  answer: HttpAnswer,
  schema: z.ZodType<Body>,
  raw: RawAnswer,
  retryAfterMs: number | null,
): WriteOutcome<Body> {
  if (answer.status >= 200 && answer.status < 300) {
    const parsed = schema.safeParse(parseJson(answer.bodyText));
    if (parsed.success) return { kind: 'processed', body: parsed.data, raw };
    return {
      kind: 'unknown',
      why: 'unreadable',
      message: 'The answer is not in the form that Flowmingo documents.',
      retryAfterMs: null,
      raw,
    };
  }
  const message = readErrorMessage(answer);
  const why = refusals.get(answer.status);
  if (why !== undefined && message !== null)
    return { kind: 'not-processed', why, message, retryAfterMs: null, raw };
  const isServerError = answer.status >= 500 || answer.status === 408;
  return {
    kind: 'unknown',
    why: isServerError ? 'server-error' : 'unreadable',
    message: message ?? `Status ${answer.status}`,
    retryAfterMs: isServerError ? retryAfterMs : null,
    raw,
  };
}

function toRawAnswer(exchange: Exclude<Exchange, { kind: 'failed' }>): RawAnswer {
  const dateMs = Date.parse(exchange.headers.date ?? '');
  return {
    status: exchange.status,
    bodyText: exchange.bodyText.slice(0, maxKeptChars),
    serverTimeMs: Number.isNaN(dateMs) ? null : dateMs,
  };
}
