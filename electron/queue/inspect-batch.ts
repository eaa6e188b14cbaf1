// Looks at the world for one ready batch, just before it would start: key, scopes, target, who was invited meanwhile, the same file,
// CV links. Reads only. Must never say that all is well where it could not look.
import type { Inspection, ReadyBatch } from '../../shared/batches/ready-batch';
import { sameFileHashes } from '../../shared/batches/replay';
import { toFindings, type WorldFacts } from '../../shared/batches/to-findings';
import { AppError } from '../../shared/errors/app-error';
import { type CheckedLink, isCheckableLink } from '../../shared/operations/link-outcome';
import { asksForTypedNumber } from '../../shared/operations/typed-number';
import { checkOrderMessage, checkWorld, findStartNotices, type PreflightParts } from '../batches/preflight';
import type { Me } from '../flowmingo/flowmingo-client';
import type { Ledger } from '../store/ledger';
import { checkPlacesStillThere } from './check-places';

export interface InspectParts extends PreflightParts {
  readonly ledger: Pick<Ledger, 'batches' | 'history'>;
  /** Looks at CV links, without the key. */
  readonly checkLinks: (links: readonly string[]) => Promise<CheckedLink[]>;
  readonly nowMs: () => number;
}

/** As many links as one check takes in foreseeable time (shared/ipc/contract.ts). */
const mostLinks = 200;
/** Rows read at once while links are collected. */
const rowsPerRead = 1000;

/** What has changed since the batch was kept ready. Never rejects for what the world is like. */
export async function inspectBatch(
  parts: InspectParts,
  batch: ReadyBatch,
  looksAtLinks = false,
): Promise<Inspection> {
  const facts = await readFacts(parts, batch, looksAtLinks);
  const sendable = Math.max(0, facts.sendable - (facts.meanwhile?.count ?? 0));
  return {
    batchId: batch.batchId,
    findings: toFindings(facts),
    sendable,
    asksForNumber: asksForNumber(parts, batch, sendable),
  };
}

/** Whether the number of a batch has to be typed; of one without a workspace it cannot be asked yet. */
export function asksForNumber(
  { workspaces }: Pick<InspectParts, 'workspaces'>,
  { workspaceId, operation }: ReadyBatch,
  sendable: number,
): boolean {
  const environment = orNull(() => (workspaceId === null ? null : workspaces.get(workspaceId).environment));
  return environment !== null && asksForTypedNumber(environment, operation, sendable);
}

async function readFacts(
  parts: InspectParts,
  { batchId, workspaceId, targetTitle, sendable, settings, readyAtMs }: ReadyBatch,
  looksAtLinks: boolean,
): Promise<WorldFacts> {
  const { ledger, nowMs } = parts;
  const known = { sendable, targetTitle, hasWorkspace: workspaceId !== null, readyAtMs, nowMs: nowMs() };
  const nothing = { failure: null, meanwhile: null, fileRun: null, links: null, notices: [] };
  if (workspaceId === null || targetTitle === null) return { ...known, ...nothing };
  const { work, source } = ledger.batches.get(batchId);
  const world = await askFlowmingo(parts, batchId, workspaceId, work);
  return {
    ...known,
    failure: world instanceof AppError ? world : null,
    meanwhile: work.operation === 'invite' ? ledger.history.findInvitedMeanwhile(batchId) : null,
    fileRun:
      ledger.history
        .findSameFile(workspaceId, sameFileHashes(source))
        .find(({ startedAtMs }) => startedAtMs > readyAtMs) ?? null,
    links: looksAtLinks && work.operation === 'invite' ? await lookAtLinks(parts, batchId) : null,
    notices: world instanceof AppError ? [] : findStartNotices(world, sendable, settings, nowMs()),
  };
}

/** What `GET /me` says, or why the batch cannot go on. */
async function askFlowmingo(
  parts: InspectParts,
  batchId: string,
  workspaceId: string,
  work: Parameters<typeof checkWorld>[2],
): Promise<Me | AppError> {
  try {
    checkOrderMessage(work);
    const me = await checkWorld(parts, workspaceId, work);
    if (work.operation !== 'invite' && me.scopes.includes('read_hiring'))
      await checkPlacesStillThere(parts, workspaceId, batchId);
    return me;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

async function lookAtLinks(
  { ledger, checkLinks }: InspectParts,
  batchId: string,
): Promise<NonNullable<WorldFacts['links']>> {
  const rowOf = new Map<string, number>();
  for (let from = 0; rowOf.size < mostLinks; ) {
    const rows = ledger.batches.readRows(batchId, from, rowsPerRead);
    const last = rows.at(-1);
    if (last === undefined) break;
    for (const { rowNumber, person, skip } of rows) {
      const link = person.cv_link?.trim() ?? '';
      if (skip === null && isCheckableLink(link) && rowOf.size < mostLinks && !rowOf.has(link))
        rowOf.set(link, rowNumber);
    }
    from = last.ordinal + 1;
  }
  const checked = rowOf.size === 0 ? [] : await checkLinks([...rowOf.keys()]);
  const silent = checked.filter(({ outcome: { kind } }) => kind !== 'answers' && kind !== 'not-checked');
  const rows = silent.map(({ link }) => rowOf.get(link) ?? 0);
  return {
    looked: checked.length,
    silent: silent.length,
    firstRow: Math.min(...rows, Number.MAX_SAFE_INTEGER),
  };
}

function orNull<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
