// Takes one request through the ledger: intent on disk, one send, outcome on disk. Must never send without a written intent,
// and must never send the same rows a second time by itself.
import type { PauseReason } from '../../shared/runs/run-state';
import type { UnknownWhy, WriteOutcome } from '../flowmingo/write-outcome';
import {
  type BoundOperation,
  noIds,
  type RowResult,
  type RowToSend,
  type WriteApi,
} from '../operations/operation';
import type { Clock } from './clock';
import type { AttemptEnd, RowChange, RunLedger, RunRecord } from './run-ledger';

/** What a request came to, for the engine to act on. */
export type RequestVerdict =
  /** An answer of the API: every row has its outcome. */
  | { readonly kind: 'settled'; readonly results: readonly RowResult[] }
  /** No answer, or one that says neither yes nor no: every row is unknown. */
  | {
      readonly kind: 'unclear';
      readonly results: readonly RowResult[];
      readonly retryAfterMs: number | null;
      readonly detail: string;
    }
  /** Nothing was sent after all: the run stops or waits. */
  | { readonly kind: 'withdrawn' }
  /** The API refuses the request as a whole, and it holds several rows. */
  | { readonly kind: 'to-split' }
  | {
      readonly kind: 'told-to-wait';
      readonly retryAfterMs: number | null;
      readonly detail: string;
    }
  | { readonly kind: 'not-reached'; readonly detail: string }
  | { readonly kind: 'to-pause'; readonly reason: PauseReason; readonly detail: string };

/** An answer that is to be written: how the attempt ended, and what it does to its rows. */
export interface UnwrittenAnswer {
  readonly attemptNo: number;
  readonly end: AttemptEnd;
  readonly changes: readonly RowChange[];
}

export type Sent =
  /** The intent could not be written, so nothing was sent. */
  | { readonly kind: 'intent-failed'; readonly detail: string }
  | {
      readonly kind: 'answered';
      readonly answer: UnwrittenAnswer;
      readonly verdict: RequestVerdict;
      readonly tookMs: number;
    };

export interface ExecutorDeps {
  readonly ledger: RunLedger;
  readonly api: WriteApi;
  readonly clock: Clock;
}

/**
 * Writes the intent, sends once, and answers with what is to be written then. `mayLeave` is asked once more between the intent
 * and the send: a hold or a stop may have come in between. The caller writes the answer with `RunLedger.closeAttempt`.
 */
export async function sendRequest(
  { ledger, api, clock }: ExecutorDeps,
  run: RunRecord,
  operation: BoundOperation,
  rows: readonly RowToSend[],
  mayLeave: () => boolean,
): Promise<Sent> {
  const ordinals = rows.map(({ ordinal }) => ordinal);
  let attemptNo: number;
  try {
    attemptNo = await ledger.writeIntent(run.runId, ordinals, clock.nowMs());
  } catch (error) {
    return { kind: 'intent-failed', detail: toText(error) };
  }
  const leftAtMs = clock.nowMs();
  const { end, changes, verdict } = mayLeave() ? await send(api, run, operation, rows) : withdraw(rows);
  const tookMs = clock.nowMs() - leftAtMs;
  return { kind: 'answered', answer: { attemptNo, end, changes }, verdict, tookMs };
}

interface Ended {
  readonly end: AttemptEnd;
  readonly changes: readonly RowChange[];
  readonly verdict: RequestVerdict;
}

function withdraw(rows: readonly RowToSend[]): Ended {
  return {
    end: { kind: 'withdrawn', why: null, message: null, raw: null },
    changes: putBack(rows, 'Waiting'),
    verdict: { kind: 'withdrawn' },
  };
}

