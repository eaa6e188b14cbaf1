// A snapshot of the ledger as it is exported, read while it is written, some hundred rows at a time. Reads only.
import { AppError } from '../../shared/errors/app-error';
import type {
  ChangedApplication,
  ComparedPiece,
  GoneApplication,
  KeptSubmission,
  PipelineExportStore,
  StageTally,
} from '../store/pipeline-export-store';
import type { KeptApplication, PipelineReadStore } from '../store/pipeline-read-store';
import type { SnapshotStore } from '../store/snapshot-store';
import { changesOf } from './compare-applications';
import type { ExportChange, ExportProject, ExportStage, PipelineExport } from './pipeline-export';

/** The ledger's stores, and what the workspace of a snapshot is called. */
export interface ExportParts {
  readonly snapshots: SnapshotStore;
  readonly reads: PipelineReadStore;
  readonly exports: PipelineExportStore;
  readonly workspaceOf: (workspaceId: string) => PipelineExport['workspace'];
}

export interface ExportQuestion {
  readonly snapshotId: string;
  /** Null: all. */
  readonly projectId: string | null;
  /** Null: compared as `PipelineReadStore.findEarlier` says. */
  readonly sinceSnapshotId: string | null;
}

/** A few milliseconds for one read, and little memory. */
const rowsPerRead = 500;
/** Finding the people of one project takes some time for each read, so fewer of them are made. */
const submissionsPerRead = 2000;

/** @throws AppError `snapshot/not-found`. */
export function readExport(parts: ExportParts, question: ExportQuestion): PipelineExport {
  const { snapshots, reads, exports } = parts;
  const { snapshotId, projectId } = question;
  const snapshot = snapshots.get(snapshotId);
  const sinceId = question.sinceSnapshotId ?? reads.findEarlier(snapshotId, startOfDay(snapshot.takenAtMs));
  const since = sinceId === null ? null : snapshots.get(sinceId);
  if (since !== null && since.workspaceId !== snapshot.workspaceId) throw new AppError('snapshot/not-found');
  const projects = readProjects(parts, snapshotId, since?.snapshotId ?? null).filter(
    ({ id }) => projectId === null || id === projectId,
  );
  const [only] = projects;
  if (projectId !== null && only === undefined) throw new AppError('snapshot/not-found');
  return {
    snapshot,
    workspace: parts.workspaceOf(snapshot.workspaceId),
    project: projectId === null || only === undefined ? null : { id: projectId, title: only.title },
    since,
    projects,
    applicationCount: projects.reduce((sum, { applicationCount }) => sum + applicationCount, 0),
    applications: () => readApplications(exports, snapshotId, projects),
    submissions: () => readSubmissions(exports, snapshotId, projectId),
    changes: () =>
      since === null
        ? []
        : readChanges(exports, { snapshotId, sinceSnapshotId: since.snapshotId, projectId }),
  };
}

/** Those of the snapshot, and what applications name beside them. */
function readProjects(
  { reads, exports }: ExportParts,
  snapshotId: string,
  sinceId: string | null,
): ExportProject[] {
  const titles = reads.titles(snapshotId, 'project');
  const listed = reads.titles(snapshotId, 'stage');
  const now = exports.countByStage(snapshotId);
  const before = sinceId === null ? null : exports.countByStage(sinceId);
  const strangers = new Set(
    now.map(({ projectId }) => projectId).filter((id) => !titles.some((one) => one.id === id)),
  );
  const all: { readonly id: string | null; readonly title: string }[] = [
    ...titles,
    ...[...strangers].map((id) => ({ id, title: id ?? 'No project' })),
  ];
  return all.map(({ id, title }) => {
    const tallies = now.filter(({ projectId }) => projectId === id);
    const own = listed.filter((stage) => stage.projectId === id);
    const others = tallies.filter(({ stageId }) => !own.some((stage) => stage.id === stageId));
    const stages = [
      ...own.map((stage) => ({ id: stage.id, title: stage.title, isListed: true })),
      ...others.map(({ stageId, stageTitle }) => ({
        id: stageId,
        title: stageTitle ?? stageId ?? 'No stage yet',
        isListed: false,
      })),
    ];
    return {
      id,
      title,
      applicationCount: tallies.reduce((sum, { count }) => sum + count, 0),
      stages: stages.map(
        (stage): ExportStage => ({
          ...stage,
          now: countIn(now, id, stage.id),
          before: before === null ? null : countIn(before, id, stage.id),
        }),
      ),
    };
  });
}

function countIn(tallies: readonly StageTally[], projectId: string | null, stageId: string | null): number {
  return tallies.find((one) => one.projectId === projectId && one.stageId === stageId)?.count ?? 0;
}

function* readApplications(
  exports: PipelineExportStore,
  snapshotId: string,
  projects: readonly ExportProject[],
): Iterable<KeptApplication> {
  for (const { id, applicationCount } of projects) {
    if (applicationCount === 0) continue;
    const ids = exports.listIds(snapshotId, id);
    for (let from = 0; from < ids.length; from += rowsPerRead)
      yield* exports.readApplications(snapshotId, ids.slice(from, from + rowsPerRead));
  }
}

function* readSubmissions(
  exports: PipelineExportStore,
  snapshotId: string,
  projectId: string | null,
): Iterable<KeptSubmission> {
  for (let afterId = ''; ; ) {
    const piece = exports.readSubmissions(snapshotId, projectId, afterId, submissionsPerRead);
    yield* piece;
    const last = piece.at(-1);
    if (last === undefined) return;
    afterId = last.submissionId;
  }
}

function* readChanges(
  exports: PipelineExportStore,
  compared: Omit<ComparedPiece, 'afterId' | 'limit'>,
): Iterable<ExportChange> {
  for (const one of readPieces((piece) => exports.readChanged({ ...compared, ...piece })))
    yield toChange(one);
  for (const one of readPieces((piece) => exports.readGone({ ...compared, ...piece }))) yield toGone(one);
}

function* readPieces<Row extends { readonly applicationId: string }>(
  read: (piece: { readonly afterId: string; readonly limit: number }) => Row[],
): Iterable<Row> {
  for (let afterId = ''; ; ) {
    const piece = read({ afterId, limit: rowsPerRead });
    yield* piece;
    const last = piece.at(-1);
    if (last === undefined || piece.length < rowsPerRead) return;
    afterId = last.applicationId;
  }
}

function toChange(one: ChangedApplication): ExportChange {
  const before =
    one.isNew === 1
      ? undefined
      : { stageId: one.beforeStageId, stageTitle: one.beforeStageTitle, score: one.beforeScore };
  return {
    kinds: changesOf(one, before),
    person: one,
    projectTitle: one.projectTitle,
    fromTitle: one.beforeStageTitle,
    toTitle: one.stageTitle,
    score: one.score,
    applicationId: one.applicationId,
    candidateId: one.candidateId,
  };
}

function toGone(one: GoneApplication): ExportChange {
  return {
    kinds: ['gone'],
    person: one,
    projectTitle: one.projectTitle,
    fromTitle: one.stageTitle,
    toTitle: null,
    score: one.score,
    applicationId: one.applicationId,
    candidateId: one.candidateId,
  };
}

function startOfDay(atMs: number): number {
  return new Date(atMs).setHours(0, 0, 0, 0);
}
