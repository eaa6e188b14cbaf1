import { expect, test } from 'vitest';
import type { Finding } from '../../../../electron/operations/look-up';
import { noIds, type RowIds } from '../../../../electron/operations/operation';
import type { RunLedger } from '../../../../electron/runs/run-ledger';
import type { Ledger } from '../../../../electron/store/ledger';
import type { Evidence } from '../../../../shared/runs/unsure';
import { invitingOrder, makeRow, makeRows, openTestLedger, storeBatch } from '../runs/engine-bench';

const startMs = Date.UTC(2026, 4, 4, 9);
const settings = { concurrency: 4, peoplePerRequest: 1 };

const evidence: Omit<Evidence, 'looksAtMs'> = {
  knownSinceMs: null,
  newForPersonAtMs: [],
  newInTime: { count: 0, fromMs: null, toMs: null },
  rowsThatCouldOwn: 1,
  othersActive: false,
  obstacle: null,
};
const makeFinding = (
  ordinal: number,
  verdict: Finding['verdict'],
  changes: Partial<Finding> = {},
): Finding => ({
  ordinal,
  verdict,
  reading: 'cannot-tell',
  sentence: 'As it was found',
  ids: noIds,
  evidence,
  ...changes,
});

async function startRun(
  ledger: Ledger,
  rowCount: number,
  setId = 'set-1',
  batchId?: string,
): Promise<string> {
  const { runs } = ledger;
  const order = { ...invitingOrder, target: { ...invitingOrder.target, setId } };
  const runId = await runs.planRun({
    batchId: batchId ?? storeBatch(ledger, makeRows(rowCount), order),
    settings,
    firstRows: null,
    parentRunId: null,
    ordinals: null,
    atMs: startMs,
  });
  runs.changeState(runId, 'started', { atMs: startMs });
  return runId;
}

async function answer(runs: RunLedger, runId: string, ordinal: number, ids: Partial<RowIds>, atMs = startMs) {
  const attemptNo = await runs.writeIntent(runId, [ordinal], atMs);
  const end = { kind: 'processed', why: null, message: null, raw: null } as const;
  const change = {
    event: 'answered-done',
    causeCode: null,
    sentence: 'Invited',
    ids: { ...noIds, ...ids },
  } as const;
  await runs.closeAttempt(runId, attemptNo, end, [{ ordinal, ...change }], atMs + 100);
  return attemptNo;
}

async function lose(runs: RunLedger, runId: string, ordinal: number, atMs = startMs) {
  const attemptNo = await runs.writeIntent(runId, [ordinal], atMs);
  const end = { kind: 'unknown', why: 'answer-lost', message: 'ECONNRESET', raw: null } as const;
  const lost = {
    event: 'answer-lost',
    causeCode: 'unknown/answer-lost',
    sentence: 'Lost',
    ids: noIds,
  } as const;
  await runs.closeAttempt(runId, attemptNo, end, [{ ordinal, ...lost }], atMs + 100);
  return attemptNo;
}

const finish = ({ runs }: Ledger, runId: string) =>
  runs.changeState(runId, 'all-rows-settled', { atMs: startMs + 9000 });

test('what the target held before is kept with the run, and the last reading holds', async () => {
  const ledger = openTestLedger();
  const runId = await startRun(ledger, 1);
  expect(ledger.runs.readBaseline(runId)).toBeNull();
  ledger.runs.saveBaseline(runId, ['a'], startMs);
  ledger.runs.saveBaseline(runId, ['b', 'c'], startMs + 1);
  expect(ledger.runs.readBaseline(runId)).toEqual(new Set(['b', 'c']));
});

