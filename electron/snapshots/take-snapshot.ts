// Reads everything behind read_hiring into the ledger, part by part; a part that was read whole is not read again.
// Reads only. What is kept is a snapshot only once every part is there.
import type { SnapshotProgress } from '../../shared/pipeline/snapshot';
import {
  type Entry,
  type ListName,
  type ListPage,
  type TitledEntry,
  toApplicationEntry,
  toSubmissionEntry,
  toTitledEntry,
} from '../flowmingo/pipeline-lists';
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
  readonly concurrency: number;
  readonly onProgress: (part: Part, done: number, total: number | null) => void;
}

/** Reads the parts that are missing. Stops with the error of a read; what was read by then is kept. */
export async function takeSnapshot({ reads, draft, concurrency, onProgress }: SnapshotTask): Promise<void> {
  const readPart = async (
    part: Exclude<Part, 'stages'>,
    keep: (entries: readonly Entry[]) => Promise<void>,
  ) => {
    if (draft.hasPart(part)) return;
    const ids = await readList({
      readPage: (page) => reads.readPage(part, page),
      concurrency,
      onEntries: keep,
      onProgress: (done, total) => onProgress(part, done, total),
    });
    await draft.endPart(part, ids);
  };
  const titles = (part: 'job-posts' | 'interview-sets' | 'projects') =>
    readPart(part, (entries) => draft.keepTitles(part, entries.map(toTitledEntry)));
  await titles('job-posts');
  await titles('interview-sets');
  await titles('projects');
  await readStages(reads, draft, onProgress);
  await readPart('applications', (entries) => draft.keepApplications(entries.map(toApplicationEntry)));
  await readPart('submissions', (entries) => draft.keepSubmissions(entries.map(toSubmissionEntry)));
}

async function readStages(
  reads: SnapshotReads,
  draft: SnapshotDraft,
  onProgress: SnapshotTask['onProgress'],
): Promise<void> {
  if (draft.hasPart('stages')) return;
  const projectIds = draft.projectIds();
  const ids = new Set<string>();
  for (const [index, projectId] of projectIds.entries()) {
    const stages = (await reads.readStages(projectId)).map((stage) => ({ ...stage, projectId }));
    for (const { id } of stages) ids.add(id);
    await draft.keepTitles('stages', stages);
    onProgress('stages', index + 1, projectIds.length);
  }
  await draft.endPart('stages', ids);
}
