// Whether the projects, job posts and stages that a pipeline batch names are still there. Who stands where is looked at by the run itself.
import { AppError } from '../../shared/errors/app-error';
import type { PipelineWork } from '../../shared/operations/pipeline-work';
import type { FlowmingoClient } from '../flowmingo/flowmingo-client';
import type { BatchStore } from '../store/batch-store';

export interface PlaceParts {
  readonly ledger: { readonly batches: Pick<BatchStore, 'readRows'> };
  readonly workspaces: {
    clientOf(workspaceId: string): Promise<Pick<FlowmingoClient, 'listAll' | 'readStages'>>;
  };
}

/** Rows read at once. */
const rowsPerRead = 1000;

interface Places {
  readonly projects: Map<string, string>;
  readonly jobPosts: Map<string, string>;
  /** Project → stages that rows go to. */
  readonly stages: Map<string, Map<string, string>>;
}

/** @throws AppError `api/not-found` naming the first that is gone, or why Flowmingo cannot be asked. */
export async function checkPlacesStillThere(
  { ledger, workspaces }: PlaceParts,
  workspaceId: string,
  batchId: string,
): Promise<void> {
  const places = collectPlaces(ledger.batches, batchId);
  const client = await workspaces.clientOf(workspaceId);
  const gone = (named: ReadonlyMap<string, string>, items: readonly { readonly id: string }[]) => {
    const there = new Set(items.map(({ id }) => id));
    for (const [id, title] of named)
      if (!there.has(id)) throw new AppError('api/not-found', { message: title });
  };
  gone(places.projects, await client.listAll('projects'));
  if (places.jobPosts.size > 0) gone(places.jobPosts, await client.listAll('job-posts'));
  for (const [projectId, stages] of places.stages) gone(stages, await client.readStages(projectId));
}

function collectPlaces(batches: Pick<BatchStore, 'readRows'>, batchId: string): Places {
  const places: Places = { projects: new Map(), jobPosts: new Map(), stages: new Map() };
  for (let from = 0; ; ) {
    const rows = batches.readRows(batchId, from, rowsPerRead);
    const last = rows.at(-1);
    if (last === undefined) return places;
    for (const { work, skip } of rows) if (work !== undefined && skip === null) addPlaces(places, work);
    from = last.ordinal + 1;
  }
}

function addPlaces({ projects, jobPosts, stages }: Places, work: PipelineWork): void {
  projects.set(work.projectId, work.projectTitle);
  if (work.kind === 'reject') return;
  if (work.kind === 'add' && work.jobPostId !== null)
    jobPosts.set(work.jobPostId, work.jobPostTitle ?? work.jobPostId);
  if (work.stageId === null) return;
  const ofProject = stages.get(work.projectId) ?? new Map<string, string>();
  stages.set(work.projectId, ofProject.set(work.stageId, work.stageTitle ?? work.stageId));
}