test('an unknown row comes with its last try; the end of the app is no end of the request', async () => {
  const ledger = openTestLedger();
  const { runs } = ledger;
  const runId = await startRun(ledger, 3);
  const lostNo = await lose(runs, runId, 0, startMs + 500);
  const openNo = await runs.writeIntent(runId, [1], startMs + 700);
  runs.changeState(runId, 'found-at-start-up', { atMs: startMs + 90_000 });
  runs.closeLostAttempts(runId, startMs + 90_000);
  expect(runs.readUnknown(runId, true)).toMatchObject([
    {
      ordinal: 0,
      attemptNo: lostNo,
      sentAtMs: startMs + 500,
      endedAtMs: startMs + 600,
      personKey: 'person0@example.com',
    },
    {
      ordinal: 1,
      attemptNo: openNo,
      sentAtMs: startMs + 700,
      endedAtMs: null,
      causeCode: 'unknown/app-closed',
    },
  ]);
});

test('found done is done with its ids; found not processed goes again, once; open stays, with the evidence', async () => {
  const ledger = openTestLedger();
  const { runs } = ledger;
  const runId = await startRun(ledger, 3);
  for (const ordinal of [0, 1, 2]) await lose(runs, runId, ordinal);
  const ids = { ...noIds, submissionId: 'sub-0', candidateId: 'cand-0' };
  const applied = await runs.applyFindings(
    runId,
    [
      makeFinding(0, 'done', { ids }),
      makeFinding(1, 'not-processed'),
      makeFinding(2, 'open', { reading: 'probably-done' }),
    ],
    startMs + 5000,
  );
  expect(applied).toEqual({ doneCount: 1, notProcessedCount: 1 });
  expect(runs.getSummary(runId).counts).toMatchObject({ done: 1, unknown: 1, notSent: 1 });
  expect([...runs.readResultRows(runId, 0, 10)]).toMatchObject([
    { outcome: 'done', causeCode: 'done/by-look-up', submissionId: 'sub-0' },
    { outcome: 'notSent', causeCode: null },
    { outcome: 'unknown' },
  ]);
  expect(runs.nextRows(runId, 10, new Set()).map(({ ordinal }) => ordinal)).toEqual([1]);
  await answer(runs, runId, 1, { submissionId: 'sub-1' }, startMs + 6000);
  await expect(runs.writeIntent(runId, [1], startMs + 7000)).rejects.toThrow();
  await expect(runs.writeIntent(runId, [2], startMs + 7000)).rejects.toThrow();
  const { people, total } = runs.listUnsure(runId, 0, 10);
  expect(total).toBe(1);
  expect(people).toMatchObject([
    { ordinal: 2, reading: 'probably-done', evidence: { looksAtMs: [startMs + 5000] }, decision: null },
  ]);
});

test('a finding that comes late changes nothing, and each look is noted', async () => {
  const ledger = openTestLedger();
  const { runs } = ledger;
  const runId = await startRun(ledger, 2);
  await lose(runs, runId, 0);
  await runs.applyFindings(runId, [makeFinding(0, 'open')], startMs + 1000);
  await runs.applyFindings(runId, [makeFinding(0, 'done')], startMs + 2000);
  expect(await runs.applyFindings(runId, [makeFinding(0, 'not-processed')], startMs + 3000)).toEqual({
    doneCount: 0,
    notProcessedCount: 0,
  });
  expect(runs.getSummary(runId).counts).toMatchObject({ done: 1, notSent: 1 });
  expect(runs.nextRows(runId, 10, new Set()).map(({ ordinal }) => ordinal)).toEqual([1]);
});

test('an obstacle is noted beside the evidence that is there', async () => {
  const ledger = openTestLedger();
  const { runs } = ledger;
  const runId = await startRun(ledger, 1);
  await lose(runs, runId, 0);
  const found = { ...evidence, rowsThatCouldOwn: 3 };
  await runs.applyFindings(runId, [makeFinding(0, 'open', { evidence: found })], startMs + 1000);
  await runs.noteObstacle(runId, [0], 'no-answer');
  expect(runs.listUnsure(runId, 0, 1).people[0]?.evidence).toMatchObject({
    looksAtMs: [startMs + 1000],
    rowsThatCouldOwn: 3,
    obstacle: 'no-answer',
  });
});

