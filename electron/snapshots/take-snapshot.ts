// Reads everything behind read_hiring into the ledger, part by part; a part that was read whole is not read again.
// Reads only. What is kept is a snapshot only once every part is there.
import pLimit from 'p-limit';
import { type SnapshotProgress, snapshotParts } from '../../shared/pipeline/snapshot';
import {
  type Entry,
  type ListName,
  type ListPage,
  type TitledEntry,
  toApplicationEntry,
  toSubmissionEntry,
  toTitledEntry,
} from '../flowmingo/pipeline-lists';
import type { EntryKeeper } from '../store/entry-keeper';
import { type EntryPart, type EntryRow, toApplicationRow, toSubmissionRow } from '../store/entry-rows';
import type { SnapshotDraft } from '../store/snapshot-store';
import { readList } from './read-list';

type Part = SnapshotProgress['part'];

/** The reads that a snapshot is made of. @throws AppError. */
export interface SnapshotReads {
  readPage(list: ListName, page: number): Promise<ListPage>;
  readStages(projectId: string): Promise<readonly TitledEntry[]>;
}

export interface SnapshotTask {
  readonly reads: SnapshotReads;
  readonly draft: SnapshotDraft;
  /** Takes the applications and submissions; whoever started it ends it. */
  readonly keeper: EntryKeeper;
  readonly concurrency: number;
  readonly onProgress: (part: Part, done: number, total: number | null) => void;
}

/** Reads the parts that are missing. Stops with the error of a read or a write; parts that were read whole by then are kept. */
export async function takeSnapshot(task: SnapshotTask): Promise<void> {
  const { draft, keeper, concurrency, onProgress } = task;
  const limit = pLimit(concurrency);
  const failed = new AbortController();
  const inTurn = <Answer>(read: () => Promise<Answer>): Promise<Answer> =>
    limit(() => {
      failed.signal.throwIfAborted();
      return read();
    });
  const reads: SnapshotReads = {
    readPage: (list, page) => inTurn(() => task.reads.readPage(list, page)),
    readStages: (projectId) => inTurn(() => task.reads.readStages(projectId)),
  };
  let furthest = 0;
  /** Of parts that are read beside each other, the one that takes longest is told. */
  const tell: SnapshotTask['onProgress'] = (part, done, total) => {
    furthest = Math.max(furthest, snapshotParts.indexOf(part));
    if (snapshotParts.indexOf(part) === furthest) onProgress(part, done, total);
  };
  /** The ends of parts: the next part is read while the rest of one is written. */
  const ends: Promise<void>[] = [];
  const readPart = async (
    part: Exclude<Part, 'stages'>,
    keep: (entries: readonly Entry[]) => Promise<void>,
    settle: () => Promise<void>,
  ) => {
    if (draft.hasPart(part)) return;
    const ids = await readList({
      readPage: (page) => reads.readPage(part, page),
      concurrency,
      onEntries: keep,
      onProgress: (done, total) => tell(part, done, total),
    });
    const end = settle().then(() => draft.endPart(part, ids));
    // It is waited for below; until then it must not end the process.
    end.catch(() => undefined);
    ends.push(end);
  };
  const readTitles = (part: 'job-posts' | 'interview-sets' | 'projects') =>
    readPart(
      part,
      (entries) => draft.keepTitles(part, entries.map(toTitledEntry)),
      async () => undefined,
    );
  const readRows = (part: EntryPart, toRow: (entry: Entry) => EntryRow) =>
    readPart(part, (entries) => keeper.keep(part, entries.map(toRow)), keeper.settle);
  const readAllTitles = async () => {
    const ofTitles = [readTitles('job-posts'), readTitles('interview-sets'), readTitles('projects')];
    await Promise.all(ofTitles);
    // The projects have to be kept before their stages are asked for.
    await Promise.all(ends.slice());
    await readStages(reads, draft, tell);
  };
  const readAllRows = async () => {
    await readRows('applications', (entry) => toApplicationRow(toApplicationEntry(entry)));
    await readRows('submissions', (entry) => toSubmissionRow(toSubmissionEntry(entry)));
  };
  // Beside each other: the short lists alone would leave most of the pages that may be on their way unused.
  const both = [readAllTitles(), readAllRows()].map((reading) =>
    reading.catch((error: unknown) => {
      failed.abort(error);
      throw error;
    }),
  );
  // Also where a read has failed: what was read whole is kept, and nothing is written after the answer.
  await Promise.allSettled(both);
  await Promise.allSettled(ends);
  await Promise.all([...both, ...ends]);
}

/** All at once, as far as pages may be on their way; kept in the order of the projects, and of the stages in each. */
async function readStages(
  reads: SnapshotReads,
  draft: SnapshotDraft,
  onProgress: SnapshotTask['onProgress'],
): Promise<void> {
  if (draft.hasPart('stages')) return;
  const projectIds = draft.projectIds();
  let done = 0;
  const found = await Promise.all(
    projectIds.map(async (projectId) => {
      const stages = (await reads.readStages(projectId)).map((stage) => ({ ...stage, projectId }));
      done += 1;
      onProgress('stages', done, projectIds.length);
      return stages;
    }),
  );
  for (const stages of found) await draft.keepTitles('stages', stages);
  await draft.endPart('stages', new Set(found.flat().map(({ id }) => id)));
}
