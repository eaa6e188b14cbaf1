// Snapshots of pipelines. Only one that was read whole is ever shown; one that was stopped waits to be gone on with.
import { randomUUID } from 'node:crypto';
import { AppError } from '../../shared/errors/app-error';
import {
  type SnapshotCounts,
  type SnapshotProgress,
  type SnapshotSummary,
  snapshotCountsSchema,
} from '../../shared/pipeline/snapshot';
import type { TitledEntry } from '../flowmingo/pipeline-lists';
import type { EntryPlace } from './entry-rows';
import type { GroupCommit } from './group-commit';
import type { Statements } from './statements';

type Part = SnapshotProgress['part'];
type TitlePart = 'job-posts' | 'interview-sets' | 'projects' | 'stages';

/** A snapshot that is being read. What was kept twice is kept once, as it came last; applications and submissions go through an `EntryKeeper`. */
export interface SnapshotDraft {
  readonly snapshotId: string;
  /** Where its applications and submissions are kept. */
  readonly place: EntryPlace;
  hasPart(part: Part): boolean;
  projectIds(): string[];
  keepTitles(part: TitlePart, entries: readonly TitledEntry[]): Promise<void>;
  /** The part was read whole: exactly these ids are in it. */
  endPart(part: Part, ids: ReadonlySet<string>): Promise<void>;
}

export interface SnapshotStore {
  /** A new one, or the one that was stopped since `notBeforeMs`. */
  beginOrGoOn(workspaceId: string, atMs: number, notBeforeMs: number): SnapshotDraft;
  /** Every part is there: from now on it is a snapshot. */
  finish(snapshotId: string, atMs: number): SnapshotSummary;
  /** @throws AppError `snapshot/not-found`. */
  get(snapshotId: string): SnapshotSummary;
  /** The newest first; only whole ones. */
  list(workspaceId: string, limit: number): SnapshotSummary[];
  /** Of its applications, those whose person this app can name now. Takes some 50 ms for 50,000. @throws AppError `snapshot/not-found`. */
  countNamed(snapshotId: string): number;
}

const kindOf: Readonly<Record<TitlePart, string>> = {
  'job-posts': 'job-post',
  'interview-sets': 'interview-set',
  projects: 'project',
  stages: 'stage',
};

/** Null for a part that is kept among the titles. */
function tableOf(part: Part): { readonly name: string; readonly id: string } | null {
  if (part === 'applications') return { name: 'snapshot_applications', id: 'application_id' };
  return part === 'submissions' ? { name: 'snapshot_submissions', id: 'submission_id' } : null;
}

interface SnapshotRecord {
  readonly snapshot_no: number;
  readonly snapshot_id: string;
  readonly workspace_id: string;
  readonly taken_at_ms: number;
  readonly parts_json: string;
  /** Of a whole one; counted when it was finished. */
  readonly counts_json: string | null;
}

const columns = 'snapshot_no, snapshot_id, workspace_id, taken_at_ms, parts_json, counts_json';

function toSummary(record: SnapshotRecord): SnapshotSummary {
  return {
    snapshotId: record.snapshot_id,
    workspaceId: record.workspace_id,
    takenAtMs: record.taken_at_ms,
    counts: snapshotCountsSchema.parse(JSON.parse(record.counts_json ?? 'null')),
  };
}

