import { describe, expect, test } from 'vitest';
import {
  invited,
  makeApi,
  makeRow,
  makeRows,
  makeService,
  openTestLedger,
  storeBatch,
  sum,
} from './engine-bench';

const settings = { concurrency: 4, peoplePerRequest: 1 };

describe('a run from beginning to end', () => {
  test('invites every person once, in the order of the sheet, and says what was made for each', async () => {
    const ledger = openTestLedger();
    const api = makeApi();
    const service = makeService(ledger, api);
    const rows = [
      ...makeRows(30),
      makeRow(30, { skip: { why: 'already-invited', detail: 'Already invited to this set on 12 March' } }),
    ];
    const { runId, state } = await service.startRun(storeBatch(ledger, rows), settings);
    expect(state).toBe('running');
    const summary = await service.whenAtRest(runId);
    expect(summary).toMatchObject({
      state: 'finished',
      total: 31,
      inFlight: 0,
      targetTitle: 'Graduate Assessment',
      workspaceName: 'Practice',
    });
    expect(summary.counts).toEqual({
      done: 30,
      alreadyThere: 0,
      refused: 0,
      unknown: 0,
      skipped: 1,
      notSent: 0,
    });
    expect(api.sent.flat()).toEqual(rows.slice(0, 30).map(({ person }) => person.email));
    const results = [...service.readResults(runId).rows()];
    expect(results.map(({ rowNumber }) => rowNumber)).toEqual(rows.map(({ rowNumber }) => rowNumber));
    expect(results[3]).toMatchObject({
      outcome: 'done',
      sentence: 'Invited',
      submissionId: 'sub-person3@example.com',
      invitationId: 'inv-person3@example.com',
      attempts: 1,
    });
    expect(results[30]).toMatchObject({
      outcome: 'skipped',
      causeCode: 'skipped/already-invited',
      sentence: 'Already invited to this set on 12 March',
      attempts: 0,
    });
  });

  test('tells its progress with totals that always add up, the end last', async () => {
    const ledger = openTestLedger();
    const service = makeService(
      ledger,
      makeApi(async (request) => {
        await new Promise((resolve) => setTimeout(resolve, 5));
        return invited(request);
      }),
    );
    const seen: number[] = [];
    const states: string[] = [];
    service.onProgress((summary) => {
      seen.push(sum(summary.counts));
      states.push(summary.state);
    });
    const { runId } = await service.startRun(storeBatch(ledger, makeRows(120)), settings);
    await service.whenAtRest(runId);
    await Promise.resolve();
    expect(new Set(seen)).toEqual(new Set([120]));
    expect(states.at(-1)).toBe('finished');
  });
});
