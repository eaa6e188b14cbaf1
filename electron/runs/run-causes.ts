// How the causes of a run's outcomes are called, and which rows may be run again. Never the unknown ones.
import { AppError } from '../../shared/errors/app-error';
import type { RunCause, RunSummary } from '../../shared/runs/progress';
import type { CauseCount, RunLedger } from './run-ledger';

/** Stands for all rows that were not sent. */
export const notSentCause = 'not-sent';
/** Of a row of an ended run which a look-up found not to have been processed. */
export const nothingHappenedCause = 'not-sent/nothing-happened';
const refusedPrefix = 'api/refused:';
/** Rows of a run that has ended which a look-up or a person freed. */
const freedPrefix = 'not-sent/';

const titles: Readonly<Record<string, string>> = {
  [notSentCause]: 'Not sent',
  [nothingHappenedCause]: 'Looked up: nothing had happened',
  'not-sent/you-decided': 'You decided to send again',
  'done/by-look-up': 'Found by looking it up',
  'already-there': 'Already there',
  'invite/partly-done': 'Done in part',
  'invite/not-in-project': 'Not added to the project',
  'unknown/answer-lost': 'The connection broke before an answer came',
  'unknown/timed-out': 'No answer came in time',
  'unknown/server-error': 'Flowmingo answered with an error of its own',
  'unknown/unreadable': 'The answer could not be read',
  'unknown/app-closed': 'The app was closed before the answer came',
  'unknown/no-invitation': 'Interview created, email not confirmed',
  'unknown/no-submission': 'The answer names no interview',
  'unknown/not-matched': 'The answer does not say whose result is whose',
  'skipped/duplicate-in-file': 'Twice in the file',
  'skipped/already-invited': 'Already invited',
  'skipped/left-out-by-you': 'Left out by you',
  'skipped/blocked': 'Could not be sent as they are',
  'skipped/gone': 'Not in the pipeline any more',
  'skipped/moved-meanwhile': 'Moved by somebody else meanwhile',
  'skipped/changed-meanwhile': 'Changed by somebody else meanwhile',
  'add/other-stage': 'Added, but to another stage',
};

/** A cause as screens show it; `repeatableCount` of its rows may be run again. */
export function toRunCause(cause: CauseCount, repeatableCount: number): RunCause {
  const title =
    titles[cause.causeCode] ??
    (cause.causeCode.startsWith(refusedPrefix)
      ? cause.causeCode.slice(refusedPrefix.length)
      : cause.sentence);
  return { ...cause, title: title === '' ? 'Refused without a reason' : title, repeatableCount };
}

/**
 * The rows that a new run may take from this one: refused for certain by this cause, never sent by a cancelled run, or freed by
 * a look-up or a person's decision after its end,
 * and not taken up by another run since. Empty where there are none.
 * @throws AppError `run/wrong-state` while the rows may still be sent by the run itself.
 */
export function findRepeatable(ledger: RunLedger, summary: RunSummary, causeCode: string): number[] {
  const isAtRest =
    summary.state === 'finished' || summary.state === 'cancelled' || summary.state === 'paused';
  if (!isAtRest || (causeCode === notSentCause && summary.state === 'paused'))
    throw new AppError('run/wrong-state', { state: summary.state });
  const mayRepeat =
    causeCode === notSentCause || causeCode.startsWith(refusedPrefix) || causeCode.startsWith(freedPrefix);
  if (!mayRepeat) return [];
  return ledger.findRepeatable(summary.runId, causeCode);
}
