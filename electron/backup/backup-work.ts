// What takes long with a backup, each as one piece of work with plain values going in and out: the window has a thread do it, a command
// does it itself. Never needs anything of the app that is open.
import type { BackupContents } from '../../shared/settings/backup-contents';
import { countMissingRuns, type KnownRun } from '../store/known-runs';
import { type CopyToComplete, completeBackup } from './complete-backup';
import { inspectBackup } from './inspect-backup';
import { type RestoreToStage, stageRestore } from './stage-restore';

export interface BackupToLookAt {
  readonly path: string;
  readonly fileName: string;
  /** The runs of this computer. */
  readonly known: readonly KnownRun[];
}

export interface LookedAtBackup {
  readonly contents: BackupContents;
  /** How many of the known runs it does not hold, or holds in an earlier state. */
  readonly missingRunCount: number;
}

export interface BackupWork {
  /** Looks through all of a backup. @throws AppError `backup/…`; errors of the disk as they are. */
  lookAt(backup: BackupToLookAt): Promise<LookedAtBackup>;
  /** @throws as `completeBackup`. */
  complete(copy: CopyToComplete): Promise<BackupContents>;
  /** @throws as `stageRestore`. */
  stage(restore: RestoreToStage): Promise<void>;
}

/** Done here and now, on the thread that asks. */
export const backupWork: BackupWork = {
  lookAt: async ({ path, fileName, known }) => ({
    contents: inspectBackup(path, fileName),
    missingRunCount: countMissingRuns(path, known),
  }),
  complete: completeBackup,
  stage: stageRestore,
};
