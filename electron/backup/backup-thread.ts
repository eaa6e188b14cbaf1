// Work with backups on a thread of its own, one for each piece of work, so that the window and its runs go on meanwhile.
// Must never do the work a second time: a thread that dies fails it.
import { Worker } from 'node:worker_threads';
import { AppError, type ErrorParams } from '../../shared/errors/app-error';
import type { ErrorCode } from '../../shared/errors/codes';
import type { BackupWork } from './backup-work';

/** What the thread is started with. */
export type BackupTask = {
  readonly [Name in keyof BackupWork]: {
    readonly name: Name;
    readonly input: Parameters<BackupWork[Name]>[0];
  };
}[keyof BackupWork];

/** Its only message. Errors lose their class on the way, so what they say travels by itself. */
export type BackupTaskEnd =
  | { readonly kind: 'done'; readonly value: unknown }
  | {
      readonly kind: 'refused';
      readonly code: ErrorCode;
      readonly params: ErrorParams;
      readonly why: string;
    }
  /** `code` is the system's, `errcode` SQLite's. */
  | {
      readonly kind: 'failed';
      readonly message: string;
      readonly code: string | undefined;
      readonly errcode: number | undefined;
    };

/** `programPath`: the built `backup-worker.ts`. */
export function createBackupThread(programPath: string): BackupWork {
  return {
    lookAt: (input) => carryOut(programPath, { name: 'lookAt', input }),
    complete: (input) => carryOut(programPath, { name: 'complete', input }),
    stage: (input) => carryOut(programPath, { name: 'stage', input }),
  };
}

function carryOut<Value>(programPath: string, workerData: BackupTask): Promise<Value> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(programPath, { workerData });
    worker.on('message', (end: BackupTaskEnd) => {
      if (end.kind === 'done') resolve(end.value as Value);
      else reject(toError(end));
    });
    worker.on('error', reject);
    // Nothing happens where it has told its end before.
    worker.on('exit', (exitCode) =>
      reject(new Error(`The thread for backups ended by itself, with ${exitCode}.`)),
    );
  });
}

function toError(end: Exclude<BackupTaskEnd, { kind: 'done' }>): Error {
  return end.kind === 'refused'
    ? new AppError(end.code, end.params, { cause: new Error(end.why) })
    : Object.assign(new Error(end.message), { code: end.code, errcode: end.errcode });
}
