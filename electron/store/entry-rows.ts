// The rows of a snapshot's two long lists: made on one thread, written on another, so they are plain values in a fixed order.
import type { ApplicationEntry, SubmissionEntry } from '../flowmingo/pipeline-lists';

/** The lists that are too long to be written where they are read. */
export type EntryPart = 'applications' | 'submissions';
/** The id first, then the values in the order of the part's statement. */
export type EntryRow = readonly [id: string, ...values: (string | number | null)[]];

/** The snapshot that rows belong to. */
export interface EntryPlace {
  readonly snapshotNo: number;
  readonly takenAtMs: number;
  /** The snapshot before it; null for the first one. */
  readonly earlierNo: number | null;
}

export function toApplicationRow(one: ApplicationEntry): EntryRow {
  return [
    one.applicationId,
    one.candidateId,
    one.projectId,
    one.jobPostId,
    one.stageId,
    one.stageTitle,
    one.score,
    one.status,
    one.createdAtMs,
  ];
}

export function toSubmissionRow(one: SubmissionEntry): EntryRow {
  return [
    one.submissionId,
    one.setId,
    one.candidateId,
    one.score,
    one.status,
    one.submittedAtMs,
    one.createdAtMs,
  ];
}

const applicationColumns = `snapshot_no, application_id, candidate_id, project_id, job_post_id, stage_id, stage_title, score, status,
  created_at_ms, stage_since_ms, stage_is_exact, stage_from`;

/** An application where there is no snapshot before: in its stage since now (?11), or longer. */
const keepFirstSql = `INSERT OR REPLACE INTO snapshot_applications (${applicationColumns})
  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, 0, NULL)`;

/**
 * An application, with what the snapshot before (?12) tells of its stage. It knows since when somebody is in the same stage;
 * somebody new is there since their application; somebody who moved, since this snapshot (?11) at the latest.
 */
const keepNextSql = `
  INSERT OR REPLACE INTO snapshot_applications (${applicationColumns})
  SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10,
    CASE WHEN b.application_id IS NULL THEN coalesce(?10, ?11) WHEN b.stage_id IS ?6 THEN b.stage_since_ms ELSE ?11 END,
    CASE WHEN b.stage_id IS ?6 THEN coalesce(b.stage_is_exact, 1) ELSE 1 END,
    CASE WHEN b.application_id IS NULL THEN NULL WHEN b.stage_id IS ?6 THEN b.stage_from ELSE b.stage_title END
  FROM (SELECT 1) LEFT JOIN snapshot_applications b ON b.snapshot_no = ?12 AND b.application_id = ?2`;

const keepSubmissionSql = `INSERT OR REPLACE INTO snapshot_submissions (snapshot_no, submission_id, set_id, candidate_id, score, status,
  submitted_at_ms, created_at_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;

/** The statement that keeps a row of a part, and the values that it takes. What was kept twice is kept once, as it came last. */
export function toStatement(
  part: EntryPart,
  { snapshotNo, takenAtMs, earlierNo }: EntryPlace,
): { readonly sql: string; toValues(row: EntryRow): (string | number | null)[] } {
  if (part === 'submissions') return { sql: keepSubmissionSql, toValues: (row) => [snapshotNo, ...row] };
  return earlierNo === null
    ? { sql: keepFirstSql, toValues: (row) => [snapshotNo, ...row, takenAtMs] }
    : { sql: keepNextSql, toValues: (row) => [snapshotNo, ...row, takenAtMs, earlierNo] };
}
