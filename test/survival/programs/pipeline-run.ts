// Adds, moves or rejects through the real engine, ledger and client, in a process that may be killed. Told by its environment: DATA_DIR,
// BASE_URL, KEY, STEP (`begin`, `look` after a death without sending anything, or `go-on`), ASKS (the file of the rows, for `begin`),
// CONCURRENCY, WAITS (of look-ups, JSON; the product's own without it). Says the account of the run: as it is found for `look`, else as it comes to rest.
import { createEngineApi } from '../../../electron/context/engine-api';
import { createFlowmingoClient } from '../../../electron/flowmingo/flowmingo-client';
import { createHttpTransport } from '../../../electron/flowmingo/http-transport';
import type { LookUpWaits } from '../../../electron/runs/look-ups';
import { createRunService } from '../../../electron/runs/run-service';
import { openLedger } from '../../../electron/store/ledger';
import { readAsks, storeAsks } from './store-asks';

const env = (name: string): string => process.env[name] ?? '';
const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);
const workspaceId = 'w';
/** A run pauses after many failures in a row; so often it is told to go on. */
const mostRests = 5;

function readWaits(): LookUpWaits {
  const { settleMs, ...waits } = JSON.parse(env('WAITS')) as Record<keyof LookUpWaits, number>;
  return { ...waits, settleMs: () => settleMs };
}

async function main(): Promise<void> {
  const ledger = openLedger(env('DATA_DIR'));
  const client = createFlowmingoClient({
    baseUrl: env('BASE_URL'),
    readKey: async () => env('KEY'),
    transport: createHttpTransport(),
  });
  const service = createRunService({
    ledger: ledger.runs,
    api: createEngineApi({ clientOf: async () => client }),
    ...(env('WAITS') === '' ? {} : { lookUpWaits: readWaits() }),
  });
  service.recoverRuns();
  let runId = findRun();
  if (env('STEP') === 'begin') runId = await begin();
  else if (env('STEP') === 'go-on' && runId !== null) await goOn(runId);
  if (runId !== null && env('STEP') !== 'look')
    for (let rests = 0; (await service.whenAtRest(runId)).state === 'paused' && rests < mostRests; rests += 1)
      await service.resumeRun(runId);
  say(runId === null ? { runId } : toAccount(runId));
  await service.shutdown();
  ledger.close();
  process.exit(0);

  /** A plan that died before its start sent nothing and counts for nothing. */
  function findRun(): string | null {
    const found = service
      .listRuns(100)
      .find(({ state, counts, total }) => !(state === 'cancelled' && counts.notSent === total));
    return found?.runId ?? null;
  }

  async function begin(): Promise<string> {
    ledger.workspaces.save({
      workspaceId,
      name: 'Practice',
      environment: 'practice',
      baseUrl: null,
      organizationId: 7,
      scopes: ['read_hiring', 'write_pipeline'],
      expiresAtMs: null,
      keyShownPart: 'fl_practice_x',
    });
    const batchId = storeAsks(ledger, workspaceId, readAsks(env('ASKS')));
    const settings = { concurrency: Number(env('CONCURRENCY')), peoplePerRequest: 1 };
    return (await service.startRun(batchId, settings)).runId;
  }

  async function goOn(id: string): Promise<void> {
    if (service.getSummary(id).state === 'paused') await service.resumeRun(id);
  }

  function toAccount(id: string): object {
    const { summary, rows } = service.readResults(id);
    const lines = [...rows()].map(({ cells, outcome }) => ({ email: cells[0], outcome }));
    return { runId: id, state: summary.state, total: summary.total, counts: summary.counts, lines };
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
