// The program of the thread that does one piece of work with a backup, and tells its end. Must never open the ledger in use.
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../shared/errors/app-error';
import type { BackupTask, BackupTaskEnd } from './backup-thread';
import { backupWork } from './backup-work';

function carryOut(task: BackupTask): Promise<unknown> {
  switch (task.name) {
    case 'lookAt':
      return backupWork.lookAt(task.input);
    case 'complete':
      return backupWork.complete(task.input);
    case 'stage':
      return backupWork.stage(task.input);
  }
}

function toFailure(error: unknown): BackupTaskEnd {
  if (error instanceof AppError)
    return { kind: 'refused', code: error.code, params: error.params, why: String(error.cause ?? '') };
  const { message, code, errcode } = error as { message?: string; code?: string; errcode?: number };
  return { kind: 'failed', message: message ?? String(error), code, errcode };
}

const say = (end: BackupTaskEnd) => parentPort?.postMessage(end);
void carryOut(workerData as BackupTask).then(
  (value) => say({ kind: 'done', value }),
  (error: unknown) => say(toFailure(error)),
);
