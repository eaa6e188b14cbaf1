// What a person chose for selected people of a snapshot, as a batch. Rows go only while the people are where the snapshot saw them.
import { setImmediate } from 'node:timers/promises';
import { AppError } from '../../shared/errors/app-error';
import type { ParsedInput } from '../../shared/ipc/contract';
import type { PipelineWork } from '../../shared/operations/pipeline-work';
import type { PreparedPipeline } from '../../shared/pipeline/prepared-pipeline';
import type { Environment } from '../../shared/workspaces/workspace';
import type { BatchStore } from '../store/batch-store';
import type { PipelineExportStore } from '../store/pipeline-export-store';
import type { KeptApplication, KeptTitle, PipelineReadStore } from '../store/pipeline-read-store';
import type { SnapshotStore } from '../store/snapshot-store';
import { hashOf, prepareBatch, type RowToPrepare } from './prepare-batch';

export interface SelectionParts {
  readonly snapshots: SnapshotStore;
  readonly reads: PipelineReadStore;
  readonly exports: PipelineExportStore;
  readonly batches: BatchStore;
  readonly environmentOf: (workspaceId: string) => Environment;
}

/** Some 15 ms for one read. */
const rowsPerRead = 500;

type Selection = ParsedInput<'pipeline:prepare'>;
type Planned = Pick<RowToPrepare, 'work' | 'conflict'>;

/** @throws AppError `snapshot/not-found`. */
export async function prepareSelection(
  parts: SelectionParts,
  selection: Selection,
): Promise<PreparedPipeline> {
  const { snapshotId, projectId, action } = selection;
  const { workspaceId } = parts.snapshots.get(snapshotId);
  const titles = (kind: 'project' | 'stage' | 'job-post') => parts.reads.titles(snapshotId, kind);
  const project = need(titles('project'), projectId);
  const plan = toPlan(action, project, titles);
  const rows: RowToPrepare[] = [];
  await readChosen(parts.exports, selection, (one) => {
    const { firstname, lastname, email, atsCandidateId: ats_candidate_id } = one;
    rows.push({
      rowNumber: rows.length + 1,
      person: { firstname, lastname, email, cv_link: null, ats_candidate_id },
      cells: [firstname ?? '', lastname ?? '', email ?? '', one.stageTitle ?? '', one.applicationId],
      ...plan.of(one),
    });
  });
  return prepareBatch(parts.batches, {
    workspaceId,
    environment: parts.environmentOf(workspaceId),
    name: project.title,
    title: plan.title,
    source: {
      fileName: `${project.title} (pipeline)`.slice(0, 260),
      sizeBytes: 0,
      sha256: hashOf(JSON.stringify(selection)),
      sheetName: null,
      headerRow: null,
      headers: ['First name', 'Last name', 'Email', 'Stage', 'Application ID'],
    },
    rows,
  });
}

/** Gives those of the project, in the order of their ids; read in turns that leave time for everything else. */
async function readChosen(
  exports: PipelineExportStore,
  { snapshotId, projectId, applicationIds }: Selection,
  take: (one: KeptApplication) => void,
): Promise<void> {
  const ids = [...new Set(applicationIds)].sort();
  for (let from = 0; from < ids.length; from += rowsPerRead) {
    for (const one of exports.readApplications(snapshotId, ids.slice(from, from + rowsPerRead)))
      if (one.projectId === projectId) take(one);
    await setImmediate();
  }
}

function toPlan(
  action: Selection['action'],
  project: KeptTitle,
  titles: (kind: 'project' | 'stage' | 'job-post') => KeptTitle[],
): { readonly title: string; of(one: KeptApplication): Planned } {
  const place = { projectId: project.id, projectTitle: project.title };
  const from = (one: KeptApplication) => ({ fromStageId: one.stageId, fromStageTitle: one.stageTitle });
  switch (action.kind) {
    case 'move': {
      const stage = need(titles('stage'), action.stageId);
      return {
        title: `${project.title}: move to ${stage.title}`,
        of: (one) => ({
          work: {
            kind: 'move',
            applicationId: one.applicationId,
            candidateId: one.candidateId,
            ...place,
            ...from(one),
            onlyFrom: true,
            stageId: stage.id,
            stageTitle: stage.title,
          },
          conflict: one.stageId === stage.id ? `In ${stage.title} already` : null,
        }),
      };
    }
    case 'reject':
      return {
        title: `${project.title}: reject`,
        of: (one) => ({
          work: {
            kind: 'reject',
            applicationId: one.applicationId,
            candidateId: one.candidateId,
            ...place,
            ...from(one),
            onlyFrom: true,
          },
          conflict: null,
        }),
      };
    case 'add': {
      const target = need(titles('project'), action.projectId);
      const stage = action.stageId === null ? null : need(titles('stage'), action.stageId);
      const jobPost = action.jobPostId === null ? null : need(titles('job-post'), action.jobPostId);
      const toWork = (candidateId: string): PipelineWork => ({
        kind: 'add',
        candidateId,
        projectId: target.id,
        projectTitle: target.title,
        jobPostId: jobPost?.id ?? null,
        jobPostTitle: jobPost?.title ?? null,
        stageId: stage?.id ?? null,
        stageTitle: stage?.title ?? null,
      });
      return {
        title: `Add to ${target.title}`,
        of: ({ candidateId }) =>
          candidateId === null
            ? { work: null, conflict: 'Flowmingo does not say who this is, so nobody can be added' }
            : { work: toWork(candidateId), conflict: null },
      };
    }
  }
}

function need(titles: readonly KeptTitle[], id: string): KeptTitle {
  const found = titles.find((one) => one.id === id);
  if (found === undefined) throw new AppError('snapshot/not-found');
  return found;
}
