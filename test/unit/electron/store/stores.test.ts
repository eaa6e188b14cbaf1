import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, test } from 'vitest';
import type { HistoryQuestion } from '../../../../shared/batches/earlier-invites';
import type { BatchRow } from '../../../../shared/operations/batch';
import { defaultSettings } from '../../../../shared/settings/app-settings';
import {
  invited,
  invitingOrder,
  lost,
  makeApi,
  makeDataDir,
  makeRow,
  makeRows,
  makeService,
  openTestLedger,
  raw,
  storeBatch,
  workspaceId,
} from '../runs/engine-bench';

const settings = { concurrency: 2, peoplePerRequest: 1 };

describe('workspaces, settings and lists', () => {
  test('a workspace is kept without its key, replaced by its id, and forgotten; its runs stay', async () => {
    const dataDir = makeDataDir();
    const ledger = openTestLedger(dataDir);
    const workspace = ledger.workspaces.get(workspaceId);
    if (workspace === null) throw new Error('no workspace');
    ledger.workspaces.save({
      ...workspace,
      name: 'Renamed',
      keyShownPart: 'fl_practice_new',
      expiresAtMs: 5,
      scopes: ['read_hiring'],
    });
    expect(ledger.workspaces.list()).toEqual([
      {
        ...workspace,
        name: 'Renamed',
        keyShownPart: 'fl_practice_new',
        expiresAtMs: 5,
        scopes: ['read_hiring'],
      },
    ]);
    ledger.targetLists.save(workspaceId, {
      interviewSets: [{ id: 's', title: 'Sales' }],
      projects: [],
      jobPosts: [],
      readAtMs: 9,
    });
    const service = makeService(ledger, makeApi());
    const { runId } = await service.startRun(storeBatch(ledger, makeRows(2)), settings);
    await service.whenAtRest(runId);
    ledger.workspaces.remove(workspaceId);
    expect(ledger.workspaces.list()).toEqual([]);
    expect(ledger.targetLists.get(workspaceId)).toBeNull();
    expect(service.getSummary(runId)).toMatchObject({ workspaceName: 'Renamed', counts: { done: 2 } });
  });

  test('settings have safe defaults, survive a restart, and one that cannot be read counts as not set', () => {
    const dataDir = makeDataDir();
    const ledger = openTestLedger(dataDir);
    expect(ledger.settings.get()).toEqual(defaultSettings);
    expect(ledger.settings.change({ theme: 'dark', concurrency: 16 })).toEqual({
      ...defaultSettings,
      theme: 'dark',
      concurrency: 16,
    });
    expect(() => ledger.settings.change({ concurrency: 17 })).toThrow();
    expect(ledger.settings.getCurrentWorkspaceId()).toBeNull();
    ledger.settings.setCurrentWorkspaceId(workspaceId);
    ledger.close();
    const database = new DatabaseSync(join(dataDir, 'ledger.sqlite'));
    database.exec("UPDATE settings SET value_json = 'not JSON' WHERE name = 'theme'");
    database.close();
    const again = openTestLedger(dataDir);
    expect(again.settings.get()).toMatchObject({ theme: 'system', concurrency: 16, holdSeconds: 5 });
    expect(again.settings.getCurrentWorkspaceId()).toBe(workspaceId);
  });

  test('lists come back with the time at which they were read', () => {
    const ledger = openTestLedger();
    expect(ledger.targetLists.get(workspaceId)).toBeNull();
    const lists = {
      interviewSets: [{ id: 's', title: 'Sales' }],
      projects: [{ id: 'p', title: 'Backend' }],
      jobPosts: [{ id: 'j', title: 'Senior', projectId: null }],
      readAtMs: 9,
    };
    ledger.targetLists.save(workspaceId, { ...lists, readAtMs: 1 });
    ledger.targetLists.save(workspaceId, lists);
    expect(ledger.targetLists.get(workspaceId)).toEqual(lists);
  });
});

