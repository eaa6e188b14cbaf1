// A real ledger in a temporary folder, a batch in it, and a made-up API whose answers a test decides.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { InviteAnswer, InviteRequest } from '../../../../electron/flowmingo/invite-request';
import type { RawAnswer, WriteOutcome } from '../../../../electron/flowmingo/write-outcome';
import type { EngineApi } from '../../../../electron/operations/operation';
import { createRunService, type RunService } from '../../../../electron/runs/run-service';
import { type Ledger, openLedger } from '../../../../electron/store/ledger';
import { AppError } from '../../../../shared/errors/app-error';
import type { BatchRow } from '../../../../shared/operations/batch';
import type { InviteOrder } from '../../../../shared/operations/invite-target';

export const workspaceId = 'practice-1';

export const invitingOrder: InviteOrder = {
  target: {
    setId: 'set-1',
    setTitle: 'Graduate Assessment',
    projectId: null,
    projectTitle: null,
    jobPostId: null,
    jobPostTitle: null,
  },
  sendInvite: true,
  message: null,
};

export function makeDataDir(): string {
  const dataDir = mkdtempSync(join(tmpdir(), 'flowmingo-ledger-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  return dataDir;
}

export function openTestLedger(dataDir = makeDataDir()): Ledger {
  const ledger = openLedger(dataDir);
  onTestFinished(() => {
    try {
      ledger.close();
    } catch {
      // The test closed it itself.
    }
  });
  if (ledger.workspaces.get(workspaceId) === null) {
    ledger.workspaces.save({
      workspaceId,
      name: 'Practice',
      environment: 'practice',
      baseUrl: null,
      organizationId: 7,
      scopes: ['invite_candidates', 'read_hiring'],
      expiresAtMs: null,
      keyShownPart: 'fl_practice_abc',
    });
  }
  return ledger;
}

export function makeRow(index: number, changes: Partial<BatchRow> = {}): BatchRow {
  const email = `person${index}@example.com`;
  const person = {
    email,
    firstname: `First${index}`,
    lastname: `Last${index}`,
    cv_link: null,
    ats_candidate_id: null,
  };
  return { rowNumber: index + 2, cells: [email, `First${index}`], person, skip: null, ...changes };
}

export function makeRows(count: number): BatchRow[] {
  return Array.from({ length: count }, (_, index) => makeRow(index));
}

export function storeBatch(
  ledger: Ledger,
  rows: readonly BatchRow[],
  order: InviteOrder = invitingOrder,
): string {
  const source = {
    fileName: 'people.csv',
    sizeBytes: 10,
    sha256: 'a'.repeat(64),
    sheetName: null,
    headerRow: 1,
    columns: [{ letter: 'A', header: 'Email' }],
  };
  const batchId = ledger.batches.begin({
    workspaceId,
    name: 'Fair',
    source,
    work: { operation: 'invite', order },
    rowCount: rows.length,
  });
  for (let from = 0; from < rows.length; from += 500)
    ledger.batches.addRows(batchId, from, rows.slice(from, from + 500));
  return batchId;
}

export const raw = (status: number): RawAnswer => ({
  status,
  bodyText: '{}',
  serverTimeMs: 1_780_000_000_000,
});

export function invited(request: InviteRequest): WriteOutcome<InviteAnswer> {
  const results = request.candidates.map(({ email, ats_candidate_id }) => ({
    email_address: email,
    ats_candidate_id,
    tal_candidate_id: `cand-${email}`,
    record_id: `rec-${email}`,
    submission: { id: `sub-${email}` },
    submissions: [{ id: `sub-${email}` }],
    ...(request.send_invite
      ? { invitation: { id: `inv-${email}` }, invitations: [{ id: `inv-${email}` }] }
      : {}),
  }));
  return { kind: 'processed', body: { results } as InviteAnswer, raw: raw(201) };
}

export function notProcessed(
  why: Extract<WriteOutcome<never>, { kind: 'not-processed' }>['why'],
  message: string = why,
  retryAfterMs: number | null = null,
): WriteOutcome<InviteAnswer> {
  return { kind: 'not-processed', why, message, retryAfterMs, raw: null };
}

export const lost: WriteOutcome<InviteAnswer> = {
  kind: 'unknown',
  why: 'answer-lost',
  message: 'ECONNRESET',
  retryAfterMs: null,
  raw: null,
};

export interface FakeApi extends EngineApi {
  /** The addresses of each request, in the order in which they left. */
  readonly sent: string[][];
  /** When a probe was asked for, UTC. */
  readonly probedAtMs: number[];
}

/** What a key without read_hiring may read. */
const noReads = async (): Promise<never> => {
  throw new AppError('api/scope-missing', { scope: 'read_hiring' });
};

/** `answer` decides by the request and by how many left before it. */
export function makeApi(
  answer: (
    request: InviteRequest,
    index: number,
  ) => WriteOutcome<InviteAnswer> | Promise<WriteOutcome<InviteAnswer>> = invited,
  reads: Partial<Omit<EngineApi, 'sendInvite' | 'sendPipeline'>> &
    Partial<Pick<EngineApi, 'sendPipeline'>> = {},
): FakeApi {
  const sent: string[][] = [];
  const probedAtMs: number[] = [];
  return {
    sent,
    probedAtMs,
    listSubmissions: noReads,
    listApplications: noReads,
    readPipeline: noReads,
    sendPipeline: async () => {
      throw new Error('No pipeline here.');
    },
    ...reads,
    probe: async (workspace) => {
      probedAtMs.push(Date.now());
      return reads.probe === undefined ? { kind: 'up' } : reads.probe(workspace);
    },
    sendInvite: async (_, request) => {
      sent.push(request.candidates.map(({ email }) => email ?? ''));
      return answer(request, sent.length - 1);
    },
  };
}

export function makeService(
  ledger: Ledger,
  api: EngineApi,
  deps: Partial<Parameters<typeof createRunService>[0]> = {},
): RunService {
  const lookUpWaits = { beforeFirstMs: 0, betweenMs: 0, settleMs: () => 0 };
  const service = createRunService({ ledger: ledger.runs, api, random: () => 0, lookUpWaits, ...deps });
  onTestFinished(() => service.shutdown());
  return service;
}

export const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((total, count) => total + count, 0);
