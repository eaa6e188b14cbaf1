import { describe, expect, test } from 'vitest';
import type { AppError } from '../../../../shared/errors/app-error';
import {
  invited,
  makeApi,
  makeRow,
  makeRows,
  makeService,
  notProcessed,
  openTestLedger,
  raw,
  storeBatch,
} from './engine-bench';

const settings = { concurrency: 3, peoplePerRequest: 1 };
const code = (wanted: string) => expect.objectContaining({ code: wanted }) as AppError;

/** An API whose answers wait until the test lets them go. */
function makeGatedApi() {
  const waiting: (() => void)[] = [];
  let isOpen = false;
  let arrived: () => void = () => undefined;
  const api = makeApi(async (request) => {
    if (!isOpen) {
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        arrived();
      });
    }
    return invited(request);
  });
  return {
    api,
    whenWaiting: async (count: number) => {
      while (waiting.length < count) {
        await new Promise<void>((resolve) => {
          arrived = resolve;
        });
      }
    },
    open: () => {
      isOpen = true;
      for (const go of waiting.splice(0)) go();
    },
  };
}

describe('pause, resume and cancel', () => {
  test('a pause answers at once, lets nothing new leave, and rests when the answers are there', async () => {
    const ledger = openTestLedger();
    const gate = makeGatedApi();
    const service = makeService(ledger, gate.api);
    const { runId } = await service.startRun(storeBatch(ledger, makeRows(20)), settings);
    await gate.whenWaiting(3);
    expect(await service.pauseRun(runId)).toMatchObject({
      state: 'pausing',
      pauseReason: 'user',
      inFlight: 3,
    });
    gate.open();
    expect(await service.whenAtRest(runId)).toMatchObject({
      state: 'paused',
      pauseReason: 'user',
      inFlight: 0,
      counts: { done: 3, notSent: 17 },
    });
    expect(gate.api.sent).toHaveLength(3);
    await service.resumeRun(runId);
    expect(await service.whenAtRest(runId)).toMatchObject({
      state: 'finished',
      pauseReason: null,
      counts: { done: 20, notSent: 0 },
    });
    expect(new Set(gate.api.sent.flat()).size).toBe(20);
    expect(gate.api.sent).toHaveLength(20);
  });

  test('a cancelled run keeps the answers that were on their way, and the rest is not sent', async () => {
    const ledger = openTestLedger();
    const gate = makeGatedApi();
    const service = makeService(ledger, gate.api);
    const { runId } = await service.startRun(storeBatch(ledger, makeRows(20)), settings);
    await gate.whenWaiting(3);
    expect(await service.cancelRun(runId)).toMatchObject({ state: 'cancelling' });
    gate.open();
    expect(await service.whenAtRest(runId)).toMatchObject({
      state: 'cancelled',
      counts: { done: 3, notSent: 17 },
    });
    await expect(service.resumeRun(runId)).rejects.toEqual(code('run/wrong-state'));
    await expect(service.cancelRun(runId)).rejects.toEqual(code('run/wrong-state'));
  });

  test('a paused run can be cancelled', async () => {
    const ledger = openTestLedger();
    const service = makeService(
      ledger,
      makeApi(() => notProcessed('auth')),
    );
    const { runId } = await service.startRun(storeBatch(ledger, makeRows(4)), settings);
    await service.whenAtRest(runId);
    expect(await service.cancelRun(runId)).toMatchObject({ state: 'cancelled', counts: { notSent: 4 } });
  });

  test('a paused run whose last rows settle is finished', async () => {
    const ledger = openTestLedger();
    const gate = makeGatedApi();
    const service = makeService(ledger, gate.api);
    const { runId } = await service.startRun(storeBatch(ledger, makeRows(2)), settings);
    await gate.whenWaiting(2);
    await service.pauseRun(runId);
    gate.open();
    expect(await service.whenAtRest(runId)).toMatchObject({ state: 'finished', counts: { done: 2 } });
  });

  test('a workspace runs one run at a time', async () => {
    const ledger = openTestLedger();
    const gate = makeGatedApi();
    const service = makeService(ledger, gate.api);
    const { runId } = await service.startRun(storeBatch(ledger, makeRows(5)), settings);
    const other = storeBatch(ledger, makeRows(5));
    await expect(service.startRun(other, settings)).rejects.toEqual(code('workspace/busy'));
    gate.open();
    await service.whenAtRest(runId);
    const second = await service.startRun(other, settings);
    expect(await service.whenAtRest(second.runId)).toMatchObject({ state: 'finished' });
  });

  test('a shutdown waits for the answers on their way and leaves a paused run', async () => {
    const ledger = openTestLedger();
    const gate = makeGatedApi();
    const service = makeService(ledger, gate.api);
    const { runId } = await service.startRun(storeBatch(ledger, makeRows(9)), settings);
    await gate.whenWaiting(3);
    const closing = service.shutdown();
    gate.open();
    await closing;
    expect(ledger.runs.getSummary(runId)).toMatchObject({
      state: 'paused',
      inFlight: 0,
      counts: { done: 3, notSent: 6 },
    });
    await expect(service.startRun(storeBatch(ledger, makeRows(1)), settings)).rejects.toEqual(
      code('workspace/busy'),
    );
  });
});

