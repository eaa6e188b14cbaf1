// Sends people through the real engine, ledger, client and transport, every second one into a network fault, and says what the ledger
// and the server have of each. Told by its environment: FOLDER, ROWS (struck people a kind), PAIRS (JSON, two key pairs), OPERATION.
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { createEngineApi } from '../../../electron/context/engine-api';
import { createFlowmingoClient, type FlowmingoClient } from '../../../electron/flowmingo/flowmingo-client';
import { createHttpTransport, defaultLimits } from '../../../electron/flowmingo/http-transport';
import type { EngineApi } from '../../../electron/operations/operation';
import { createRunService, type RunService } from '../../../electron/runs/run-service';
import { ledgerFileName } from '../../../electron/store/database';
import { openLedger } from '../../../electron/store/ledger';
import type { PipelineWork } from '../../../shared/operations/pipeline-work';
import { type FaultyServer, type KeyPair, startFaultyServer } from './faulty-server';
import { type FaultKind, networkFaultKinds } from './network-fault-kinds';
import { storeAsks } from './store-asks';
import { storePeople } from './store-people';
import { openUnreachablePlace } from './unreachable-addresses';

const env = (name: string): string => process.env[name] ?? '';
const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);
const rowsPerKind = Number(env('ROWS'));
const pairs = JSON.parse(env('PAIRS')) as { right: KeyPair; wrongHost: KeyPair };

const operation = env('OPERATION') as 'invite' | PipelineWork['kind'];

const workspaceId = 'w';
const isStruck = (email: string) => email.startsWith('struck');
/** One after another, so that each struck write finds the connection that the good one before it has warmed. */
const settings = { concurrency: 1, peoplePerRequest: 1 };
/** A run may pause at every struck person, and a few times more. */
const mostResumes = rowsPerKind + 5;

async function runKind(kind: FaultKind, index: number): Promise<void> {
  const struckOnce = new Set<string>();
  const isFirst = (email: string) => !struckOnce.has(email) && struckOnce.add(email).has(email);
  const server = await startFaultyServer(pairs.right, ({ email, goodBody }, connection) => {
    if (kind.kind !== 'answered-badly' || !isStruck(email)) return false;
    if (kind.isOnlyOnce === true && !isFirst(email)) return false;
    kind.answer(connection, goodBody);
    return true;
  });
  const place =
    kind.kind === 'unreachable' ? await openUnreachablePlace(kind.address, pairs.wrongHost) : null;
  const limits =
    kind.kind === 'answered-badly'
      ? {
          ...defaultLimits,
          firstByteMs: kind.firstByteMs ?? defaultLimits.firstByteMs,
          bodyMs: kind.bodyMs ?? defaultLimits.bodyMs,
        }
      : defaultLimits;
  const transport = createHttpTransport(limits);
  const clientAt = (baseUrl: string) =>
    createFlowmingoClient({ baseUrl, readKey: async () => 'fl_practice_survival.secret', transport });
  const good = clientAt(server.baseUrl);
  const astray = place === null ? null : clientAt(place.baseUrl);
  /** How many connections lay there to be reset, by person. */
  const warmUnread = new Map<string, number>();
  const pick = (email: string): FlowmingoClient => {
    if (!isStruck(email)) return good;
    if (kind.kind === 'unread') warmUnread.set(email, server.resetUnread());
    return astray !== null && isFirst(email) ? astray : good;
  };
  const api: EngineApi = {
    ...createEngineApi({ clientOf: async () => good }),
    sendInvite: (_, request) => pick(request.candidates[0]?.email ?? '').sendInvite(request),
    sendPipeline: (_, request) =>
      pick(request.kind === 'add' ? request.body.tal_candidate_id : request.applicationId).sendPipeline(
        request,
      ),
  };

  const dataDir = join(env('FOLDER'), `kind-${index}`);
  const ledger = openLedger(dataDir);
  saveWorkspace(ledger);
  const emails = Array.from({ length: rowsPerKind }, (_, row) => [
    `good${row}@example.com`,
    `struck${row}@example.com`,
  ]).flat();
  const service = createRunService({
    ledger: ledger.runs,
    api,
    random: () => 0,
    lookUpWaits: { beforeFirstMs: 0, betweenMs: 0, settleMs: () => 0 },
  });
  const { runId } = await service.startRun(storeBatch(ledger, emails), settings);
  const { state, resumes } = await goOnToTheEnd(service, runId);
  await service.shutdown();
  ledger.close();
  transport.close();
  await place?.close();
  await server.close();
  say({
    name: kind.name,
    state,
    resumes,
    astray: place?.arrived() ?? 0,
    partial: server.partial(),
    rows: toRows(readAttempts(dataDir), server, warmUnread),
  });
}

