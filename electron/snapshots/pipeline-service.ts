// One project of a snapshot as the screen asks for it. Reads only; keeps what it has read last, since the next question is about the same.
import { setImmediate } from 'node:timers/promises';
import { AppError } from '../../shared/errors/app-error';
import {
  type PipelineFilter,
  type PipelineOverview,
  type PipelineRow,
  type pipelineSorts,
  type StageCount,
  scoreBands,
} from '../../shared/pipeline/pipeline-view';
import type { SnapshotSummary } from '../../shared/pipeline/snapshot';
import type { KeptApplication, PipelineReadStore } from '../store/pipeline-read-store';
import type { SnapshotStore } from '../store/snapshot-store';
import { changesOf, countChanges } from './compare-applications';
import { findRows, type IndexedRow, toName, toSubmissionState } from './pipeline-rows';

/** Which pipeline is looked at. `sinceSnapshotId` null: compared as `PipelineReadStore.findEarlier` says. */
export interface PipelineQuestion {
  readonly snapshotId: string;
  readonly projectId: string;
  readonly sinceSnapshotId: string | null;
}

export interface PipelineService {
  /** @throws AppError `snapshot/not-found`. */
  getOverview(question: PipelineQuestion): Promise<PipelineOverview>;
  listRows(
    question: PipelineQuestion & {
      readonly filter: PipelineFilter;
      readonly sort: (typeof pipelineSorts)[number];
      readonly isDescending: boolean;
    },
  ): Promise<readonly PipelineRow[]>;
  /** Forgets what was kept: names were added. */
  forget(): void;
}

interface Kept {
  readonly rows: readonly IndexedRow[];
  readonly overview: PipelineOverview;
}

/** Some 30 ms for one read; a run and the window go on between them. */
const rowsPerRead = 1000;

export function createPipelineService(snapshots: SnapshotStore, reads: PipelineReadStore): PipelineService {
  let kept: { readonly key: string; readonly read: Promise<Kept> } | null = null;

  const read = (question: PipelineQuestion): Promise<Kept> => {
    const { snapshotId, projectId } = question;
    const snapshot = snapshots.get(snapshotId);
    const sinceId = question.sinceSnapshotId ?? reads.findEarlier(snapshotId, startOfDay(snapshot.takenAtMs));
    const key = [snapshotId, projectId, sinceId].join(' ');
    if (kept?.key === key) return kept.read;
    const reading = readProject(snapshot, projectId, sinceId);
    kept = { key, read: reading };
    reading.catch(() => {
      if (kept?.read === reading) kept = null;
    });
    return reading;
  };

  const readProject = async (
    snapshot: SnapshotSummary,
    projectId: string,
    sinceId: string | null,
  ): Promise<Kept> => {
    const { snapshotId } = snapshot;
    const project = reads.titles(snapshotId, 'project').find(({ id }) => id === projectId);
    if (project === undefined) throw new AppError('snapshot/not-found');
    const stages = reads.titles(snapshotId, 'stage').filter((stage) => stage.projectId === projectId);
    const applications: KeptApplication[] = [];
    for (let afterId = ''; ; ) {
      const piece = reads.applications(snapshotId, projectId, afterId, rowsPerRead);
      for (const one of piece) applications.push(one);
      const last = piece.at(-1);
      if (last === undefined || piece.length < rowsPerRead) break;
      afterId = last.applicationId;
      await setImmediate();
    }
    const before = sinceId === null ? null : reads.earlier(sinceId, projectId);
    const place = new Map(stages.map(({ id }, index) => [id, index]));
    const rows = applications.map(
      (one): IndexedRow => ({
        row: toRow(one, before?.get(one.applicationId), before !== null),
        searchText: one.searchText,
        stagePlace: one.stageId === null ? stages.length + 1 : (place.get(one.stageId) ?? stages.length),
      }),
    );
    const overview: PipelineOverview = {
      snapshot,
      project: { id: project.id, title: project.title },
      applicationCount: rows.length,
      named: rows.filter(({ row }) => row.name !== null || row.email !== null).length,
      stages: countStages(stages, applications, before),
      scores: countScores(rows),
      changes:
        sinceId === null || before === null
          ? null
          : countChanges(
              new Map(applications.map((one) => [one.applicationId, one])),
              before,
              { sinceMs: snapshots.get(sinceId).takenAtMs, sinceSnapshotId: sinceId },
              stages.map(({ title }) => title),
            ),
    };
    return { rows, overview };
  };

  return {
    getOverview: async (question) => (await read(question)).overview,
    listRows: async ({ filter, sort, isDescending, ...question }) =>
      findRows((await read(question)).rows, filter, sort, isDescending),
    forget: () => {
      kept = null;
    },
  };
}

function toRow(
  one: KeptApplication,
  before: Parameters<typeof changesOf>[1],
  isCompared: boolean,
): PipelineRow {
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
    lastRun:
      one.runId === null || one.runAtMs === null
        ? null
        : { runId: one.runId, text: 'Invited', atMs: one.runAtMs },
    changes: isCompared ? changesOf(one, before) : [],
  };
}

function countStages(
  stages: readonly { readonly id: string; readonly title: string }[],
  applications: readonly KeptApplication[],
  before: ReturnType<PipelineReadStore['earlier']> | null,
): StageCount[] {
  const count = (all: Iterable<{ readonly stageId: string | null }>) => {
    const counts = new Map<string | null, number>();
    for (const { stageId } of all) counts.set(stageId, (counts.get(stageId) ?? 0) + 1);
    return counts;
  };
  const now = count(applications);
  const then = before === null ? null : count(before.values());
  const known: { readonly id: string | null; readonly title: string }[] = [...stages];
  // A stage that people are in and that the project no longer lists is shown all the same.
  for (const { stageId, stageTitle } of applications)
    if (stageId !== null && !known.some(({ id }) => id === stageId))
      known.push({ id: stageId, title: stageTitle ?? stageId });
  if ((now.get(null) ?? 0) + (then?.get(null) ?? 0) > 0) known.push({ id: null, title: 'No stage yet' });
  return known.map(({ id, title }) => ({
    stageId: id,
    title,
    now: now.get(id) ?? 0,
    before: then === null ? null : (then.get(id) ?? 0),
  }));
}

function countScores(rows: readonly IndexedRow[]): PipelineOverview['scores'] {
  const scores = rows.flatMap(({ row }) => row.score ?? []).sort((left, right) => left - right);
  const bands = Array.from({ length: scoreBands }, () => 0);
  for (const score of scores) {
    const band = Math.min(scoreBands - 1, Math.max(0, Math.floor(score)));
    bands[band] = (bands[band] ?? 0) + 1;
  }
  return {
    bands,
    unscored: rows.length - scores.length,
    median: scores.length === 0 ? null : (scores[Math.floor((scores.length - 1) / 2)] ?? null),
  };
}

function startOfDay(atMs: number): number {
  return new Date(atMs).setHours(0, 0, 0, 0);
}
