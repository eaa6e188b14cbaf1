import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createSessionKeyStore } from '../../../../electron/keys/session-key-store';
import { createAppLog } from '../../../../electron/log/app-log';
import { makeReport } from '../../../../electron/report/make-report';
import { scrubLog } from '../../../../electron/report/scrub-log';
import { scrubText } from '../../../../electron/report/scrub-text';
import { AppError } from '../../../../shared/errors/app-error';
import { makeHistory } from '../history/make-history';
import { workspaceId } from '../runs/engine-bench';

const versions = { version: '0.1.0', electronVersion: '45.4.1' };
const key = 'fl_live_abcd12345.n8G3zPNw9gWkK1Kj';
/** Everything that must not be found, in any case: people, places, titles, files, users, keys, numbers. */
const planted = [
  'Zdenka',
  'Přibylová',
  'pribylova',
  'zdenka@example.com',
  'zdenka',
  'Łukasz Đặng',
  'Minh Anh',
  '山田太郎',
  'Q77-ZD',
  'Nordwind',
  'Lagerleiter',
  'Bewerber_Ostrava.xlsx',
  'Ostrava',
  'kovacik',
  'n8G3zPNw9gWkK1Kj',
  'abcd12345',
  '0044207946',
  '+420 601 234 567',
  '1984-05-06',
  'c5ea9',
  'Dear Zdenka',
  'homeoffice-pc',
];

function expectNothingOf(text: string): void {
  const lower = text.toLowerCase();
  expect(planted.filter((one) => lower.includes(one.toLowerCase()))).toEqual([]);
}

