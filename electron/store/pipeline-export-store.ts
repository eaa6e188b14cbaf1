// A snapshot in the order in which a workbook shows it, piece by piece, so that no read holds the window up. Reads only.
import { type KeptApplication, keptApplicationColumns, keptApplicationJoins } from './pipeline-read-store';
import type { Statements } from './statements';

/** A submission with what this app knows about its person. Times UTC. */
export interface KeptSubmission {
  readonly submissionId: string;
  readonly candidateId: string | null;
  readonly setTitle: string | null;
  readonly score: number | null;
  readonly submittedAtMs: number | null;
  readonly createdAtMs: number | null;
  readonly firstname: string | null;
  readonly lastname: string | null;
  readonly email: string | null;
  readonly atsCandidateId: string | null;
}

/** An application that is not as it was; `before` is what the earlier snapshot held, `isNew` where it held nothing. */
export interface ChangedApplication extends KeptApplication {
  readonly isNew: 0 | 1;
  readonly beforeStageId: string | null;
  readonly beforeStageTitle: string | null;
  readonly beforeScore: number | null;
}

/** An application that the earlier snapshot held and the later one does not. */
export interface GoneApplication {
  readonly applicationId: string;
  readonly candidateId: string | null;
  readonly stageTitle: string | null;
  readonly projectTitle: string | null;
  readonly score: number | null;
  readonly firstname: string | null;
  readonly lastname: string | null;
  readonly email: string | null;
  readonly atsCandidateId: string | null;
}

/** How many are in a stage of a project, and what their applications call it. */
export interface StageTally {
  readonly projectId: string | null;
  readonly stageId: string | null;
  readonly stageTitle: string | null;
  readonly count: number;
}

/** Of two snapshots: `projectId` null means all of them; `afterId` and `limit` take a piece, in the order of application ids. */
export interface ComparedPiece {
  readonly snapshotId: string;
  readonly sinceSnapshotId: string;
  readonly projectId: string | null;
  readonly afterId: string;
  readonly limit: number;
}

export interface PipelineExportStore {
  /** Of one project, or of none: by stage in pipeline order, then by name; who has none comes last. */
  listIds(snapshotId: string, projectId: string | null): string[];
  /** In the order of `ids`. */
  readApplications(snapshotId: string, ids: readonly string[]): KeptApplication[];
  /** `projectId` null: all; else those of the people who applied there. In the order of their ids, from after one on. */
  readSubmissions(
    snapshotId: string,
    projectId: string | null,
    afterId: string,
    limit: number,
  ): KeptSubmission[];
  readChanged(piece: ComparedPiece): ChangedApplication[];
  readGone(piece: ComparedPiece): GoneApplication[];
  /** People by project and stage. */
  countByStage(snapshotId: string): StageTally[];
}

const noOf = (place: 1 | 2) => `(SELECT snapshot_no FROM snapshots WHERE snapshot_id = ?${place})`;