function storeBatch(ledger: ReturnType<typeof openLedger>, emails: readonly string[]): string {
  return operation === 'invite'
    ? storePeople(ledger, workspaceId, emails, 'set-1')
    : storeAsks(ledger, workspaceId, {
        operation,
        asks: emails.map((label) => ({ label, work: toWork(operation, label) })),
      });
}

function toWork(kind: PipelineWork['kind'], id: string): PipelineWork {
  const place = { projectId: 'project-1', projectTitle: 'Backend Engineer' };
  const stage = { stageId: 'stage-2', stageTitle: 'Screening' };
  const from = { fromStageId: 'stage-1', fromStageTitle: 'Applied', onlyFrom: false };
  switch (kind) {
    case 'add':
      return { kind, candidateId: id, ...place, jobPostId: null, jobPostTitle: null, ...stage };
    case 'move':
      return { kind, applicationId: id, candidateId: null, ...place, ...from, ...stage };
    case 'reject':
      return { kind, applicationId: id, candidateId: null, ...place, ...from };
  }
}

async function goOnToTheEnd(service: RunService, runId: string) {
  for (let resumes = 0; ; resumes += 1) {
    const { state } = await service.whenAtRest(runId);
    if (state !== 'paused' || resumes >= mostResumes) return { state, resumes };
    await service.resumeRun(runId);
  }
}

function saveWorkspace(ledger: ReturnType<typeof openLedger>): void {
  ledger.workspaces.save({
    workspaceId,
    name: 'Practice',
    environment: 'practice',
    baseUrl: null,
    organizationId: 7,
    scopes: ['invite_candidates', 'write_pipeline'],
    expiresAtMs: null,
    keyShownPart: 'fl_practice_x',
  });
}

interface AttemptRecord {
  readonly email: string;
  readonly state: string;
  readonly kind: string | null;
  readonly why: string | null;
}

function readAttempts(dataDir: string): AttemptRecord[] {
  const database = new DatabaseSync(join(dataDir, ledgerFileName), { readOnly: true });
  try {
    return database
      .prepare(
        `SELECT p.email, q.state, a.kind, a.why FROM run_rows q JOIN runs r ON r.run_no = q.run_no
           JOIN batch_rows p ON p.batch_no = r.batch_no AND p.ordinal = q.ordinal
           LEFT JOIN attempt_rows x ON x.run_no = q.run_no AND x.ordinal = q.ordinal
           LEFT JOIN attempts a ON a.attempt_no = x.attempt_no
         ORDER BY q.ordinal, a.attempt_no`,
      )
      .all() as AttemptRecord[];
  } finally {
    database.close();
  }
}

function toRows(
  records: readonly AttemptRecord[],
  server: FaultyServer,
  warmUnread: ReadonlyMap<string, number>,
) {
  const emails = [...new Set(records.map(({ email }) => email))];
  return emails.map((email) => {
    const ofRow = records.filter((record) => record.email === email);
    const writes = server.writes.filter((write) => write.email === email);
    return {
      email,
      isStruck: isStruck(email),
      state: ofRow[0]?.state,
      attempts: ofRow.map(({ kind, why }) => ({ kind, why })),
      postsAtMs: writes.map(({ atMs }) => atMs),
      isWarm: (writes[0]?.onConnection ?? 0) > 1 || (warmUnread.get(email) ?? 0) > 0,
    };
  });
}

// Side by side: most of them wait for time limits.
Promise.all(networkFaultKinds.map(runKind)).then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  },
);