describe('what may be started', () => {
  test('a batch that was run is not run a second time', async () => {
    const ledger = openTestLedger();
    const api = makeApi();
    const service = makeService(ledger, api);
    const batchId = storeBatch(ledger, makeRows(3));
    const { runId } = await service.startRun(batchId, settings);
    await service.whenAtRest(runId);
    await expect(service.startRun(batchId, settings)).rejects.toEqual(code('run/nothing-to-repeat'));
    expect(api.sent).toHaveLength(3);
  });

  test('three first, then the rest', async () => {
    const ledger = openTestLedger();
    const api = makeApi();
    const service = makeService(ledger, api);
    const batchId = storeBatch(ledger, makeRows(8));
    const first = await service.startRun(batchId, settings, { ordinals: [0, 1, 2] });
    expect(await service.whenAtRest(first.runId)).toMatchObject({ total: 3, counts: { done: 3 } });
    await expect(service.startRun(batchId, settings, { ordinals: [2, 3] })).rejects.toEqual(
      code('run/nothing-to-repeat'),
    );
    const rest = await service.startRun(batchId, settings, { ordinals: [3, 4, 5, 6, 7] });
    expect(await service.whenAtRest(rest.runId)).toMatchObject({ total: 5, counts: { done: 5 } });
    expect(new Set(api.sent.flat()).size).toBe(8);
    expect(api.sent).toHaveLength(8);
  });

  test('a batch whose rows have not all arrived, or hold nobody to send to, sends nothing', async () => {
    const ledger = openTestLedger();
    const api = makeApi();
    const service = makeService(ledger, api);
    const skip = { why: 'left-out-by-you', detail: '' } as const;
    await expect(service.startRun(storeBatch(ledger, [makeRow(0, { skip })]), settings)).rejects.toEqual(
      code('batch/nothing-to-send'),
    );
    const nobody = { email: null, firstname: 'Ada', lastname: null, cv_link: null, ats_candidate_id: null };
    await expect(
      service.startRun(storeBatch(ledger, [makeRow(0), makeRow(1, { person: nobody })]), settings),
    ).rejects.toEqual(
      expect.objectContaining({
        code: 'batch/row-not-sendable',
        params: { rowNumber: 3, why: 'it has neither an email nor a CV link' },
      }),
    );
    const source = {
      fileName: 'a.csv',
      sizeBytes: 1,
      sha256: 'b'.repeat(64),
      sheetName: null,
      headerRow: 1,
      columns: [],
    };
    const { work } = ledger.batches.get(storeBatch(ledger, makeRows(1)));
    const half = ledger.batches.begin({
      workspaceId: 'practice-1',
      name: 'Half',
      source,
      work,
      rowCount: 3,
    });
    ledger.batches.addRows(half, 0, makeRows(2));
    await expect(service.startRun(half, settings)).rejects.toEqual(code('batch/incomplete'));
    await expect(service.startRun('no-such-batch', settings)).rejects.toEqual(code('batch/not-found'));
    expect(api.sent).toEqual([]);
    expect(service.listRuns(10)).toEqual([]);
  });
});

