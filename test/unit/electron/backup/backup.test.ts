import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { backupApplicationId, backupTables } from '../../../../electron/backup/backup-file';
import { backupWork } from '../../../../electron/backup/backup-work';
import { inspectBackup } from '../../../../electron/backup/inspect-backup';
import { makeBackup } from '../../../../electron/backup/make-backup';
import { stageRestore } from '../../../../electron/backup/stage-restore';
import { createDraftService } from '../../../../electron/drafts/draft-service';
import { openDatabase } from '../../../../electron/store/database';
import { countMissingRuns } from '../../../../electron/store/known-runs';
import type { Ledger } from '../../../../electron/store/ledger';
import { migrate } from '../../../../electron/store/migrations';
import { makeDraftState } from '../../../helpers/make-draft-state';
import {
  invited,
  makeApi,
  makeDataDir,
  makeRows,
  makeService,
  openTestLedger,
  storeBatch,
} from '../runs/engine-bench';

const settings = { concurrency: 1, peoplePerRequest: 1 };
const nowMs = Date.UTC(2026, 2, 21, 14, 52, 23);
const code = (name: string) => expect.objectContaining({ code: name });

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'flowmingo-backup-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const backUp = (ledger: Ledger, dataDir: string, path = join(makeFolder(), 'one.flowbackup')) =>
  makeBackup({ dataDir, appVersion: '0.1.0', copyLedger: ledger.copyTo, work: backupWork, nowMs }, path).then(
    (contents) => ({
      path,
      contents,
    }),
  );

/** 2.5 MiB: more than one piece. */
const bytes = new Uint8Array(2_621_440).map((_, index) => (index * 31) % 251);
const sha256 = createHash('sha256').update(bytes).digest('hex');

async function addDraft(ledger: Ledger, dataDir: string): Promise<string> {
  const drafts = createDraftService(ledger.drafts, dataDir);
  await drafts.files.begin(sha256, bytes.length);
  await drafts.files.add(sha256, 0, bytes);
  const source = { fileName: 'fair.csv', sizeBytes: bytes.length, sha256 };
  const { draftId } = await drafts.create({ name: 'Spring fair', source, state: makeDraftState() });
  return draftId;
}

/** A folder with a run that is paused after two of five people, and a draft. */
async function makeUsedFolder() {
  const dataDir = makeDataDir();
  const ledger = openTestLedger(dataDir);
  const service = makeService(ledger, makeApi(invited));
  const batchId = storeBatch(ledger, makeRows(5));
  const { runId } = await service.startRun(batchId, settings, { firstRows: 2 });
  await service.whenAtRest(runId);
  const draftId = await addDraft(ledger, dataDir);
  return { dataDir, ledger, service, runId, draftId };
}

