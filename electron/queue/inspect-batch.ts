// Looks at the world for one ready batch, just before it would start: key, scopes, target, who was invited meanwhile, the same file,
// CV links. Reads only. Must never say that all is well where it could not look.
import type { Inspection, ReadyBatch } from '../../shared/batches/ready-batch';
import { sameFileHashes } from '../../shared/batches/replay';
import { toFindings, type WorldFacts } from '../../shared/batches/to-findings';
import { AppError } from '../../shared/errors/app-error';
import { asksForTypedNumber } from '../../shared/operations/typed-number';
import { checkOrderMessage, checkWorld, findStartNotices, type PreflightParts } from '../batches/preflight';
import type { Me } from '../flowmingo/flowmingo-client';
import type { Ledger } from '../store/ledger';
import { checkPlacesStillThere } from './check-places';
import { type LinkLookParts, lookAtLinks } from './look-at-links';

export interface InspectParts extends PreflightParts, LinkLookParts {
  readonly ledger: Pick<Ledger, 'batches' | 'history' | 'ready'>;
  readonly nowMs: () => number;
}

/** What has changed since the batch was kept ready. Never rejects for what the world is like. */
export async function inspectBatch(
  parts: InspectParts,
  batch: ReadyBatch,
  looksAtLinks: boolean,
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
  { batchId, workspaceId, targetTitle, sendable, settings, linkCount, readyAtMs }: ReadyBatch,
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
    // One that cannot start anyway needs no look at its links.
    links:
      looksAtLinks && linkCount > 0 && !(world instanceof AppError)
        ? await lookAtLinks(parts, batchId)
        : null,
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

function orNull<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