describe('run only these again', () => {
  const refusedBody = (email: string, message: string) => ({
    results: [{ email_address: email, submission_error_messages: { 'set-1': message } }],
  });

  test('takes the refused rows of one cause, once, and never the unknown ones', async () => {
    const ledger = openTestLedger();
    let isMended = false;
    const api = makeApi((request) => {
      const email = request.candidates[0]?.email ?? '';
      const number = Number(email.replace(/\D/g, ''));
      if (!isMended && number % 4 === 1)
        return {
          kind: 'processed',
          body: refusedBody(email, 'CV could not be read') as never,
          raw: raw(201),
        };
      if (!isMended && number % 4 === 2)
        return {
          kind: 'processed',
          body: refusedBody(email, `Mailbox ${email} does not exist.`) as never,
          raw: raw(201),
        };
      if (!isMended && number === 3)
        return { kind: 'unknown', why: 'timed-out', message: 'ETIMEDOUT', retryAfterMs: null, raw: null };
      return invited(request);
    });
    const service = makeService(ledger, api);
    const { runId } = await service.startRun(storeBatch(ledger, makeRows(20)), settings);
    expect(await service.whenAtRest(runId)).toMatchObject({
      state: 'finished',
      counts: { done: 9, refused: 10, unknown: 1 },
    });
    const causes = service.listCauses(runId);
    expect(causes).toContainEqual(
      expect.objectContaining({
        causeCode: 'api/refused:CV could not be read',
        title: 'CV could not be read',
        count: 5,
        repeatableCount: 5,
      }),
    );
    expect(causes).toContainEqual(
      expect.objectContaining({
        causeCode: 'api/refused:Mailbox … does not exist',
        count: 5,
        repeatableCount: 5,
      }),
    );
    expect(causes).toContainEqual(
      expect.objectContaining({ causeCode: 'unknown/timed-out', count: 1, repeatableCount: 0 }),
    );
    await expect(service.runAgain(runId, 'unknown/timed-out', settings)).rejects.toEqual(
      code('run/nothing-to-repeat'),
    );

    isMended = true;
    const again = await service.runAgain(runId, 'api/refused:CV could not be read', settings);
    expect(again).toMatchObject({ parentRunId: runId, total: 5 });
    expect(await service.whenAtRest(again.runId)).toMatchObject({ state: 'finished', counts: { done: 5 } });
    await expect(service.runAgain(runId, 'api/refused:CV could not be read', settings)).rejects.toEqual(
      code('run/nothing-to-repeat'),
    );
    expect(service.listCauses(runId)).toContainEqual(
      expect.objectContaining({ causeCode: 'api/refused:CV could not be read', repeatableCount: 0 }),
    );
    expect(service.getSummary(runId)).toMatchObject({ counts: { refused: 10 } });
  });

  test('never takes people for whom something was made', async () => {
    const ledger = openTestLedger();
    const api = makeApi((request) => {
      const email_address = request.candidates[0]?.email;
      const result = {
        email_address,
        submission: { id: 'sub' },
        invitation_error_messages: { 'set-1': 'Mailbox is full' },
      };
      return { kind: 'processed', body: { results: [result] } as never, raw: raw(201) };
    });
    const service = makeService(ledger, api);
    const { runId } = await service.startRun(storeBatch(ledger, makeRows(3)), settings);
    expect(await service.whenAtRest(runId)).toMatchObject({ counts: { refused: 3 } });
    expect(service.listCauses(runId)).toEqual([
      expect.objectContaining({ causeCode: 'invite/partly-done', repeatableCount: 0 }),
    ]);
    await expect(service.runAgain(runId, 'invite/partly-done', settings)).rejects.toEqual(
      code('run/nothing-to-repeat'),
    );
    expect(api.sent).toHaveLength(3);
  });

  test('sends what a cancelled run left over, and nothing of a paused one', async () => {
    const ledger = openTestLedger();
    let isKeyGood = false;
    const api = makeApi((request) => (isKeyGood ? invited(request) : notProcessed('auth')));
    const service = makeService(ledger, api);
    const { runId } = await service.startRun(storeBatch(ledger, makeRows(6)), settings);
    await service.whenAtRest(runId);
    await expect(service.runAgain(runId, 'not-sent', settings)).rejects.toEqual(code('run/wrong-state'));
    await service.cancelRun(runId);
    isKeyGood = true;
    expect(service.listCauses(runId)).toEqual([
      expect.objectContaining({ causeCode: 'not-sent', outcome: 'notSent', count: 6, repeatableCount: 6 }),
    ]);
    const again = await service.runAgain(runId, 'not-sent', settings);
    expect(await service.whenAtRest(again.runId)).toMatchObject({ parentRunId: runId, counts: { done: 6 } });
    await expect(service.runAgain(runId, 'not-sent', settings)).rejects.toEqual(
      code('run/nothing-to-repeat'),
    );
  });
});

describe('somebody whom another run has invited meanwhile', () => {
  test('is left out when a paused run goes on, with the reason; the others are sent', async () => {
    const ledger = openTestLedger();
    let isRevoked = true;
    const api = makeApi((request, index) =>
      isRevoked && index >= 1 ? notProcessed('auth', 'Revoked') : invited(request),
    );
    const service = makeService(ledger, api);
    const oneByOne = { concurrency: 1, peoplePerRequest: 1 };
    const first = await service.startRun(storeBatch(ledger, makeRows(6)), oneByOne);
    expect(await service.whenAtRest(first.runId)).toMatchObject({ state: 'paused', counts: { done: 1 } });
    isRevoked = false;
    const second = await service.startRun(storeBatch(ledger, [makeRow(3), makeRow(9)]), oneByOne);
    expect(await service.whenAtRest(second.runId)).toMatchObject({ counts: { done: 2 } });

    await service.resumeRun(first.runId);
    expect(await service.whenAtRest(first.runId)).toMatchObject({
      state: 'finished',
      counts: { done: 5, skipped: 1, notSent: 0 },
    });
    const { rows } = service.listRows({
      runId: first.runId,
      outcome: 'skipped',
      causeCode: 'skipped/already-invited',
      search: '',
      order: 'sheet',
      offset: 0,
      limit: 10,
    });
    expect(rows).toEqual([
      expect.objectContaining({ email: 'person3@example.com', sentence: 'Invited meanwhile by another run' }),
    ]);
    expect(api.sent.flat().filter((email) => email === 'person3@example.com')).toHaveLength(1);
  });
});