describe('a backup', () => {
  test('holds runs and drafts, is restored in another folder, and the data that was there is kept aside', async () => {
    const { dataDir, ledger, runId, draftId } = await makeUsedFolder();
    const { path, contents } = await backUp(ledger, dataDir);
    expect(contents).toEqual({
      madeAtMs: nowMs,
      appVersion: '0.1.0',
      runCount: 1,
      newestRunAtMs: expect.any(Number),
      draftCount: 1,
      workspaceNames: ['Practice'],
      sizeBytes: statSync(path).size,
    });
    expect(readdirSync(join(path, '..'))).toEqual(['one.flowbackup']);

    const elsewhere = makeDataDir();
    const other = openTestLedger(elsewhere);
    other.settings.change({ theme: 'dark' });
    await stageRestore({
      dataDir: elsewhere,
      path,
      fileName: 'one.flowbackup',
      known: other.countAttempts(),
      nowMs,
    });
    expect(other.settings.get().theme).toBe('dark');
    other.close();

    const restored = openTestLedger(elsewhere);
    const service = makeService(restored, makeApi());
    service.recoverRuns();
    expect(restored.settings.get().theme).toBe('system');
    expect(service.getSummary(runId)).toMatchObject({
      state: 'paused',
      pauseReason: 'restored',
      counts: { done: 2, notSent: 3 },
    });
    const drafts = createDraftService(restored.drafts, elsewhere);
    expect(await drafts.open(draftId)).toMatchObject({ fileState: 'whole', draft: { name: 'Spring fair' } });
    const kept = join(elsewhere, 'kept before restore 2026-03-21 14-52-23');
    expect(new DatabaseSync(join(kept, 'ledger.sqlite'), { readOnly: true }).isOpen).toBe(true);
    expect(existsSync(join(elsewhere, 'restore'))).toBe(false);
  });

  test('is whole while a run goes on', async () => {
    const dataDir = makeDataDir();
    const ledger = openTestLedger(dataDir);
    const service = makeService(ledger, makeApi(invited));
    const { runId } = await service.startRun(storeBatch(ledger, makeRows(1500)), {
      concurrency: 8,
      peoplePerRequest: 1,
    });
    const { path, contents } = await backUp(ledger, dataDir);
    expect(contents.runCount).toBe(1);
    expect(inspectBackup(path, 'one.flowbackup').runCount).toBe(1);
    expect(await service.whenAtRest(runId)).toMatchObject({ state: 'finished', counts: { done: 1500 } });

    // What was on its way when it was made is unknown, and everything else as it was.
    const elsewhere = makeDataDir();
    await stageRestore({ dataDir: elsewhere, path, fileName: 'one.flowbackup', known: [], nowMs });
    const restored = makeService(openTestLedger(elsewhere), makeApi());
    const [recovered] = restored.recoverRuns();
    const { counts, total } = recovered?.summary ?? { counts: null, total: 0 };
    expect(total).toBe(1500);
    expect((counts?.done ?? 0) + (counts?.unknown ?? 0) + (counts?.notSent ?? 0)).toBe(1500);
    expect(counts?.unknown).toBeLessThanOrEqual(8);
  });

  test('is not put into the data folder, and leaves nothing behind where it cannot be written', async () => {
    const { dataDir, ledger } = await makeUsedFolder();
    await expect(backUp(ledger, dataDir, join(dataDir, 'x.flowbackup'))).rejects.toEqual(
      code('backup/inside'),
    );
    const folder = makeFolder();
    const path = join(folder, 'not-there', 'x.flowbackup');
    await expect(backUp(ledger, dataDir, path)).rejects.toMatchObject({
      code: 'backup/failed',
      params: { why: 'the folder is not there' },
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('holds no draft that was deleted or became a run in its count, and no lock, log or other file', async () => {
    const { dataDir, ledger, draftId } = await makeUsedFolder();
    mkdirSync(join(dataDir, 'logs'), { recursive: true });
    writeFileSync(join(dataDir, 'logs', 'app.log'), 'SECRET-LINE');
    ledger.drafts.setDeleted(draftId, true);
    const { path, contents } = await backUp(ledger, dataDir);
    expect(contents.draftCount).toBe(0);
    expect(readFileSync(path).includes('SECRET-LINE')).toBe(false);
  });
});

test('a backup in an earlier form is taken, and brought to the present one', async () => {
  const path = join(makeFolder(), 'old.flowbackup');
  const database = new DatabaseSync(path);
  // No backup was ever made in an earlier form than 4: drafts came with it.
  migrate(database, 4);
  database.exec(backupTables);
  database.exec(`PRAGMA application_id = ${backupApplicationId}`);
  database.exec("INSERT INTO backup_info VALUES (5, '0.0.9')");
  database.exec("INSERT INTO settings VALUES ('theme', '\"dark\"')");
  database.close();
  const dataDir = makeDataDir();
  await stageRestore({ dataDir: dataDir, path, fileName: 'old.flowbackup', known: [], nowMs });
  const restored = openTestLedger(dataDir);
  expect(restored.settings.get().theme).toBe('dark');
  expect(restored.drafts.list()).toEqual([]);
});

describe('a run of a backup that has gone on since', () => {
  test('is cancelled where this computer knows of it, so that nobody is sent to twice from it', async () => {
    const { dataDir, ledger, service, runId } = await makeUsedFolder();
    const { path } = await backUp(ledger, dataDir);
    expect(countMissingRuns(path, ledger.countAttempts())).toBe(0);
    await service.resumeRun(runId);
    await service.whenAtRest(runId);
    const second = await service.startRun(storeBatch(ledger, makeRows(3)), settings);
    await service.whenAtRest(second.runId);
    expect(countMissingRuns(path, ledger.countAttempts())).toBe(2);
    await stageRestore({
      dataDir: dataDir,
      path,
      fileName: 'one.flowbackup',
      known: ledger.countAttempts(),
      nowMs,
    });
    ledger.close();

    const api = makeApi();
    const restored = makeService(openTestLedger(dataDir), api);
    restored.recoverRuns();
    expect(restored.getSummary(runId)).toMatchObject({ state: 'cancelled', counts: { done: 2, notSent: 3 } });
    await expect(restored.resumeRun(runId)).rejects.toEqual(code('run/wrong-state'));
    expect(api.sent).toEqual([]);
  });
});

describe('a file that is no whole backup is refused, and nothing changes', () => {
  const cases: [string, string, (path: string) => void][] = [
    ['a text', 'backup/not-a-backup', (path) => writeFileSync(path, 'E-mail\nana@example.com\n')],
    ['an empty file', 'backup/not-a-backup', (path) => writeFileSync(path, '')],
    [
      'another program’s database',
      'backup/not-a-backup',
      (path) => {
        rmSync(path);
        const database = new DatabaseSync(path);
        database.exec('CREATE TABLE bookmarks (url TEXT)');
        database.close();
      },
    ],
    [
      'a ledger',
      'backup/not-a-backup',
      (path) => {
        const dataDir = makeDataDir();
        openDatabase(dataDir).close();
        copyFileSync(join(dataDir, 'ledger.sqlite'), path);
      },
    ],
    ['a trigger put in', 'backup/not-a-backup', (path) => change(path, addedTrigger)],
    ['a view put in', 'backup/not-a-backup', (path) => change(path, 'CREATE VIEW v AS SELECT 1')],
    ['a newer form', 'backup/newer', (path) => change(path, 'PRAGMA user_version = 9999')],
    [
      'cut off',
      'backup/damaged',
      (path) => writeFileSync(path, readFileSync(path).subarray(0, Math.floor(statSync(path).size * 0.6))),
    ],
    ['a page of zeros', 'backup/damaged', (path) => overwrite(path, 4096 * 3, new Uint8Array(4096))],
    [
      'a byte changed inside a draft’s file',
      'backup/damaged',
      (path) => {
        const at = readFileSync(path).indexOf(bytes.subarray(1000, 1600));
        overwrite(path, at + 5, Uint8Array.of(1, 2, 3));
      },
    ],
    [
      'a piece taken out',
      'backup/damaged',
      (path) => change(path, 'DELETE FROM backup_pieces WHERE piece_no = 1'),
    ],
    [
      'a file name that leads out of the folder',
      'backup/damaged',
      (path) => change(path, "UPDATE backup_pieces SET name = '../../evil'"),
    ],
  ];
  const addedTrigger = `CREATE TRIGGER t AFTER UPDATE ON runs BEGIN DELETE FROM attempts; END`;
  const change = (path: string, sql: string) => {
    const database = new DatabaseSync(path);
    database.exec(sql);
    database.close();
  };
  const overwrite = (path: string, at: number, put: Uint8Array) => {
    expect(at).toBeGreaterThan(0);
    const whole = readFileSync(path);
    whole.set(put, at);
    writeFileSync(path, whole);
  };

  test.each(cases)('%s: %s', async (_, expected, damage) => {
    const { dataDir, ledger } = await makeUsedFolder();
    const { path } = await backUp(ledger, dataDir);
    damage(path);
    expect(() => inspectBackup(path, 'one.flowbackup')).toThrow(
      expect.objectContaining({ code: expected, params: { fileName: 'one.flowbackup' } }),
    );
    const before = readdirSync(dataDir).sort();
    await expect(
      stageRestore({ dataDir: dataDir, path, fileName: 'one.flowbackup', known: [], nowMs }),
    ).rejects.toEqual(code(expected));
    expect(readdirSync(dataDir).sort()).toEqual(before);
    ledger.close();
    expect(openTestLedger(dataDir).drafts.list()).toHaveLength(1);
  });
});

describe('a death in the middle of a restore', () => {
  /** Everything that is moved, in the order in which it is. */
  const steps = ['drafts aside', 'drafts in', 'log aside', 'ledger aside', 'ledger in'];

  test.each(steps.map((step, index) => [step, index + 1] as const))(
    'after “%s” is finished at the next start',
    async (_, done) => {
      const { dataDir, ledger, runId, draftId } = await makeUsedFolder();
      const { path } = await backUp(ledger, dataDir);
      const elsewhere = makeDataDir();
      const other = openTestLedger(elsewhere);
      await addDraft(other, elsewhere);
      await stageRestore({
        dataDir: elsewhere,
        path,
        fileName: 'one.flowbackup',
        known: other.countAttempts(),
        nowMs,
      });
      other.close();
      writeFileSync(join(elsewhere, 'ledger.sqlite-wal'), '');
      const kept = join(elsewhere, 'kept before restore 2026-03-21 14-52-23');
      mkdirSync(kept);
      const stage = join(elsewhere, 'restore');
      const moves: (() => void)[] = [
        () => renameSync(join(elsewhere, 'drafts'), join(kept, 'drafts')),
        () => renameSync(join(stage, 'drafts'), join(elsewhere, 'drafts')),
        () => renameSync(join(elsewhere, 'ledger.sqlite-wal'), join(kept, 'ledger.sqlite-wal')),
        () => renameSync(join(elsewhere, 'ledger.sqlite'), join(kept, 'ledger.sqlite')),
        () => renameSync(join(stage, 'ledger.sqlite'), join(elsewhere, 'ledger.sqlite')),
      ];
      for (const move of moves.slice(0, done)) move();

      const restored = openTestLedger(elsewhere);
      expect(restored.runs.getSummary(runId).counts.done).toBe(2);
      const drafts = createDraftService(restored.drafts, elsewhere);
      expect((await drafts.open(draftId)).fileState).toBe('whole');
      expect(existsSync(join(kept, 'ledger.sqlite'))).toBe(true);
      expect(readdirSync(join(kept, 'drafts'))).toEqual([sha256]);
      expect(existsSync(stage)).toBe(false);
    },
  );

  test('before it was ready changes nothing', async () => {
    const { dataDir, ledger, runId } = await makeUsedFolder();
    mkdirSync(join(dataDir, 'restore', 'drafts'), { recursive: true });
    writeFileSync(join(dataDir, 'restore', 'ledger.sqlite'), 'half');
    ledger.close();
    expect(openTestLedger(dataDir).runs.getSummary(runId).counts.done).toBe(2);
  });
});
