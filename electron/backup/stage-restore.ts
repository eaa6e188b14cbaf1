// Makes a data folder's worth of a backup, beside the present one, ready to be put in its place at the next start. Never touches what is
// in use, and never lets a run of the backup go on as if nothing had been sent since.
import { copyFile, mkdir, open, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { ledgerFileName } from '../store/database';
import { placeRestored, readyMarkName, stageFolderName } from '../store/finish-restore';
import { type KnownRun, readAttemptCounts } from '../store/known-runs';
import { applicationId, migrate } from '../store/migrations';
import { syncFolder } from '../workbooks/whole-file';
import { dropBackupTables } from './backup-file';
import { inspectBackup } from './inspect-backup';

/**
 * A run that had not ended: it pauses until somebody has made sure that it did not go on since. Start-up brings the states to rest
 * (`runs/run-recovery.ts`), and calls unknown what was on its way.
 */
const pauseOpenRuns = `UPDATE runs SET state = 'pausing', pause_reason = 'restored', pause_detail = NULL,
    first_rows = CASE WHEN pause_reason = 'first-rows' THEN NULL ELSE first_rows END
  WHERE state IN ('running', 'pausing', 'paused', 'interrupted')`;

/** Batches of a backup start when somebody says so: they may have been sent since it was made. */
const orderNoBatch = 'UPDATE ready_batches SET starts_itself = 0, ordered_at_ms = NULL';

/** A run of which this computer knows that it went on: nothing more is sent from what the backup says of it. */
const cancelRun = `UPDATE runs SET state = 'cancelling' WHERE run_id = ? AND state IN ('running', 'pausing', 'paused', 'interrupted')`;

export interface RestoreToStage {
  readonly dataDir: string;
  /** The backup. */
  readonly path: string;
  readonly fileName: string;
  /** The runs of the present ledger. */
  readonly known: readonly KnownRun[];
  readonly nowMs: number;
}

/**
 * Copies, checks the copy, unpacks it, and marks it as ready.
 * @throws AppError `backup/…` as `inspectBackup`; errors of the disk as they are.
 */
export async function stageRestore({ dataDir, path, fileName, known, nowMs }: RestoreToStage): Promise<void> {
  const stage = join(dataDir, stageFolderName);
  await rm(stage, { recursive: true, force: true });
  await mkdir(join(stage, 'drafts'), { recursive: true, mode: 0o700 });
  try {
    const ledger = join(stage, ledgerFileName);
    await copyFile(path, ledger);
    // The file may have been changed since it was looked at; the copy is ours.
    inspectBackup(ledger, fileName);
    await unpack(ledger, join(stage, 'drafts'), known);
    await syncFolder(stage);
    await writeFile(join(stage, readyMarkName), placeRestored(nowMs), { mode: 0o600, flush: true });
    await syncFolder(stage);
  } catch (error) {
    await rm(stage, { recursive: true, force: true });
    throw error;
  }
}

async function unpack(ledger: string, draftsFolder: string, known: readonly KnownRun[]): Promise<void> {
  const database = new DatabaseSync(ledger);
  try {
    database.exec('PRAGMA trusted_schema = OFF; PRAGMA synchronous = FULL');
    const names = database.prepare('SELECT DISTINCT name FROM backup_pieces').all() as { name: string }[];
    const pieces = database.prepare('SELECT bytes FROM backup_pieces WHERE name = ? ORDER BY piece_no');
    for (const { name } of names) {
      const file = await open(join(draftsFolder, name), 'wx', 0o600);
      try {
        for (const piece of pieces.iterate(name) as Iterable<{ bytes: Uint8Array }>)
          await file.writeFile(piece.bytes);
        await file.sync();
      } finally {
        await file.close();
      }
    }
    database.exec(dropBackupTables);
    migrate(database);
    const held = readAttemptCounts(database);
    database.exec(pauseOpenRuns);
    database.exec(orderNoBatch);
    for (const { runId, attemptCount } of known)
      if (held.has(runId) && held.get(runId) !== attemptCount) database.prepare(cancelRun).run(runId);
    database.exec(`PRAGMA application_id = ${applicationId}`);
    database.exec('VACUUM');
  } finally {
    database.close();
  }
}
