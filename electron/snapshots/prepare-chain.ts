// The next step after an invite run: who was invited, added to a pipeline, as a batch. Sends nothing; each step keeps its own outcome.
import { AppError } from '../../shared/errors/app-error';
import type { ParsedInput } from '../../shared/ipc/contract';
import { maxRowsPerChunk } from '../../shared/operations/batch';
import type { AddWork } from '../../shared/operations/pipeline-work';
import type { PreparedPipeline } from '../../shared/pipeline/prepared-pipeline';
import type { Environment } from '../../shared/workspaces/workspace';
import type { RunLedger } from '../runs/run-ledger';
import type { BatchStore } from '../store/batch-store';
import { readPipelineWorld, type Titled, type WorldProject, type WorldReads } from './pipeline-world';
import { prepareBatch, type RowToPrepare } from './prepare-batch';

export interface ChainParts {
  readonly ledger: RunLedger;
  readonly batches: BatchStore;
  readonly clientOf: (workspaceId: string) => Promise<WorldReads>;
  readonly environmentOf: (workspaceId: string) => Environment;
}

/** @throws AppError `run/not-found`, `run/wrong-state`, `api/not-found`, `api/…`. */
export async function prepareChain(
  { ledger, batches, clientOf, environmentOf }: ChainParts,
  { runId, target }: ParsedInput<'pipeline:prepare-chain'>,
): Promise<PreparedPipeline> {
  const { workspaceId, operation } = ledger.getRun(runId);
  if (operation !== 'invite') throw new AppError('run/wrong-state');
  const world = await readPipelineWorld(await clientOf(workspaceId), ({ id }) => id === target.projectId);
  const project = world.projects.get(target.projectId);
  if (project === undefined) throw new AppError('api/not-found');
  const place = toPlace(project, target);
  const rows = readInvited(ledger, runId).map(({ candidateId, ...row }): RowToPrepare => {
    if (candidateId === null)
      return {
        ...row,
        work: null,
        conflict: 'Flowmingo’s answer to the invitation does not say who this is, so nobody can be added',
      };
    return { ...row, work: { kind: 'add', candidateId, ...place }, conflict: null };
  });
  const { batchName } = ledger.getSummary(runId);
  const { columns, ...file } = ledger.getOrigin(runId).source;
  return prepareBatch(batches, {
    workspaceId,
    environment: environmentOf(workspaceId),
    name: batchName,
    title: `Add to ${project.title}: invited by ${batchName}`,
    source: { ...file, headers: columns.map(({ header }) => header) },
    rows,
  });
}

function toPlace(
  project: WorldProject,
  { jobPostId, stageId }: ParsedInput<'pipeline:prepare-chain'>['target'],
): Omit<AddWork, 'kind' | 'candidateId'> {
  const jobPost = find(project.jobPosts, jobPostId);
  const stage = find(project.stages, stageId);
  return {
    projectId: project.id,
    projectTitle: project.title,
    jobPostId: jobPost?.id ?? null,
    jobPostTitle: jobPost?.title ?? null,
    stageId: stage?.id ?? null,
    stageTitle: stage?.title ?? null,
  };
}

/** @throws AppError `api/not-found` for one that is gone. */
function find(all: readonly Titled[], id: string | null): Titled | null {
  if (id === null) return null;
  const found = all.find((one) => one.id === id);
  if (found === undefined) throw new AppError('api/not-found');
  return found;
}

interface InvitedRow extends Omit<RowToPrepare, 'work' | 'conflict'> {
  readonly candidateId: string | null;
}

/** The rows whose invitation was done. */
function readInvited(ledger: RunLedger, runId: string): InvitedRow[] {
  const invited: InvitedRow[] = [];
  for (let from = 0; ; ) {
    const rows = ledger.readResultRows(runId, from, maxRowsPerChunk);
    const last = rows.at(-1);
    if (last === undefined) return invited;
    for (const { outcome, rowNumber, person, cells, candidateId } of rows)
      if (outcome === 'done') invited.push({ rowNumber, person, cells, candidateId });
    from = last.ordinal + 1;
  }
}