export function createSnapshotStore(sql: Statements, commit: GroupCommit): SnapshotStore {
  const find = (snapshotId: string): SnapshotRecord => {
    const record = sql(
      `SELECT ${columns} FROM snapshots WHERE snapshot_id = ? AND finished_at_ms IS NOT NULL`,
    ).get(snapshotId);
    if (record === undefined) throw new AppError('snapshot/not-found');
    return record as unknown as SnapshotRecord;
  };
  const countAll = (no: number): SnapshotCounts => {
    const count = (text: string, ...values: string[]) =>
      (sql(text).get(no, ...values) as { count: number }).count;
    const titles = (kind: string) =>
      count('SELECT count(*) AS count FROM snapshot_titles WHERE snapshot_no = ? AND kind = ?', kind);
    return {
      projects: titles('project'),
      jobPosts: titles('job-post'),
      interviewSets: titles('interview-set'),
      stages: titles('stage'),
      applications: count('SELECT count(*) AS count FROM snapshot_applications WHERE snapshot_no = ?'),
      submissions: count('SELECT count(*) AS count FROM snapshot_submissions WHERE snapshot_no = ?'),
    };
  };

  const countKept = (no: number, part: Part): number => {
    const table = tableOf(part);
    const found =
      table === null
        ? sql('SELECT count(*) AS count FROM snapshot_titles WHERE snapshot_no = ? AND kind = ?').get(
            no,
            kindOf[part as TitlePart],
          )
        : sql(`SELECT count(*) AS count FROM ${table.name} WHERE snapshot_no = ?`).get(no);
    return (found as { count: number }).count;
  };
  const dropOthers = (no: number, part: Part, idsJson: string) => {
    const table = tableOf(part);
    if (table === null)
      sql(
        'DELETE FROM snapshot_titles WHERE snapshot_no = ? AND kind = ? AND id NOT IN (SELECT value FROM json_each(?))',
      ).run(no, kindOf[part as TitlePart], idsJson);
    else
      sql(
        `DELETE FROM ${table.name} WHERE snapshot_no = ? AND ${table.id} NOT IN (SELECT value FROM json_each(?))`,
      ).run(no, idsJson);
  };

  const toDraft = ({
    snapshot_no: no,
    snapshot_id: snapshotId,
    workspace_id: workspaceId,
    taken_at_ms: takenAtMs,
    parts_json: json,
  }: SnapshotRecord): SnapshotDraft => {
    const { earlierNo } = sql(
      `SELECT max(snapshot_no) AS earlierNo FROM snapshots
       WHERE workspace_id = ? AND finished_at_ms IS NOT NULL AND snapshot_no < ?`,
    ).get(workspaceId, no) as { earlierNo: number | null };
    const parts = new Set(JSON.parse(json) as Part[]);
    return {
      snapshotId,
      place: { snapshotNo: no, takenAtMs, earlierNo },
      hasPart: (part) => parts.has(part),
      projectIds: () =>
        (
          sql(
            "SELECT id FROM snapshot_titles WHERE snapshot_no = ? AND kind = 'project' ORDER BY position",
          ).all(no) as { id: string }[]
        ).map(({ id }) => id),
      keepTitles: (part, entries) =>
        commit.enqueue(() => {
          const insert = sql(
            `INSERT INTO snapshot_titles (snapshot_no, kind, id, title, project_id, position)
             VALUES (?1, ?2, ?3, ?4, ?5, (SELECT count(*) FROM snapshot_titles WHERE snapshot_no = ?1 AND kind = ?2))
             ON CONFLICT (snapshot_no, kind, id) DO UPDATE SET title = excluded.title, project_id = excluded.project_id`,
          );
          for (const { id, title, projectId } of entries) insert.run(no, kindOf[part], id, title, projectId);
        }),
      endPart: (part, ids) =>
        commit.enqueue(() => {
          // Everything that belongs to it was kept, so as many are no others; only an earlier reading can have left some.
          if (countKept(no, part) !== ids.size) dropOthers(no, part, JSON.stringify([...ids]));
          parts.add(part);
          sql('UPDATE snapshots SET parts_json = ? WHERE snapshot_no = ?').run(
            JSON.stringify([...parts]),
            no,
          );
        }),
    };
  };

  return {
    beginOrGoOn: (workspaceId, atMs, notBeforeMs) => {
      const stopped = sql(
        `SELECT ${columns} FROM snapshots WHERE workspace_id = ? AND finished_at_ms IS NULL AND taken_at_ms >= ?
         ORDER BY snapshot_no DESC LIMIT 1`,
      ).get(workspaceId, notBeforeMs) as SnapshotRecord | undefined;
      if (stopped !== undefined) return toDraft(stopped);
      return commit.now(() => {
        const { lastInsertRowid } = sql(
          "INSERT INTO snapshots (snapshot_id, workspace_id, taken_at_ms, parts_json) VALUES (?, ?, ?, '[]')",
        ).run(randomUUID(), workspaceId, atMs);
        const record = sql(`SELECT ${columns} FROM snapshots WHERE snapshot_no = ?`).get(lastInsertRowid);
        return toDraft(record as unknown as SnapshotRecord);
      });
    },
    finish: (snapshotId, atMs) => {
      commit.now(() => {
        const { no } = sql('SELECT snapshot_no AS no FROM snapshots WHERE snapshot_id = ?').get(
          snapshotId,
        ) as {
          no: number;
        };
        sql('UPDATE snapshots SET finished_at_ms = ?, counts_json = ? WHERE snapshot_no = ?').run(
          atMs,
          JSON.stringify(countAll(no)),
          no,
        );
      });
      return toSummary(find(snapshotId));
    },
    get: (snapshotId) => toSummary(find(snapshotId)),
    list: (workspaceId, limit) =>
      (
        sql(
          `SELECT ${columns} FROM snapshots WHERE workspace_id = ? AND finished_at_ms IS NOT NULL ORDER BY snapshot_no DESC LIMIT ?`,
        ).all(workspaceId, limit) as unknown as SnapshotRecord[]
      ).map(toSummary),
    countNamed: (snapshotId) => {
      const { snapshot_no: no, workspace_id: workspaceId } = find(snapshotId);
      const { named } = sql(
        `SELECT count(*) AS named FROM snapshot_applications a
           JOIN people p ON p.candidate_id = a.candidate_id AND p.workspace_id = ?2 WHERE a.snapshot_no = ?1`,
      ).get(no, workspaceId) as { named: number };
      return named;
    },
  };
}
