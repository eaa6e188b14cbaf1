// A run in a process that lives on, as the app does, while its disk is full and when there is room again. Told by its environment:
// DATA_DIR, BASE_URL, KEY, SET_ID, ROWS. Says when the run has come to rest, goes on with it when a line comes in, and says the end.
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { openAppContext } from '../../../electron/context/app-context';
import { createSessionKeyStore } from '../../../electron/keys/session-key-store';
import { createAppLog } from '../../../electron/log/app-log';
import type { RunSummary } from '../../../shared/runs/progress';
import { storePeople } from './store-people';

const env = (name: string): string => process.env[name] ?? '';
const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);

async function main(): Promise<void> {
  const dataDir = env('DATA_DIR');
  const { workspaces, ledger, runs, close } = openAppContext({
    dataDir,
    log: createAppLog(dataDir),
    keyStore: createSessionKeyStore(),
    // It takes no snapshot.
    snapshotWorkerPath: '/nowhere',
    loopbackUrl: env('BASE_URL'),
  });
  const { workspaceId } = await workspaces.adoptKey(env('KEY'));
  const emails = Array.from({ length: Number(env('ROWS')) }, (_, index) => `app${index}@example.com`);
  const batchId = storePeople(ledger, workspaceId, emails, env('SET_ID'));
  const { runId } = await runs.startRun(batchId, { concurrency: 8, peoplePerRequest: 1 });
  sayRest(await runs.whenAtRest(runId));
  await once(createInterface({ input: process.stdin }), 'line');
  await runs.resumeRun(runId);
  sayRest(await runs.whenAtRest(runId));
  await close();
  process.exit(0);
}

function sayRest({ runId, state, pauseReason, counts, total, inFlight }: RunSummary): void {
  say({ runId, state, pauseReason, counts, total, inFlight });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
