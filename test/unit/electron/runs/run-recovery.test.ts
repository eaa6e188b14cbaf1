import { describe, expect, test } from 'vitest';
import { systemClock } from '../../../../electron/runs/clock';
import { recoverRuns } from '../../../../electron/runs/run-recovery';
import type { Ledger } from '../../../../electron/store/ledger';
import type { RunEvent } from '../../../../shared/runs/run-state';
import { makeApi, makeRows, makeService, openTestLedger, storeBatch } from './engine-bench';

/** A run as a death leaves it: some rows done, two on their way, the rest pending, and the run in some state. */
async function makeDeadRun(ledger: Ledger, events: readonly RunEvent[]): Promise<string> {
  const settings = { concurrency: 2, peoplePerRequest: 1 };
  const runId = await ledger.runs.planRun({
    batchId: storeBatch(ledger, makeRows(6)),
    settings,
    firstRows: null,
    parentRunId: null,
    ordinals: null,
    atMs: 1,
  });
  const [first, ...later] = events;
  if (first !== undefined) ledger.runs.changeState(runId, first, { atMs: 2 });
  if (first === 'started') {
    const attempt = await ledger.runs.writeIntent(runId, [0], 3);
    const ids = {
      submissionId: 's',
      invitationId: 'i',
      candidateId: null,
      recordId: null,
      applicationId: null,
    };
    const end = {
      kind: 'processed',
      why: null,
      message: null,
      raw: { status: 201, bodyText: '{}', serverTimeMs: 4 },
    } as const;
    await ledger.runs.closeAttempt(
      runId,
      attempt,
      end,
      [{ ordinal: 0, event: 'answered-done', causeCode: null, sentence: 'Invited', ids }],
      4,
    );
    await ledger.runs.writeIntent(runId, [1], 5);
    await ledger.runs.writeIntent(runId, [2], 5);
  }
  for (const event of later)
    ledger.runs.changeState(runId, event, {
      atMs: 6,
      pauseReason: event === 'pause-asked' ? 'auth-expired' : undefined,
    });
  return runId;
}

describe('after a death', () => {
  test.each([
    [['started'], 'paused', 'app-closed'],
    [['started', 'pause-asked'], 'paused', 'auth-expired'],
    [['started', 'cancel-asked'], 'cancelled', null],
    [['started', 'found-at-start-up'], 'paused', 'app-closed'],
  ] as [RunEvent[], string, string | null][])(
    'a run left after %j rests as %s, and what was on its way is unknown',
    async (events, state, pauseReason) => {
      const ledger = openTestLedger();
      const runId = await makeDeadRun(ledger, events);
      const recovered = recoverRuns(ledger.runs, systemClock);
      expect(recovered).toEqual([expect.objectContaining({ unknownCount: 2 })]);
      expect(recovered[0]?.summary).toMatchObject({
        runId,
        state,
        pauseReason,
        total: 6,
        inFlight: 0,
        counts: { done: 1, unknown: 2, notSent: 3 },
      });
      const { rows } = ledger.runs.listRows({
        runId,
        outcome: 'unknown',
        causeCode: 'unknown/app-closed',
        search: '',
        order: 'sheet',
        offset: 0,
        limit: 9,
      });
      expect(rows.map(({ ordinal, sentence }) => [ordinal, sentence])).toEqual([
        [1, 'The app was closed before the answer came, so we cannot tell whether it was processed'],
        [2, 'The app was closed before the answer came, so we cannot tell whether it was processed'],
      ]);
      expect(recoverRuns(ledger.runs, systemClock)).toEqual([]);
    },
  );

  test('a run that was still being planned sent nothing and is taken back; its batch can be started anew', async () => {
    const ledger = openTestLedger();
    const { batchId } = ledger.runs.getRun(await makeDeadRun(ledger, []));
    const service = makeService(ledger, makeApi());
    expect(service.recoverRuns()).toEqual([]);
    expect(service.listRuns(10)).toEqual([]);
    const again = await service.startRun(batchId, {
      concurrency: 2,
      peoplePerRequest: 1,
    });
    expect(await service.whenAtRest(again.runId)).toMatchObject({ state: 'finished', counts: { done: 6 } });
  });

  test('going on sends only what was never sent', async () => {
    const ledger = openTestLedger();
    const runId = await makeDeadRun(ledger, ['started']);
    const api = makeApi();
    const service = makeService(ledger, api);
    service.recoverRuns();
    await service.resumeRun(runId);
    expect(await service.whenAtRest(runId)).toMatchObject({
      state: 'finished',
      counts: { done: 4, unknown: 2 },
    });
    expect(api.sent.flat()).toEqual(['person3@example.com', 'person4@example.com', 'person5@example.com']);
  });

  test('runs at rest stay as they are', async () => {
    const ledger = openTestLedger();
    const runId = await makeDeadRun(ledger, ['cancel-asked']);
    const before = ledger.runs.getSummary(runId);
    expect(recoverRuns(ledger.runs, systemClock)).toEqual([]);
    expect(ledger.runs.getSummary(runId)).toEqual(before);
  });
});
