// The way back of a run on a pipeline: moves back where the stage is still the run's, and "put back" for who was rejected.
// It is prepared like any other batch: shown first, started by a person. An add has no way back: rejecting somebody is no undo.
import type { PipelineWork } from '../../shared/operations/pipeline-work';
import type { PreparedPipeline } from '../../shared/pipeline/prepared-pipeline';
import type { Environment } from '../../shared/workspaces/workspace';
import type { ListedApplication, ReadApi } from '../operations/look-up';
import { rulesOf } from '../operations/rules-of';
import type { DoneWork, RunLedger } from '../runs/run-ledger';
import type { BatchStore } from '../store/batch-store';
import { hashOf, prepareBatch, type RowToPrepare } from './prepare-batch';

export interface UndoParts {
  readonly ledger: RunLedger;
  readonly batches: BatchStore;
  readonly api: ReadApi;
  readonly environmentOf: (workspaceId: string) => Environment;
}

/** Reads the pipeline as it is now, so that what others have changed is shown first. @throws AppError `run/not-found`, `api/…`. */
export async function prepareUndo(parts: UndoParts, runId: string): Promise<PreparedPipeline> {
  const { workspaceId } = parts.ledger.getRun(runId);
  const { batchName } = parts.ledger.getSummary(runId);
  const done = parts.ledger.readDoneWork(runId);
  const now = new Map<string, readonly ListedApplication[]>();
  for (const projectId of new Set(done.map(({ work }) => work.projectId)))
    now.set(projectId, (await parts.api.readPipeline(workspaceId, projectId)).applications);
  const rows = done.map((row): RowToPrepare => {
    const { work, conflict } = toReverse(row);
    const found = now.get(row.work.projectId) ?? [];
    return {
      rowNumber: row.rowNumber,
      person: row.person,
      cells: [...row.cells],
      work,
      conflict: conflict ?? whyNot(work, found),
    };
  });
  return prepareBatch(parts.batches, {
    workspaceId,
    environment: parts.environmentOf(workspaceId),
    name: `Undo of ${batchName}`,
    title: `Undo of ${batchName}`,
    source: {
      fileName: `Undo of ${batchName}`.slice(0, 260),
      sizeBytes: 0,
      sha256: hashOf(`undo ${runId}`),
      sheetName: null,
      headerRow: null,
      headers: [],
    },
    rows,
  });
}

interface Reverse {
  readonly work: PipelineWork | null;
  readonly conflict: string | null;
}

function toReverse({ work, before }: DoneWork): Reverse {
  const nothing = (conflict: string): Reverse => ({ work: null, conflict });
  const { projectId, projectTitle } = work;
  switch (work.kind) {
    case 'add':
      return nothing('Was added. Reject this person in the pipeline if that was wrong');
    case 'move': {
      if (before === null) return nothing('Nobody noted the stage before the move');
      const { stageId, stageTitle } = before;
      if (stageId === null) return nothing('Was in no stage before, and nobody can be moved back to none');
      return {
        work: {
          kind: 'move',
          applicationId: work.applicationId,
          candidateId: work.candidateId,
          projectId,
          projectTitle,
          fromStageId: work.stageId,
          fromStageTitle: work.stageTitle,
          onlyFrom: true,
          stageId,
          stageTitle: stageTitle ?? '',
        },
        conflict: null,
      };
    }
    case 'reject': {
      if (work.candidateId === null)
        return nothing('Flowmingo does not say who this is, so nobody can be put back');
      return {
        work: {
          kind: 'add',
          candidateId: work.candidateId,
          projectId,
          projectTitle,
          jobPostId: before?.jobPostId ?? null,
          jobPostTitle: null,
          stageId: before?.stageId ?? null,
          stageTitle: before?.stageTitle ?? null,
        },
        conflict: null,
      };
    }
  }
}

/** Why the way back is not open any more, in a sentence. */
function whyNot(work: PipelineWork | null, applications: readonly ListedApplication[]): string | null {
  if (work === null) return null;
  const rules = rulesOf(work);
  return rules.whyLeftOut(work, rules.findBefore(work, applications), null)?.sentence ?? null;
}
