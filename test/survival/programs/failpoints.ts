// Starts a run over the real context and dies without clean-up at one place on one row's way. It only wraps what is handed in (the
// ledger) and the sockets below; the product has no hook for it. Told by its environment: DATA_DIR, BASE_URL, KEY, OPERATION, ROWS and
// SET_ID of an invite, ASKS (a file) of the others, STRUCK (the row's ordinal), POINT, HOW (`kill` or `exit`). OPERATION=list says which
// operations there are, and sends nothing.

import net from 'node:net';
import { openAppContext } from '../../../electron/context/app-context';
import { createEngineApi } from '../../../electron/context/engine-api';
import { createSessionKeyStore } from '../../../electron/keys/session-key-store';
import { createAppLog } from '../../../electron/log/app-log';
import { operationOf } from '../../../electron/operations/registry';
import type { RowChange, RunLedger } from '../../../electron/runs/run-ledger';
import { createRunService } from '../../../electron/runs/run-service';
import { readAsks, storeAsks } from './store-asks';
import { storePeople } from './store-people';

type FailPoint =
  | 'before-intent'
  | 'intent-written'
  | 'connected'
  | 'request-sent'
  | 'answer-arrived'
  | 'inside-write'
  | 'answer-written'
  | 'before-end';

const env = (name: string): string => process.env[name] ?? '';
const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);
const point = env('POINT') as FailPoint;
const struck = Number(env('STRUCK'));
const emailOf = (ordinal: number) => `person${ordinal}@example.com`;
const settings = { concurrency: 4, peoplePerRequest: 1 };
/** Of these the registry says which are there; a mixture of them is none of its own. */
const operationKinds = ['invite', 'add', 'move', 'reject'];
const exitCodeOfDeath = 86;

function die(): never {
  if (env('HOW') === 'kill') process.kill(process.pid, 'SIGKILL');
  process.exit(exitCodeOfDeath);
}

/** The ledger, with a death before, inside or behind the calls that are about the struck row. */
function mortal(ledger: RunLedger): RunLedger {
  return {
    ...ledger,
    writeIntent: async (runId, ordinals, atMs) => {
      const isStruck = ordinals.includes(struck);
      if (isStruck && point === 'before-intent') die();
      const attemptNo = await ledger.writeIntent(runId, ordinals, atMs);
      if (isStruck && point === 'intent-written') die();
      return attemptNo;
    },
    closeAttempt: async (runId, attemptNo, end, changes, atMs) => {
      const isStruck = end.kind === 'processed' && changes.some(({ ordinal }) => ordinal === struck);
      if (isStruck && point === 'answer-arrived') die();
      const isInside = isStruck && point === 'inside-write';
      await ledger.closeAttempt(runId, attemptNo, end, isInside ? mortalList(changes) : changes, atMs);
      if (isStruck && point === 'answer-written') die();
    },
    changeState: (runId, event, change) => {
      if (event === 'all-rows-settled' && point === 'before-end') die();
      return ledger.changeState(runId, event, change);
    },
  };
}

/** Dies when the last change has been taken from it: everything is written then, but for the commit that makes it count. */
function mortalList(changes: readonly RowChange[]): readonly RowChange[] {
  const all = [...changes];
  return Object.assign([...changes], {
    *[Symbol.iterator]() {
      yield* all;
      die();
    },
  });
}

interface WritableSocket {
  connecting: boolean;
  _writeGeneric(writev: boolean, data: unknown, encoding: string, done: (error?: Error | null) => void): void;
}

/** What only the request for the struck row holds: in its body, or in its address. */
function toMark(): string {
  if (env('OPERATION') === 'invite') return `"${emailOf(struck)}"`;
  const work = readAsks(env('ASKS')).asks[struck]?.work;
  if (work === undefined) throw new Error('There is no row to strike.');
  return work.kind === 'add'
    ? `"tal_candidate_id":"${work.candidateId}","com_project_id":"${work.projectId}"`
    : `/applications/${work.applicationId}/`;
}

/** Dies when a connected socket is handed the request for the struck row: before its bytes are written, or when they are. */
function dieAtSocket(mark: string): void {
  const socket = net.Socket.prototype as unknown as WritableSocket;
  const { _writeGeneric: write } = socket;
  socket._writeGeneric = function (writev, data, encoding, done) {
    // While it connects, the bytes only wait; they come here again afterwards.
    const isStruck = !this.connecting && toText(writev, data).includes(mark);
    if (isStruck && point === 'connected') die();
    write.call(this, writev, data, encoding, (error) => {
      if (isStruck && point === 'request-sent') die();
      done(error);
    });
  };
}

function toText(writev: boolean, data: unknown): string {
  return writev ? (data as { chunk: unknown }[]).map(({ chunk }) => String(chunk)).join('') : String(data);
}

async function main(): Promise<void> {
  if (env('OPERATION') === 'list') {
    const isThere = (kind: string) => operationOf(kind as Parameters<typeof operationOf>[0]) !== undefined;
    say({ operations: operationKinds.filter(isThere) });
    return;
  }
  const dataDir = env('DATA_DIR');
  const context = openAppContext({
    dataDir,
    log: createAppLog(dataDir),
    keyStore: createSessionKeyStore(),
    // It takes no snapshot.
    snapshotWorkerPath: '/nowhere',
    loopbackUrl: env('BASE_URL'),
  });
  const { workspaceId } = await context.workspaces.adoptKey(env('KEY'));
  const service = createRunService({
    ledger: mortal(context.ledger.runs),
    api: createEngineApi(context.workspaces),
  });
  if (point === 'connected' || point === 'request-sent') dieAtSocket(toMark());
  const { runId } = await service.startRun(storeBatch(), settings);
  say({ runId });
  const { state } = await service.whenAtRest(runId);
  throw new Error(`The run came to rest (${state}) and the place ${point} never came.`);

  function storeBatch(): string {
    if (env('OPERATION') !== 'invite') return storeAsks(context.ledger, workspaceId, readAsks(env('ASKS')));
    const emails = Array.from({ length: Number(env('ROWS')) }, (_, ordinal) => emailOf(ordinal));
    return storePeople(context.ledger, workspaceId, emails, env('SET_ID'));
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
