// The thread that works on backups, as it is built: what it answers is what the work itself would, and the app goes on meanwhile.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { createBackupThread } from '../../../electron/backup/backup-thread';
import { backupWork } from '../../../electron/backup/backup-work';
import { makeBackup } from '../../../electron/backup/make-backup';
import {
  invited,
  makeApi,
  makeDataDir,
  makeRows,
  makeService,
  openTestLedger,
  storeBatch,
} from '../../unit/electron/runs/engine-bench';

const root = resolve(import.meta.dirname, '../../..');
const programPath = join(root, 'dist', 'electron', 'backup-worker.cjs');
const thread = createBackupThread(programPath);
const nowMs = Date.UTC(2026, 10, 30, 8, 0, 0);

beforeAll(() => {
  execFileSync(process.execPath, [join(root, 'scripts', 'build.mjs'), 'backup-worker'], { cwd: root });
});

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'flowmingo-backup-thread-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A backup of a run over so many people, made by the thread. */
async function makeUsed(peopleCount: number) {
  const dataDir = makeDataDir();
  const ledger = openTestLedger(dataDir);
  const service = makeService(ledger, makeApi(invited));
  const { runId } = await service.startRun(storeBatch(ledger, makeRows(peopleCount)), {
    concurrency: 1,
    peoplePerRequest: 1,
  });
  await service.whenAtRest(runId);
  const path = join(makeFolder(), 'one.flowbackup');
  const parts = { dataDir, appVersion: '0.1.0', copyLedger: ledger.copyTo, work: thread, nowMs };
  const contents = await makeBackup(parts, path);
  return { path, contents, known: ledger.countAttempts() };
}

test('the thread finds what the work itself finds, and turns of the app pass meanwhile', async () => {
  const { path, contents, known } = await makeUsed(20);
  expect(contents).toMatchObject({ runCount: 1, madeAtMs: nowMs, sizeBytes: statSync(path).size });
  const backup = { path, fileName: 'one.flowbackup', known: [...known, { runId: 'r', attemptCount: 1 }] };
  let turns = 0;
  const counting = setInterval(() => turns++, 0);
  const found = await thread.lookAt(backup).finally(() => clearInterval(counting));
  expect(found).toEqual(await backupWork.lookAt(backup));
  expect(found.missingRunCount).toBe(1);
  expect(turns).toBeGreaterThan(0);
});

test('a restore is made ready by the thread', async () => {
  const { path, known } = await makeUsed(3);
  const dataDir = makeFolder();
  await thread.stage({ dataDir, path, fileName: 'one.flowbackup', known, nowMs });
  expect(existsSync(join(dataDir, 'restore', 'ready'))).toBe(true);
});

test('what is wrong with a backup comes over as it is: its code, the disk’s reason, and a thread that cannot start', async () => {
  const folder = makeFolder();
  const path = join(folder, 'other.flowbackup');
  writeFileSync(path, 'no backup at all'.repeat(100));
  const lookAt = (where: string, by = thread) =>
    by.lookAt({ path: where, fileName: 'other.flowbackup', known: [] });
  await expect(lookAt(path)).rejects.toMatchObject({
    code: 'backup/not-a-backup',
    params: { fileName: 'other.flowbackup' },
  });
  await expect(lookAt(join(folder, 'gone.flowbackup'))).rejects.toMatchObject({ code: 'ENOENT' });
  const used = await makeUsed(3);
  copyFileSync(used.path, path);
  await expect(lookAt(path, createBackupThread('/nowhere/backup-worker.cjs'))).rejects.toThrow();
  expect(await lookAt(path)).toMatchObject({ contents: { runCount: 1 } });
});