describe('batches', () => {
  test('a chunk that comes twice changes nothing, and rows come back as they were', () => {
    const ledger = openTestLedger();
    const { source, work } = ledger.batches.get(storeBatch(ledger, makeRows(1)));
    const batchId = ledger.batches.begin({ workspaceId, name: 'Fair', source, work, rowCount: 5 });
    const rows = [
      ...makeRows(4),
      makeRow(4, {
        skip: { why: 'duplicate-in-file', detail: 'Same as row 2' },
        cells: ['"quoted"', '', 'Đặng\u0000'],
      }),
    ];
    expect(ledger.batches.addRows(batchId, 3, rows.slice(3))).toBe(2);
    expect(ledger.batches.addRows(batchId, 0, rows.slice(0, 3))).toBe(5);
    expect(
      ledger.batches.addRows(
        batchId,
        0,
        makeRows(3).map((row) => ({ ...row, cells: ['changed'] })),
      ),
    ).toBe(5);
    expect(ledger.batches.readRows(batchId, 0, 10)).toEqual(
      rows.map((row, ordinal) => ({ ordinal, ...row })),
    );
    expect(ledger.batches.get(batchId)).toMatchObject({
      rowCount: 5,
      rowsHeld: 5,
      name: 'Fair',
      work: { operation: 'invite', order: invitingOrder },
      source,
    });
    expect(ledger.batches.countSendable(batchId)).toBe(4);
    expect(() => ledger.batches.addRows(batchId, 5, makeRows(1))).toThrow(
      expect.objectContaining({ code: 'batch/incomplete' }),
    );
  });
});

const asking = (personKeys: readonly string[], more: Partial<HistoryQuestion> = {}): HistoryQuestion => ({
  personKeys,
  cvLinks: [],
  atsIds: [],
  ...more,
});