test('after the end of a run, who was not processed is left for another run, and taken by one only', async () => {
  const ledger = openTestLedger();
  const { runs } = ledger;
  const batchId = storeBatch(ledger, makeRows(2));
  const runId = await startRun(ledger, 2, 'set-1', batchId);
  for (const ordinal of [0, 1]) await lose(runs, runId, ordinal);
  finish(ledger, runId);
  expect(runs.hasTakenRows(batchId, [0])).toBe(true);
  await runs.applyFindings(runId, [makeFinding(0, 'not-processed')], startMs + 10_000);
  await runs.decide(runId, [1], 'send-again', startMs + 11_000);
  expect(runs.nextRows(runId, 10, new Set())).toEqual([]);
  expect(runs.findRepeatable(runId, 'not-sent/nothing-happened')).toEqual([0]);
  expect(runs.findRepeatable(runId, 'not-sent/you-decided')).toEqual([1]);
  await runs.planRun({
    batchId,
    settings,
    firstRows: null,
    parentRunId: runId,
    ordinals: [0],
    atMs: startMs + 12_000,
  });
  const [later] = runs.listSummaries(1);
  runs.changeState(later?.runId ?? '', 'started', { atMs: startMs + 12_000 });
  expect(runs.findRepeatable(runId, 'not-sent/nothing-happened')).toEqual([]);
});

test('left alone is left out of the engine’s look-ups, and only unknown rows can be decided about', async () => {
  const ledger = openTestLedger();
  const { runs } = ledger;
  const runId = await startRun(ledger, 3);
  for (const ordinal of [0, 1]) await lose(runs, runId, ordinal);
  expect(await runs.decide(runId, [0, 2], 'leave-alone', startMs + 1000)).toBe(1);
  expect(runs.readUnknown(runId, true).map(({ ordinal }) => ordinal)).toEqual([1]);
  expect(runs.readUnknown(runId, false).map(({ ordinal }) => ordinal)).toEqual([0, 1]);
  expect(runs.listUnsure(runId, 0, 10).people.map(({ ordinal }) => ordinal)).toEqual([1, 0]);
});

test('a person is known by answers of any run of the workspace, and not by what a look-up concluded', async () => {
  const ledger = openTestLedger();
  const { runs } = ledger;
  const earlier = await startRun(ledger, 3, 'set-0');
  await answer(runs, earlier, 0, { candidateId: 'cand-0', submissionId: 'old-0' }, startMs - 5000);
  await lose(runs, earlier, 1);
  const ids = { ...noIds, candidateId: 'guessed', submissionId: 'old-1' };
  await runs.applyFindings(earlier, [makeFinding(1, 'done', { ids })], startMs);
  const runId = await startRun(ledger, 3);
  const history = runs.historyFor(runId);
  expect([...history.findCandidates(['person0@example.com', 'person1@example.com'])]).toEqual([
    ['person0@example.com', { candidateIds: new Set(['cand-0']), sinceMs: startMs - 4900 }],
  ]);
  expect(history.findKnownCandidates(['cand-0', 'nobody'])).toEqual(new Set(['cand-0']));
  expect(history.findClaimed(['old-0', 'old-1', 'free'])).toEqual(new Set(['old-0', 'old-1']));
});

test('named records are this run’s answers, the newest first, each with the times of its own try', async () => {
  const ledger = openTestLedger();
  const { runs } = ledger;
  const runId = await startRun(ledger, 3);
  await lose(runs, runId, 0, startMs + 100);
  await runs.applyFindings(runId, [makeFinding(0, 'not-processed')], startMs + 300);
  const first = await answer(runs, runId, 1, { candidateId: 'cand-1', submissionId: 'sub-1' }, startMs + 400);
  const second = await answer(
    runs,
    runId,
    0,
    { candidateId: 'cand-0', submissionId: 'sub-0' },
    startMs + 900,
  );
  expect(runs.historyFor(runId).readNamedRecords()).toEqual([
    {
      recordId: 'sub-0',
      candidateId: 'cand-0',
      attemptNo: second,
      sentAtMs: startMs + 900,
      answeredAtMs: startMs + 1000,
    },
    {
      recordId: 'sub-1',
      candidateId: 'cand-1',
      attemptNo: first,
      sentAtMs: startMs + 400,
      answeredAtMs: startMs + 500,
    },
  ]);
});

