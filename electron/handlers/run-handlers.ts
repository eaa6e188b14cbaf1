// runs:* — the history, one run, and what can be asked of it.
import type { ParsedInput, RequestOutput } from '../../shared/ipc/contract';
import { checkTypedNumber, checkWorld } from '../batches/preflight';
import type { HandlerContext } from './handler-context';

export function listRuns(
  { runs }: HandlerContext,
  { limit }: ParsedInput<'runs:list'>,
): RequestOutput<'runs:list'> {
  return { runs: runs.listRuns(limit) };
}

export function getRun(
  { runs }: HandlerContext,
  { runId }: ParsedInput<'runs:get'>,
): RequestOutput<'runs:get'> {
  return runs.getSummary(runId);
}

export function listRows(
  { runs }: HandlerContext,
  query: ParsedInput<'runs:list-rows'>,
): RequestOutput<'runs:list-rows'> {
  return runs.listRows(query);
}

export function listCauses(
  { runs }: HandlerContext,
  { runId }: ParsedInput<'runs:list-causes'>,
): RequestOutput<'runs:list-causes'> {
  return { causes: runs.listCauses(runId) };
}

export async function pauseRun(
  { runs }: HandlerContext,
  { runId }: ParsedInput<'runs:pause'>,
): Promise<RequestOutput<'runs:pause'>> {
  return runs.pauseRun(runId);
}

export async function resumeRun(
  { runs }: HandlerContext,
  { runId }: ParsedInput<'runs:resume'>,
): Promise<RequestOutput<'runs:resume'>> {
  return runs.resumeRun(runId);
}

export async function cancelRun(
  { runs }: HandlerContext,
  { runId }: ParsedInput<'runs:cancel'>,
): Promise<RequestOutput<'runs:cancel'>> {
  return runs.cancelRun(runId);
}

/** Asks for the typed number and looks at the world exactly as for a first run. */
export async function runAgain(
  context: HandlerContext,
  input: ParsedInput<'runs:run-again'>,
): Promise<RequestOutput<'runs:run-again'>> {
  const earlier = context.runs.getSummary(input.runId);
  const count = context.runs.countRunAgain(input.runId, input.causeCode);
  checkTypedNumber(context.workspaces, earlier, count, input.typedNumber);
  await checkWorld(context, earlier.workspaceId, context.runs.readResults(input.runId).work);
  return context.runs.runAgain(input.runId, input.causeCode, input.settings, input.start);
}

export function listUnsure(
  { runs }: HandlerContext,
  { runId, offset, limit }: ParsedInput<'runs:list-unsure'>,
): RequestOutput<'runs:list-unsure'> {
  return runs.listUnsure(runId, offset, limit);
}

export async function lookUp(
  { runs }: HandlerContext,
  { runId }: ParsedInput<'runs:look-up'>,
): Promise<RequestOutput<'runs:look-up'>> {
  return runs.lookUp(runId);
}

export async function decideUnsure(
  { runs }: HandlerContext,
  { runId, ...decision }: ParsedInput<'runs:decide-unsure'>,
): Promise<RequestOutput<'runs:decide-unsure'>> {
  return runs.decideUnsure(runId, decision);
}

export function getExchange(
  { runs }: HandlerContext,
  { runId, ordinal }: ParsedInput<'runs:get-exchange'>,
): RequestOutput<'runs:get-exchange'> {
  return runs.getExchange(runId, ordinal);
}