describe('the support report', () => {
  test('holds nothing of people, titles, files, users or keys, wherever they stand', async () => {
    const { dataDir, ledger, run } = makeHistory();
    const keyStore = createSessionKeyStore();
    await keyStore.save(workspaceId, key);
    ledger.workspaces.save({
      workspaceId: 'zdenka-workspace',
      name: 'Nordwind Zdenka',
      environment: 'production',
      baseUrl: null,
      organizationId: 7,
      scopes: ['invite_candidates'],
      expiresAtMs: null,
      keyShownPart: 'fl_live_abcd12345',
    });
    const order = {
      target: {
        setId: '019c5ea9-7d21-7c44-9a10-5b6f1e2d094e',
        setTitle: 'Lagerleiter Ostrava',
        projectId: null,
        projectTitle: null,
        jobPostId: null,
        jobPostTitle: null,
      },
      sendInvite: true,
      message: '<p>Dear Zdenka, {{interview_link}}</p>',
    };
    const people = [
      { email: 'zdenka@example.com', firstname: 'Zdenka', lastname: 'Přibylová', atsId: 'Q77-ZD' },
      { email: 'minh@example.com', firstname: 'Minh Anh', lastname: '山田太郎' },
    ];
    const runId = await run('Bewerber_Ostrava.xlsx Zdenka', people, { operation: 'invite', order });
    // An answer that repeats what was sent becomes a cause of its own.
    await ledger.runs.planRun({
      batchId: ledger.runs.getRun(runId).batchId,
      settings: { concurrency: 1, peoplePerRequest: 1 },
      firstRows: null,
      parentRunId: runId,
      ordinals: [0],
      atMs: 1,
    });
    const log = createAppLog(dataDir);
    const cause = new Error('connect ECONNREFUSED 127.0.0.1:443 for Zdenka Přibylová <zdenka@example.com>');
    log.failure('runs:get', new Error('The sheet “Bewerber_Ostrava.xlsx” of Łukasz Đặng failed', { cause }));
    log.failure(
      'results:save',
      new Error(`EACCES: permission denied, open '/home/kovacik/Bewerber_Ostrava.xlsx'`),
    );
    log.failure(
      'window',
      new Error('C:\\Users\\kovacik\\Desktop\\Bewerber_Ostrava.xlsx is locked by homeoffice-pc'),
    );
    log.failure(
      'Zdenka',
      new AppError('batch/row-not-sendable', { rowNumber: 7, why: 'Minh Anh has no address' }),
    );
    log.failure('uncaught', new Error(`Minh Anh, born 1984-05-06, 0044207946, +420 601 234 567, ${key}`));
    log.info(`Zdenka has opened 019c5ea9-7d21-7c44-9a10-5b6f1e2d094e with x-api-key: ${key}`);
    // As a version without redaction, or somebody else, would have written it.
    mkdirSync(join(dataDir, 'logs'), { recursive: true });
    writeFileSync(
      join(dataDir, 'logs', 'app.old.log'),
      `zdenka@example.com ${key}\n    at Zdenka (/home/kovacik/Zdenka.js:10:5)\n    at Object.run (file:///home/kovacik/app/dist/electron/main.cjs:120:7)\n`,
    );

    const text = makeReport({ dataDir, ledger, keyStore }, versions);
    expectNothingOf(text);
    const report = JSON.parse(text);
    expect(report.runs).toHaveLength(2);
    expect(report.runs[0].repeats).toBe(report.runs[1].id);
    expect(report.ledger.integrity).toEqual(['ok']);
    expect(report.ledger.rows).toMatchObject({ runs: 2, batch_rows: 2 });
    expect(report.outcomes).toContainEqual({ outcome: 'done', cause: null, count: 2 });
    expect(report.settings).toMatchObject({ concurrency: 4, keepMonths: null, keysKeptIn: 'session' });
    // What helps is still there.
    const lines = report.log.join('\n');
    for (const kept of [
      'runs:get',
      'ECONNREFUSED',
      'EACCES',
      'permission denied',
      'main.cjs:120:7',
      'batch/row-not-sendable',
    ])
      expect(lines).toContain(kept);
    expect(
      report.log.filter((line: string) => /^20.*failure [2-9A-Z]{4}-[2-9A-Z]{4} /.test(line)),
    ).toHaveLength(5);
  });

  test('two reports of one ledger have no hash in common', async () => {
    const { dataDir, ledger, run } = makeHistory();
    await run('Fair', [{ email: 'ana@example.com' }]);
    const make = () => makeReport({ dataDir, ledger, keyStore: createSessionKeyStore() }, versions);
    const hashesOf = (text: string) => new Set(text.match(/#[0-9a-f]{12}/g));
    const [first, second] = [hashesOf(make()), hashesOf(make())];
    expect(first.size).toBeGreaterThan(1);
    expect([...first].filter((hash) => second.has(hash))).toEqual([]);
  });
});

describe('scrubbed texts', () => {
  test.each([
    [
      "ENOENT: no such file or directory, open '/home/ana/x.csv'",
      'ENOENT: no such file or directory, open …',
    ],
    ['database disk image is malformed', 'database disk image is malformed'],
    ['UNIQUE constraint failed: Ana.Horak', 'UNIQUE constraint failed: …'],
    ['Request failed with status 503', '… failed with … 503'],
  ])('%s', (text, wanted) => {
    expect(scrubText(text, 'salt')).toBe(wanted);
  });

  test('an address is the same hash wherever it stands, and another address another one', () => {
    const one = scrubText('ana@example.com', 'salt');
    expect(one).toMatch(/^#[0-9a-f]{12}$/);
    expect(scrubText('to Ana@Example.com now', 'salt')).toContain(one);
    expect(scrubText('bo@example.com', 'salt')).not.toBe(one);
  });

  test('a line of a stack names the program, and nothing else', () => {
    expect(scrubLog('    at Ana.Horak (/home/ana/Ana Horak.js:10:5)', 'salt')).toEqual(['  at …:10:5']);
    expect(scrubLog('    at async node:internal/process/task_queues:95:5', 'salt')).toEqual([
      '  at node:internal/process/task_queues:95:5',
    ]);
  });
});