test('rivals are all other tries without an answer to the same set near the time, those sent again and left alone included', async () => {
  const ledger = openTestLedger();
  const { runs } = ledger;
  const elsewhere = await startRun(ledger, 1, 'set-9');
  await lose(runs, elsewhere, 0);
  const before = await startRun(ledger, 2);
  await lose(runs, before, 0, startMs - 3_600_000);
  const runId = await startRun(ledger, 4);
  await lose(runs, runId, 0, startMs + 1);
  await lose(runs, runId, 1, startMs + 2);
  await lose(runs, runId, 2, startMs + 3);
  await lose(runs, runId, 3, startMs + 4);
  await runs.decide(runId, [1], 'leave-alone', startMs + 500);
  await runs.decide(runId, [2], 'send-again', startMs + 600);
  await lose(runs, runId, 2, startMs + 700);
  await runs.applyFindings(
    runId,
    [makeFinding(3, 'done', { ids: { ...noIds, submissionId: 'sub-3' } })],
    startMs + 900,
  );
  const rivals = runs.historyFor(runId).readRivals([0, 2], startMs - 1000, startMs + 1000);
  expect(
    rivals.map(({ personKey, sentAtMs, hasEmail }) => [personKey, sentAtMs - startMs, hasEmail]),
  ).toEqual([
    ['person1@example.com', 2, true],
    ['person2@example.com', 3, true],
  ]);
});

test('habits: who kept the id, who got another, who shares one, and what a second invitation to a set made', async () => {
  const ledger = openTestLedger();
  const { runs } = ledger;
  const batchOf = (emails: string[], setId: string) =>
    storeBatch(
      ledger,
      emails.map((email, index) => {
        const row = makeRow(index);
        return { ...row, person: { ...row.person, email } };
      }),
      { ...invitingOrder, target: { ...invitingOrder.target, setId } },
    );
  const emails = ['kept@example.com', 'split@example.com', 'shared@example.com', 'again@example.com'];
  const first = await startRun(ledger, 4, 'set-1', batchOf(emails, 'set-1'));
  const second = await startRun(ledger, 4, 'set-2', batchOf(emails, 'set-2'));
  const third = await startRun(
    ledger,
    2,
    'set-1',
    batchOf(['again@example.com', 'kept@example.com'], 'set-1'),
  );
  await answer(runs, first, 0, { candidateId: 'k', submissionId: 's1' });
  await answer(runs, first, 1, { candidateId: 'x', submissionId: 's2' });
  await answer(runs, first, 2, { candidateId: 'c', submissionId: 's3' });
  await answer(runs, first, 3, { candidateId: 'c', submissionId: 's4' });
  await answer(runs, second, 0, { candidateId: 'k', submissionId: 's5' });
  await answer(runs, second, 1, { candidateId: 'y', submissionId: 's6' });
  await answer(runs, third, 0, { candidateId: 'c', submissionId: 's4' });
  await answer(runs, third, 1, { candidateId: 'k', submissionId: 's7' });
  expect(runs.historyFor(third).readHabits()).toEqual({
    sameCandidate: 2,
    otherCandidate: 1,
    sharedCandidate: 1,
    newSubmission: 1,
    sameSubmission: 1,
  });
});

test('somebody with a CV and no address makes records at any time', async () => {
  const ledger = openTestLedger();
  const { runs } = ledger;
  const row = makeRow(1);
  const cvOnly = { ...row, person: { ...row.person, email: null, cv_link: 'https://example.com/cv.pdf' } };
  const runId = await startRun(ledger, 2, 'set-1', storeBatch(ledger, [makeRow(0), cvOnly]));
  expect(runs.historyFor(runId).hasCvFirst()).toBe(false);
  await lose(runs, runId, 1);
  expect(runs.historyFor(runId).hasCvFirst()).toBe(true);
});
