// The thread that writes snapshots, as it is built: a test runs the sources, and a thread could not.
import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
export const snapshotWorkerPath = join(root, 'dist', 'electron', 'snapshot-worker.cjs');

/** Builds it where its sources have changed. */
export function buildSnapshotWorker(): void {
  execFileSync(process.execPath, [join(root, 'scripts', 'build.mjs'), 'snapshot-worker'], { cwd: root });
}