describe('who was invited before', () => {
  test('by ID and by CV link too, each invitation once, and only those of the workspace', async () => {
    const ledger = openTestLedger();
    const service = makeService(ledger, makeApi());
    const cvLink = 'https://cv.example.com/ana.pdf';
    const [first, second, third] = makeRows(3) as [BatchRow, BatchRow, BatchRow];
    const person = { ...first.person, cv_link: cvLink, ats_candidate_id: '000543' };
    const rows = [
      { ...first, person },
      { ...second, person: { ...second.person, email: null, cv_link: 'https://cv.example.com/2' } },
      {
        ...third,
        person: { ...third.person, ats_candidate_id: '543' },
        skip: { why: 'blocked', detail: '' } as const,
      },
    ];
    const { runId } = await service.startRun(storeBatch(ledger, rows), settings);
    await service.whenAtRest(runId);
    const found = (question: Partial<HistoryQuestion>, workspace = workspaceId) =>
      ledger.history
        .findInvited(workspace, asking([], question))
        .map(({ ordinal, atsId, runNumber }) => [ordinal, atsId, runNumber]);
    expect(found({ atsIds: ['000543', '543', '7'] })).toEqual([[0, '000543', 1]]);
    expect(found({ cvLinks: [cvLink], atsIds: ['000543'], personKeys: ['person0@example.com'] })).toEqual([
      [0, '000543', 1],
    ]);
    expect(found({ cvLinks: ['https://cv.example.com/2'] })).toEqual([]);
    expect(found({ personKeys: ['cv https://cv.example.com/2'] })).toEqual([[1, null, 1]]);
    expect(found({ cvLinks: [cvLink], atsIds: ['000543'] }, 'another-workspace')).toEqual([]);
  });

  test('everybody who was or may have been, whatever the case of the address, and nobody else', async () => {
    const ledger = openTestLedger();
    const answers: Record<string, unknown> = {
      'person1@example.com': lost,
      'person2@example.com': {
        kind: 'processed',
        raw: raw(201),
        body: { results: [{ submission_error_messages: { s: 'No' } }] },
      },
      'person3@example.com': {
        kind: 'processed',
        raw: raw(201),
        body: { results: [{ submission_error_messages: { s: 'Was already invited' } }] },
      },
      'person4@example.com': {
        kind: 'processed',
        raw: raw(201),
        body: { results: [{ submission: { id: 's' }, invitation_error_messages: { s: 'Mailbox full' } }] },
      },
    };
    const service = makeService(
      ledger,
      makeApi((request) => (answers[request.candidates[0]?.email ?? ''] ?? invited(request)) as never),
    );
    const person = {
      email: 'ZOË@Example.com',
      firstname: null,
      lastname: null,
      cv_link: null,
      ats_candidate_id: null,
    };
    const rows = [
      makeRow(0, { person }),
      ...makeRows(5).slice(1),
      makeRow(5, { skip: { why: 'blocked', detail: '' } }),
    ];
    const { runId } = await service.startRun(storeBatch(ledger, rows), settings);
    await service.whenAtRest(runId);
    const keys = ['zoë@example.com', ...[1, 2, 3, 4, 5, 6].map((index) => `person${index}@example.com`)];
    const found = ledger.history.findInvited(workspaceId, asking(keys));
    expect(Object.fromEntries(found.map(({ personKey, outcome }) => [personKey, outcome]))).toEqual({
      'zoë@example.com': 'done',
      'person1@example.com': 'unknown',
      'person3@example.com': 'alreadyThere',
      'person4@example.com': 'unknown',
    });
    expect(found.find(({ personKey }) => personKey === 'zoë@example.com')).toMatchObject({
      setId: 'set-1',
      projectId: null,
      targetTitle: 'Graduate Assessment',
      runId,
      runNumber: 1,
      email: 'ZOË@Example.com',
    });
    expect(ledger.history.findInvited('another-workspace', asking(keys))).toEqual([]);
  });

  test('a batch with somebody who was invited to the same target meanwhile is found, unless it is on purpose', async () => {
    const ledger = openTestLedger(makeDataDir());
    const service = makeService(ledger, makeApi());
    const { runId } = await service.startRun(storeBatch(ledger, makeRows(3)), settings);
    await service.whenAtRest(runId);
    const [first, second, third] = makeRows(3);
    if (first === undefined || second === undefined || third === undefined) throw new Error('no rows');
    const asBefore = storeBatch(ledger, [makeRow(9), second, third]);
    expect(ledger.history.findInvitedMeanwhile(asBefore)).toMatchObject({
      count: 2,
      rowNumber: second.rowNumber,
    });
    const skip = { why: 'already-invited', detail: '' } as const;
    const settled = storeBatch(ledger, [makeRow(9), { ...second, takenIn: true }, { ...third, skip }]);
    expect(ledger.history.findInvitedMeanwhile(settled)).toBeNull();
  });

  test('somebody whose request is out right now is unknown', async () => {
    const ledger = openTestLedger();
    const runId = await ledger.runs.planRun({
      batchId: storeBatch(ledger, makeRows(2)),
      settings,
      firstRows: null,
      parentRunId: null,
      ordinals: null,
      atMs: 1,
    });
    await ledger.runs.writeIntent(runId, [1], 2);
    expect(
      ledger.history.findInvited(workspaceId, asking(['person0@example.com', 'person1@example.com'])),
    ).toEqual([expect.objectContaining({ personKey: 'person1@example.com', outcome: 'unknown' })]);
  });
});

