// targets:*, history:*, batches:* — what a run is prepared from, and its start.
import type { ParsedInput, RequestOutput } from '../../shared/ipc/contract';
import {
  checkNobodyTwice,
  checkOrderMessage,
  checkTypedNumber,
  checkWorld,
  findStartNotices,
} from '../batches/preflight';
import type { HandlerContext } from './handler-context';

export async function readTargetLists(
  { targets }: HandlerContext,
  input: ParsedInput<'targets:read-lists'>,
): Promise<RequestOutput<'targets:read-lists'>> {
  return targets.readLists(input.workspaceId, input.refresh);
}

export function findInvited(
  { ledger }: HandlerContext,
  input: ParsedInput<'history:find-invited'>,
): RequestOutput<'history:find-invited'> {
  return { invited: ledger.history.findInvited(input.workspaceId, input) };
}

export function beginBatch(
  { ledger, workspaces }: HandlerContext,
  input: ParsedInput<'batches:begin'>,
): RequestOutput<'batches:begin'> {
  if (input.workspaceId !== null) workspaces.get(input.workspaceId);
  const draftName = input.draftId === undefined ? null : ledger.drafts.nameOf(input.draftId);
  return { batchId: ledger.batches.begin({ ...input, name: draftName ?? input.name }) };
}

export function addRows(
  { ledger }: HandlerContext,
  input: ParsedInput<'batches:add-rows'>,
): RequestOutput<'batches:add-rows'> {
  return { rowsHeld: ledger.batches.addRows(input.batchId, input.fromOrdinal, input.rows) };
}

export async function checkStart(
  context: HandlerContext,
  { workspaceId, work, peopleCount, settings }: ParsedInput<'batches:check-start'>,
): Promise<RequestOutput<'batches:check-start'>> {
  checkOrderMessage(work);
  const me = await checkWorld(context, workspaceId, work);
  const checkedAtMs = Date.now();
  return { checkedAtMs, notices: findStartNotices(me, peopleCount, settings, checkedAtMs) };
}

export async function startRun(
  context: HandlerContext,
  input: ParsedInput<'batches:start-run'>,
): Promise<RequestOutput<'batches:start-run'>> {
  const batch = context.ledger.batches.get(input.batchId);
  checkTypedNumber(
    context.workspaces,
    { workspaceId: batch.workspaceId, operation: batch.work.operation },
    context.ledger.batches.countSendable(input.batchId),
    input.typedNumber,
  );
  checkNobodyTwice(context.ledger.history, input.batchId);
  checkOrderMessage(batch.work);
  await checkWorld(context, batch.workspaceId, batch.work);
  return context.runs.startRun(input.batchId, input.settings, input.start);
}
