import { isPipelineKind } from '../../../shared/operations/operation-kind';
import type { SnapshotSummary } from '../../../shared/pipeline/snapshot';
import { useRuns } from '../../components/use-runs';

/** More runs than one has between two readings. */
const lookedAt = 50;

/** Whether a run of this app has changed the pipeline since it was read: then the grid shows how it was before. */
export function useChangedSince({ workspaceId, takenAtMs }: SnapshotSummary): boolean {
  const { asked } = useRuns(lookedAt);
  if (asked.kind !== 'ready') return false;
  return asked.value.some(
    (run) =>
      run.workspaceId === workspaceId &&
      isPipelineKind(run.operation) &&
      run.counts.done > 0 &&
      (run.finishedAtMs ?? run.startedAtMs ?? 0) > takenAtMs,
  );
}