describe('the rows of a run', () => {
  test('are never sent to twice, even if the program asked for it', async () => {
    const dataDir = makeDataDir();
    const ledger = openTestLedger(dataDir);
    const runId = await ledger.runs.planRun({
      batchId: storeBatch(ledger, makeRows(2)),
      settings,
      firstRows: null,
      parentRunId: null,
      ordinals: null,
      atMs: 1,
    });
    const attempt = await ledger.runs.writeIntent(runId, [0], 2);
    await expect(ledger.runs.writeIntent(runId, [0], 3)).rejects.toThrow(
      'A row that is "sending" cannot take "intent-written".',
    );
    const end = { kind: 'unknown', why: 'timed-out', message: null, raw: null } as const;
    const ids = {
      submissionId: null,
      invitationId: null,
      candidateId: null,
      recordId: null,
      applicationId: null,
    };
    const change = {
      ordinal: 0,
      event: 'answer-lost',
      causeCode: 'unknown/timed-out',
      sentence: '',
      ids,
    } as const;
    await ledger.runs.closeAttempt(runId, attempt, end, [change], 4);
    await expect(ledger.runs.closeAttempt(runId, attempt, end, [change], 5)).rejects.toThrow(
      'has an end already',
    );
    await expect(ledger.runs.writeIntent(runId, [0], 5)).rejects.toThrow(
      'A row that is "unknown" cannot take "intent-written".',
    );
    await expect(ledger.runs.writeIntent(runId, [9], 5)).rejects.toThrow('not part of the run');
    ledger.close();

    // Behind the program's back, the database itself refuses a second live attempt.
    const database = new DatabaseSync(join(dataDir, 'ledger.sqlite'));
    database.exec("UPDATE run_rows SET state = 'pending' WHERE ordinal = 0");
    database.close();
    const again = openTestLedger(dataDir);
    await expect(again.runs.writeIntent(runId, [0], 6)).rejects.toThrow(
      /UNIQUE constraint failed: attempt_rows/,
    );
  });

  test('an attempt that certainly did nothing makes way for another', async () => {
    const ledger = openTestLedger();
    const runId = await ledger.runs.planRun({
      batchId: storeBatch(ledger, makeRows(1)),
      settings,
      firstRows: null,
      parentRunId: null,
      ordinals: null,
      atMs: 1,
    });
    const attempt = await ledger.runs.writeIntent(runId, [0], 2);
    const ids = {
      submissionId: null,
      invitationId: null,
      candidateId: null,
      recordId: null,
      applicationId: null,
    };
    const end = { kind: 'not-processed', why: 'rate-limited', message: null, raw: raw(429) } as const;
    await ledger.runs.closeAttempt(
      runId,
      attempt,
      end,
      [{ ordinal: 0, event: 'certainly-not-processed', causeCode: null, sentence: 'Told to wait', ids }],
      3,
    );
    expect(ledger.runs.nextRows(runId, 5, new Set())).toEqual([expect.objectContaining({ ordinal: 0 })]);
    expect(await ledger.runs.writeIntent(runId, [0], 4)).toBeGreaterThan(attempt);
  });

  test('are found by outcome, cause, name without accents, and newest first', async () => {
    const ledger = openTestLedger();
    const named = (index: number, firstname: string, lastname: string) =>
      makeRow(index, {
        person: {
          email: `p${index}@example.com`,
          firstname,
          lastname,
          cv_link: null,
          ats_candidate_id: null,
        },
      });
    const rows = [
      named(0, 'Dušan', 'Kovačević'),
      named(1, 'Đặng', 'Thùy'),
      named(2, 'Łukasz', 'Wiśniewski'),
      named(3, '100%', 'O_Neil'),
    ];
    const service = makeService(
      ledger,
      makeApi((request, index) => (index === 1 ? lost : invited(request))),
    );
    const { runId } = await service.startRun(storeBatch(ledger, rows), {
      concurrency: 1,
      peoplePerRequest: 1,
    });
    await service.whenAtRest(runId);
    const find = (query: object) => {
      const { rows: found, matching } = service.listRows({
        runId,
        outcome: null,
        causeCode: null,
        search: '',
        order: 'sheet',
        offset: 0,
        limit: 10,
        ...query,
      });
      expect(matching).toBe(found.length);
      return found.map(({ ordinal }) => ordinal);
    };
    expect(find({ search: 'KOVACEVIC' })).toEqual([0]);
    expect(find({ search: 'dang thuy' })).toEqual([1]);
    expect(find({ search: 'wisniewski' })).toEqual([2]);
    expect(find({ search: '0% o_' })).toEqual([3]);
    expect(find({ search: '_' })).toEqual([3]);
    expect(find({ outcome: 'unknown' })).toEqual([1]);
    expect(find({ causeCode: 'unknown/answer-lost', search: 'p1@' })).toEqual([1]);
    expect(find({ causeCode: 'not-sent' })).toEqual([]);
    expect(find({ order: 'latest' })).toEqual([3, 2, 1, 0]);
    expect(
      service.listRows({
        runId,
        outcome: 'done',
        causeCode: null,
        search: '',
        order: 'sheet',
        offset: 1,
        limit: 1,
      }),
    ).toEqual({
      rows: [expect.objectContaining({ ordinal: 2 })],
      matching: 3,
    });
  });
});

test('an order is read back as it was written', () => {
  const ledger = openTestLedger();
  const order = {
    ...invitingOrder,
    message: '<p>Chào {{candidate_name}}, 你好 "quoted"</p>',
    sendInvite: false,
  };
  expect(ledger.batches.get(storeBatch(ledger, makeRows(1), order)).work).toEqual({
    operation: 'invite',
    order,
  });
});