export function createPipelineExportStore(sql: Statements): PipelineExportStore {
  return {
    listIds: (snapshotId, projectId) =>
      (
        sql(
          `SELECT a.application_id AS id FROM snapshots s JOIN snapshot_applications a ON a.snapshot_no = s.snapshot_no
             LEFT JOIN people p ON p.workspace_id = s.workspace_id AND p.candidate_id = a.candidate_id
             LEFT JOIN snapshot_titles t ON t.snapshot_no = s.snapshot_no AND t.kind = 'stage' AND t.id = a.stage_id
           WHERE s.snapshot_id = ?1 AND a.project_id IS ?2
           ORDER BY t.position IS NULL, t.position, p.candidate_id IS NULL, p.search_text, a.application_id`,
        ).all(snapshotId, projectId) as { id: string }[]
      ).map(({ id }) => id),
    readApplications: (snapshotId, ids) =>
      sql(
        `SELECT ${keptApplicationColumns} FROM json_each(?2) wanted CROSS JOIN snapshots s
           JOIN snapshot_applications a ON a.snapshot_no = s.snapshot_no AND a.application_id = wanted.value
           ${keptApplicationJoins}
         WHERE s.snapshot_id = ?1 ORDER BY wanted.key`,
      ).all(snapshotId, JSON.stringify(ids)) as unknown as KeptApplication[],
    readSubmissions: (snapshotId, projectId, afterId, limit) =>
      sql(
        `SELECT u.submission_id AS submissionId, u.candidate_id AS candidateId, t.title AS setTitle, u.score,
           u.submitted_at_ms AS submittedAtMs, u.created_at_ms AS createdAtMs,
           p.firstname, p.lastname, p.email, p.ats_candidate_id AS atsCandidateId
         FROM snapshots s JOIN snapshot_submissions u ON u.snapshot_no = s.snapshot_no
           LEFT JOIN people p ON p.workspace_id = s.workspace_id AND p.candidate_id = u.candidate_id
           LEFT JOIN snapshot_titles t ON t.snapshot_no = s.snapshot_no AND t.kind = 'interview-set' AND t.id = u.set_id
         WHERE s.snapshot_id = ?1 AND u.submission_id > ?3 AND (?2 IS NULL OR u.candidate_id IN
           (SELECT a.candidate_id FROM snapshot_applications a WHERE a.snapshot_no = ${noOf(1)} AND a.project_id = ?2))
         ORDER BY u.submission_id LIMIT ?4`,
      ).all(snapshotId, projectId, afterId, limit) as unknown as KeptSubmission[],
    readChanged: ({ snapshotId, sinceSnapshotId, projectId, afterId, limit }) =>
      sql(
        `SELECT ${keptApplicationColumns}, b.application_id IS NULL AS isNew, b.stage_id AS beforeStageId,
           b.stage_title AS beforeStageTitle, b.score AS beforeScore
         FROM snapshots s JOIN snapshot_applications a ON a.snapshot_no = s.snapshot_no
           LEFT JOIN snapshot_applications b ON b.snapshot_no = ${noOf(2)} AND b.application_id = a.application_id
           ${keptApplicationJoins}
         WHERE s.snapshot_id = ?1 AND (?3 IS NULL OR a.project_id = ?3) AND a.application_id > ?4
           AND (b.application_id IS NULL OR a.stage_id IS NOT b.stage_id OR (a.score IS NOT NULL AND b.score IS NULL))
         ORDER BY a.application_id LIMIT ?5`,
      ).all(snapshotId, sinceSnapshotId, projectId, afterId, limit) as unknown as ChangedApplication[],
    readGone: ({ snapshotId, sinceSnapshotId, projectId, afterId, limit }) =>
      sql(
        `SELECT b.application_id AS applicationId, b.candidate_id AS candidateId, b.stage_title AS stageTitle, b.score,
           o.title AS projectTitle, p.firstname, p.lastname, p.email, p.ats_candidate_id AS atsCandidateId
         FROM snapshots s JOIN snapshot_applications b ON b.snapshot_no = s.snapshot_no
           LEFT JOIN people p ON p.workspace_id = s.workspace_id AND p.candidate_id = b.candidate_id
           LEFT JOIN snapshot_titles o ON o.snapshot_no = s.snapshot_no AND o.kind = 'project' AND o.id = b.project_id
         WHERE s.snapshot_id = ?2 AND (?3 IS NULL OR b.project_id = ?3) AND b.application_id > ?4
           AND NOT EXISTS (SELECT 1 FROM snapshot_applications a WHERE a.snapshot_no = ${noOf(1)} AND a.application_id = b.application_id)
         ORDER BY b.application_id LIMIT ?5`,
      ).all(snapshotId, sinceSnapshotId, projectId, afterId, limit) as unknown as GoneApplication[],
    countByStage: (snapshotId) =>
      sql(
        `SELECT project_id AS projectId, stage_id AS stageId, max(stage_title) AS stageTitle, count(*) AS count
         FROM snapshot_applications WHERE snapshot_no = ${noOf(1)} GROUP BY project_id, stage_id`,
      ).all(snapshotId) as unknown as StageTally[],
  };
}