async function send(
  api: WriteApi,
  run: RunRecord,
  operation: BoundOperation,
  rows: readonly RowToSend[],
): Promise<Ended> {
  let outcome: WriteOutcome<readonly RowResult[]>;
  try {
    outcome = await operation.send(api, run.workspaceId, rows);
  } catch (error) {
    // A bug below: the request may or may not have left, so nobody can tell.
    outcome = { kind: 'unknown', why: 'unreadable', message: toText(error), retryAfterMs: null, raw: null };
  }
  switch (outcome.kind) {
    case 'processed':
      return settle(rows, { kind: 'processed', why: null, message: null, raw: outcome.raw }, outcome.body);
    case 'unknown': {
      const { why, message, retryAfterMs, raw } = outcome;
      const lost = {
        event: 'answer-lost',
        causeCode: `unknown/${why}`,
        sentence: unknownSentence(why, raw?.status ?? null),
        ids: noIds,
      } as const;
      const results = rows.map(({ ordinal }) => ({ ordinal, ...lost }));
      return {
        end: { kind: 'unknown', why, message, raw },
        changes: results,
        verdict: { kind: 'unclear', results, retryAfterMs, detail: message },
      };
    }
    case 'not-processed':
      return notProcessed(operation, outcome, rows);
  }
}

/** Every row gets exactly one result; a row that an answer says nothing about is unknown. */
function settle(rows: readonly RowToSend[], end: AttemptEnd, given: readonly RowResult[]): Ended {
  const byOrdinal = new Map(given.map((result) => [result.ordinal, result]));
  const results = rows.map(
    ({ ordinal }): RowResult =>
      byOrdinal.get(ordinal) ?? {
        ordinal,
        event: 'answer-lost',
        causeCode: 'unknown/not-matched',
        sentence: unknownSentence('unreadable', null),
        ids: noIds,
      },
  );
  return { end, changes: results, verdict: { kind: 'settled', results } };
}

function notProcessed(
  operation: BoundOperation,
  outcome: Extract<WriteOutcome<unknown>, { kind: 'not-processed' }>,
  rows: readonly RowToSend[],
): Ended {
  const { why, message, raw, retryAfterMs } = outcome;
  const end: AttemptEnd = { kind: 'not-processed', why, message, raw };
  const back = (sentence: string, verdict: RequestVerdict): Ended => ({
    end,
    changes: putBack(rows, sentence),
    verdict,
  });
  const pause = (reason: PauseReason): Ended =>
    back('Not sent: the run is paused', { kind: 'to-pause', reason, detail: message });
  switch (why) {
    case 'rate-limited':
      return back('Told to wait, goes by itself', {
        kind: 'told-to-wait',
        retryAfterMs,
        detail: message,
      });
    case 'offline':
      return back('Flowmingo could not be reached', { kind: 'not-reached', detail: message });
    case 'not-trusted':
      return pause('offline');
    case 'auth':
      return pause('auth-expired');
    case 'scope':
      return pause('scope-missing');
    case 'not-found':
    case 'bad-request': {
      const [only] = rows;
      if (only === undefined) throw new Error('A request holds at least one row.');
      if (why === 'bad-request' && rows.length > 1) return back('Waiting', { kind: 'to-split' });
      const refusal = operation.readRefusal(only, why, message);
      return refusal === null
        ? pause('target-gone')
        : settle(rows, end, [{ ordinal: only.ordinal, ...refusal }]);
    }
  }
}

function putBack(rows: readonly RowToSend[], sentence: string): RowChange[] {
  return rows.map(({ ordinal }) => ({
    ordinal,
    event: 'certainly-not-processed',
    causeCode: null,
    sentence,
    ids: noIds,
  }));
}

function unknownSentence(why: UnknownWhy, status: number | null): string {
  switch (why) {
    case 'answer-lost':
      return 'The connection broke before an answer came, so we cannot tell';
    case 'timed-out':
      return 'No answer came in time, so we cannot tell';
    case 'server-error':
      return `Flowmingo answered ${status ?? 'with an error of its own'}, so we cannot tell`;
    case 'unreadable':
      return 'The answer could not be read, so we cannot tell';
  }
}

function toText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
