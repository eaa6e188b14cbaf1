// Puts what a restore has made ready in the place of the ledger and its files, before either is opened. The present ones are kept aside;
// a death part way is finished at the next start. Must never delete anything of a ledger.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Where a restore is made ready, inside the data folder: a rename must not cross disks. */
export const stageFolderName = 'restore';
/** Written last; it holds the name of the folder in which the present data is kept. */
export const readyMarkName = 'ready';
const ledgerName = 'ledger.sqlite';
/** The log goes first: a ledger without it would lose its last commits, a log without its ledger is only kept. */
const ledgerParts = [`${ledgerName}-wal`, `${ledgerName}-shm`, 'ledger.open', ledgerName];
const draftsName = 'drafts';
const keptName = /^kept before restore \d{4}-\d{2}-\d{2} \d{2}-\d{2}-\d{2}$/;

/** The name of the folder in which the present data will be kept. */
export function placeRestored(nowMs: number): string {
  const [day, time = ''] = new Date(nowMs).toISOString().split('T');
  return `kept before restore ${day} ${time.slice(0, 8).replaceAll(':', '-')}`;
}

/** To be called with the lock of the data folder held and the ledger closed. Does nothing where nothing is ready. */
export function finishRestore(dataDir: string): void {
  const stage = join(dataDir, stageFolderName);
  const ready = join(stage, readyMarkName);
  if (!existsSync(ready)) return;
  const name = readFileSync(ready, 'utf8');
  if (!keptName.test(name)) throw new Error('What a restore has made ready cannot be understood.');
  const kept = join(dataDir, name);
  mkdirSync(kept, { recursive: true, mode: 0o700 });
  // Each part that is still in the stage is still to be placed; so every step can be done again after a death.
  if (existsSync(join(stage, draftsName))) {
    keep(dataDir, kept, draftsName);
    renameSync(join(stage, draftsName), join(dataDir, draftsName));
  }
  if (existsSync(join(stage, ledgerName))) {
    for (const part of ledgerParts) keep(dataDir, kept, part);
    renameSync(join(stage, ledgerName), join(dataDir, ledgerName));
  }
  rmSync(stage, { recursive: true, force: true });
}

function keep(dataDir: string, kept: string, name: string): void {
  const present = join(dataDir, name);
  if (existsSync(present)) renameSync(present, join(kept, name));
}
