import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../../shared/runs/row-state';
import { inviteTruth, makeJudge } from '../../survival/parts/judge.mjs';

const emails = ['a@example.com', 'b@example.com', 'c@example.com'];
const diedAtMs = 10_000;

/** What the product says: an outcome for each of the three. */
function makeAccount(says: readonly Outcome[], state = 'paused') {
  const counts = { done: 0, alreadyThere: 0, refused: 0, unknown: 0, skipped: 0, notSent: 0 };
  for (const outcome of says) counts[outcome] += 1;
  const lines = says.map((outcome, index) => ({ email: emails[index] ?? '', outcome }));
  return { state, total: says.length, counts, lines };
}

/** What the server did: how often it invited each of the three, shortly before the death. */
function makeRecord(times: readonly number[], receivedAtMs = diedAtMs - 5) {
  const invited = emails.filter((_, index) => (times[index] ?? 0) > 0);
  return {
    invitesByEmail: Object.fromEntries(
      emails.map((email, index) => [email, [{ setId: 's', projectId: null, times: times[index] ?? 0 }]]),
    ),
    emailsSent: [],
    requests: invited.map((email, index) => ({
      requestNumber: index + 1,
      receivedAtMs,
      method: 'POST',
      path: '/company/integration/interview/candidate/invite/v1',
      keyPrefix: null,
      body: { candidates: [{ email }] },
      status: 201,
      isProcessed: true,
      fault: null,
      earlyByMs: 0,
    })),
  };
}

function judgeDeath(says: readonly Outcome[], times: readonly number[], receivedAtMs?: number) {
  const judge = makeJudge({ emails, concurrency: 1, truth: inviteTruth });
  judge.afterDeath(makeAccount(says), makeRecord(times, receivedAtMs), diedAtMs);
  return judge.faults;
}

const none = { twice: new Set(), lost: new Set(), falseDone: new Set(), others: [] };

describe('the judge of survival experiments', () => {
  test('finds nothing where the product and the server agree, unknown either way', () => {
    expect(judgeDeath(['done', 'unknown', 'notSent'], [1, 1, 0])).toEqual(none);
    expect(judgeDeath(['done', 'unknown', 'notSent'], [1, 0, 0])).toEqual(none);
  });

  test('names who was invited twice, lost, or called done and never invited', () => {
    expect(judgeDeath(['done', 'notSent', 'notSent'], [2, 0, 0]).twice).toEqual(new Set(['a@example.com']));
    expect(judgeDeath(['done', 'notSent', 'notSent'], [1, 1, 0]).lost).toEqual(new Set(['b@example.com']));
    expect(judgeDeath(['done', 'done', 'notSent'], [1, 0, 0]).falseDone).toEqual(new Set(['b@example.com']));
  });

  test('an answer that had come long before the death must not be unknown', () => {
    expect(judgeDeath(['unknown', 'notSent', 'notSent'], [1, 0, 0], diedAtMs - 5000).lost.size).toBe(1);
  });

  test('sees more unknown than were in flight, and totals that do not add up', () => {
    expect(judgeDeath(['unknown', 'unknown', 'notSent'], [1, 1, 0]).others).toHaveLength(1);
    const judge = makeJudge({ emails, concurrency: 1, truth: inviteTruth });
    const account = makeAccount(['done', 'notSent', 'notSent']);
    judge.afterDeath({ ...account, lines: account.lines.slice(1) }, makeRecord([1, 0, 0]), diedAtMs);
    expect(judge.faults.others).not.toEqual([]);
  });

  test('what was done stays done, and at the end nobody is left over', () => {
    const judge = makeJudge({ emails, concurrency: 1, truth: inviteTruth });
    judge.afterDeath(makeAccount(['done', 'notSent', 'notSent']), makeRecord([1, 0, 0]), diedAtMs);
    judge.atEnd(makeAccount(['unknown', 'done', 'notSent'], 'finished'), makeRecord([1, 1, 0]));
    expect(judge.faults.lost).toEqual(new Set(['a@example.com']));
    expect(judge.faults.others).toEqual(['1 not sent at the end']);
  });
});
