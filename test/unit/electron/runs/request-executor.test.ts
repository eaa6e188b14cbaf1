import { expect, test } from 'vitest';
import { inviteOperation } from '../../../../electron/operations/invite';
import { systemClock } from '../../../../electron/runs/clock';
import { sendRequest } from '../../../../electron/runs/request-executor';
import { invitingOrder, makeApi, makeRows, openTestLedger, storeBatch } from './engine-bench';

test('a hold or a stop that comes between the intent and the send: nothing leaves, and the row goes later', async () => {
  const ledger = openTestLedger();
  const api = makeApi();
  const settings = { concurrency: 1, peoplePerRequest: 1 };
  const runId = await ledger.runs.planRun({
    batchId: storeBatch(ledger, makeRows(2)),
    settings,
    firstRows: null,
    parentRunId: null,
    ordinals: null,
    atMs: 1,
  });
  const run = ledger.runs.changeState(runId, 'started', { atMs: 2 });
  const deps = { ledger: ledger.runs, api, clock: systemClock };
  const [row] = ledger.runs.nextRows(runId, 1, new Set());
  if (row === undefined) throw new Error('no row');
  const operation = inviteOperation.bind(invitingOrder);

  const sendOnce = async (mayLeave: boolean) => {
    const sent = await sendRequest(deps, run, operation, [row], () => mayLeave);
    if (sent.kind === 'intent-failed') return sent.kind;
    const { attemptNo, end, changes } = sent.answer;
    await ledger.runs.closeAttempt(runId, attemptNo, end, changes, 3);
    return sent.verdict.kind;
  };
  expect(await sendOnce(false)).toBe('withdrawn');
  expect(api.sent).toEqual([]);
  expect(ledger.runs.getSummary(runId)).toMatchObject({ inFlight: 0, counts: { notSent: 2 } });
  expect(ledger.runs.nextRows(runId, 1, new Set())).toEqual([row]);

  expect(await sendOnce(true)).toBe('settled');
  expect(api.sent).toEqual([['person0@example.com']]);
  expect(await sendOnce(true)).toBe('intent-failed');
  expect(api.sent).toHaveLength(1);
});
