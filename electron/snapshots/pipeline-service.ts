// One project of a snapshot as the screen asks for it. Reads only; keeps what it has read last, since the next question is about the same.
import type {
  PipelineFilter,
  PipelineOverview,
  PipelineRow,
  pipelineSorts,
} from '../../shared/pipeline/pipeline-view';
import type { LastRunStore } from '../store/last-run-store';
import type { PipelineReadStore } from '../store/pipeline-read-store';
import type { SnapshotStore } from '../store/snapshot-store';
import type { IndexedRow } from './pipeline-rows';
import { readProject } from './read-project';
import { createRowFinder, type RowFinder } from './row-finder';

/** Which pipeline is looked at. `sinceSnapshotId` null: compared as `PipelineReadStore.findEarlier` says. */
export interface PipelineQuestion {
  readonly snapshotId: string;
  readonly projectId: string;
  readonly sinceSnapshotId: string | null;
}

export interface PipelineService {
  /** @throws AppError `snapshot/not-found`. */
  getOverview(question: PipelineQuestion): Promise<PipelineOverview>;
  /** A piece of what the filter finds, and how much that is. What was done last with each is as the ledger has it now. */
  listRows(
    question: PipelineQuestion & {
      readonly filter: PipelineFilter;
      readonly sort: (typeof pipelineSorts)[number];
      readonly isDescending: boolean;
      readonly offset: number;
      readonly limit: number;
    },
  ): Promise<{ readonly rows: PipelineRow[]; readonly matching: number }>;
  /** The applications that the filter finds, the first `limit` of them in the order of stages. */
  listIds(
    question: PipelineQuestion & { readonly filter: PipelineFilter; readonly limit: number },
  ): Promise<string[]>;
  /** Forgets what was kept: names were added. */
  forget(): void;
}

interface Kept {
  readonly workspaceId: string;
  readonly finder: RowFinder<IndexedRow>;
  readonly overview: PipelineOverview;
}

export function createPipelineService(
  snapshots: SnapshotStore,
  reads: PipelineReadStore,
  lastRuns: LastRunStore,
): PipelineService {
  let kept: { readonly key: string; readonly read: Promise<Kept> } | null = null;

  const read = ({ snapshotId, projectId, sinceSnapshotId }: PipelineQuestion): Promise<Kept> => {
    const snapshot = snapshots.get(snapshotId);
    const sinceId = sinceSnapshotId ?? reads.findEarlier(snapshotId, startOfDay(snapshot.takenAtMs));
    const key = [snapshotId, projectId, sinceId].join(' ');
    if (kept?.key === key) return kept.read;
    const since = sinceId === null ? null : snapshots.get(sinceId);
    const reading = readProject(reads, snapshot, projectId, since).then(({ rows, overview }) => ({
      workspaceId: snapshot.workspaceId,
      finder: createRowFinder(rows),
      overview,
    }));
    kept = { key, read: reading };
    reading.catch(() => {
      if (kept?.read === reading) kept = null;
    });
    return reading;
  };

  return {
    getOverview: async (question) => (await read(question)).overview,
    listRows: async ({ filter, sort, isDescending, offset, limit, ...question }) => {
      const { workspaceId, finder } = await read(question);
      const found = await finder.find(filter, sort, isDescending);
      const shown = found.slice(offset, offset + limit).map(({ row }) => row);
      const done = lastRuns.find(workspaceId, question.projectId, shown);
      const rows = shown.map((row) => ({ ...row, lastRun: done.get(row.applicationId) ?? null }));
      return { rows, matching: found.length };
    },
    listIds: async ({ filter, limit, ...question }) => {
      const { finder } = await read(question);
      const found = await finder.find(filter, 'stage', false);
      return found.slice(0, limit).map(({ row }) => row.applicationId);
    },
    forget: () => {
      kept = null;
    },
  };
}

function startOfDay(atMs: number): number {
  return new Date(atMs).setHours(0, 0, 0, 0);
}
