// One project of a snapshot with its numbers, read a piece at a time so that a run and the window go on between. Reads only.
import { setImmediate } from 'node:timers/promises';
import { AppError } from '../../shared/errors/app-error';
import { type PipelineOverview, type StageCount, scoreBands } from '../../shared/pipeline/pipeline-view';
import type { SnapshotSummary } from '../../shared/pipeline/snapshot';
import type {
  EarlierApplication,
  KeptApplication,
  KeptTitle,
  PipelineReadStore,
} from '../store/pipeline-read-store';
import { changesOf, createChangeCount } from './compare-applications';
import { type IndexedRow, toName, toSubmissionState } from './pipeline-rows';

/** Some 15 ms for one read of rows with all that is known of their people; less for those that are only compared. */
const rowsPerRead = 500;

export interface ReadProject {
  readonly rows: readonly IndexedRow[];
  readonly overview: PipelineOverview;
}

/** `since`: what it is compared with; null for nothing. @throws AppError `snapshot/not-found`. */
export async function readProject(
  reads: PipelineReadStore,
  snapshot: SnapshotSummary,
  projectId: string,
  since: SnapshotSummary | null,
): Promise<ReadProject> {
  const { snapshotId } = snapshot;
  const project = reads.titles(snapshotId, 'project').find(({ id }) => id === projectId);
  if (project === undefined) throw new AppError('snapshot/not-found');
  const stages = reads.titles(snapshotId, 'stage').filter((stage) => stage.projectId === projectId);
  const place = new Map(stages.map(({ id }, index) => [id, index]));
  const before = since === null ? null : await readEarlier(reads, since.snapshotId, projectId);
  const tally = createTally(stages, before);
  const rows: IndexedRow[] = [];
  await inPieces(
    (afterId) => reads.applications(snapshotId, projectId, afterId, rowsPerRead),
    (one) => {
      const row = toRow(one, before?.applications.get(one.applicationId), before !== null);
      tally.add(one, row);
      rows.push({
        row,
        searchText: one.searchText,
        stagePlace: one.stageId === null ? stages.length + 1 : (place.get(one.stageId) ?? stages.length),
      });
    },
  );
  const counted = tally.end(since);
  return {
    rows,
    overview: {
      snapshot,
      project: { id: project.id, title: project.title },
      applicationCount: rows.length,
      ...counted,
    },
  };
}

async function inPieces<One extends Pick<KeptApplication, 'applicationId'>>(
  read: (afterId: string) => readonly One[],
  take: (one: One) => void,
): Promise<void> {
  for (let afterId = ''; ; ) {
    const piece = read(afterId);
    for (const one of piece) take(one);
    const last = piece.at(-1);
    if (last === undefined || piece.length < rowsPerRead) return;
    afterId = last.applicationId;
    await setImmediate();
  }
}

interface Earlier {
  readonly applications: ReadonlyMap<string, EarlierApplication>;
  readonly stageCounts: ReadonlyMap<string | null, number>;
}

async function readEarlier(
  reads: PipelineReadStore,
  snapshotId: string,
  projectId: string,
): Promise<Earlier> {
  const applications = new Map<string, EarlierApplication>();
  const stageCounts = new Map<string | null, number>();
  await inPieces(
    (afterId) => reads.earlier(snapshotId, projectId, afterId, rowsPerRead),
    (one) => {
      applications.set(one.applicationId, one);
      addOne(stageCounts, one.stageId);
    },
  );
  return { applications, stageCounts };
}

function toRow(
  one: KeptApplication,
  before: EarlierApplication | undefined,
  isCompared: boolean,
): IndexedRow['row'] {
  return {
    applicationId: one.applicationId,
    candidateId: one.candidateId,
    name: toName(one),
    email: one.email,
    atsCandidateId: one.atsCandidateId,
    stageId: one.stageId,
    stageTitle: one.stageTitle,
    jobPostTitle: one.jobPostTitle,
    score: one.score ?? one.submissionScore,
    submission: toSubmissionState(one),
    inStage:
      one.stageSinceMs === null
        ? null
        : { sinceMs: one.stageSinceMs, isExact: one.stageIsExact === 1, fromTitle: one.stageFrom },
    changes: isCompared ? changesOf(one, before) : [],
  };
}

/** The numbers of the overview, one application after the other. */
function createTally(stages: readonly KeptTitle[], before: Earlier | null) {
  const known = new Map<string, string>(stages.map(({ id, title }) => [id, title]));
  const stageCounts = new Map<string | null, number>();
  const bands = Array.from({ length: scoreBands }, () => 0);
  const scores: number[] = [];
  const changes = createChangeCount();
  let named = 0;
  let count = 0;
  return {
    add: (one: KeptApplication, row: IndexedRow['row']) => {
      count += 1;
      if (row.name !== null || row.email !== null) named += 1;
      addOne(stageCounts, one.stageId);
      // A stage that people are in and that the project no longer lists is shown all the same.
      if (one.stageId !== null && !known.has(one.stageId))
        known.set(one.stageId, one.stageTitle ?? one.stageId);
      if (row.score !== null) {
        scores.push(row.score);
        const band = Math.min(scoreBands - 1, Math.max(0, Math.floor(row.score)));
        bands[band] = (bands[band] ?? 0) + 1;
      }
      changes.add(one, row.changes);
    },
    end: (
      since: SnapshotSummary | null,
    ): Pick<PipelineOverview, 'named' | 'stages' | 'scores' | 'changes'> => ({
      named,
      stages: toStageCounts(known, stageCounts, before?.stageCounts ?? null),
      scores: { bands, unscored: count - scores.length, median: medianOf(scores) },
      changes:
        since === null || before === null
          ? null
          : changes.end(
              before.applications.size,
              { sinceMs: since.takenAtMs, sinceSnapshotId: since.snapshotId },
              stages.map(({ title }) => title),
            ),
    }),
  };
}

function addOne(counts: Map<string | null, number>, key: string | null): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function toStageCounts(
  known: ReadonlyMap<string, string>,
  now: ReadonlyMap<string | null, number>,
  then: ReadonlyMap<string | null, number> | null,
): StageCount[] {
  const hasNone = (now.get(null) ?? 0) + (then?.get(null) ?? 0) > 0;
  return [...known, ...(hasNone ? ([[null, 'No stage yet']] as const) : [])].map(([id, title]) => ({
    stageId: id,
    title,
    now: now.get(id) ?? 0,
    before: then === null ? null : (then.get(id) ?? 0),
  }));
}

/** The lower one of two in the middle. */
function medianOf(scores: readonly number[]): number | null {
  // Numbers of a typed array are sorted in some milliseconds, without a comparison function.
  return Float64Array.from(scores).sort()[Math.floor((scores.length - 1) / 2)] ?? null;
}
