// One project of a snapshot, and what an earlier snapshot held of it. Reads only; names come from `people`.
import type { ApplicationEntry } from '../flowmingo/pipeline-lists';
import type { Statements } from './statements';

/** An application of a snapshot with everything that this app knows about its person. Times UTC. */
export interface KeptApplication extends ApplicationEntry {
  readonly firstname: string | null;
  readonly lastname: string | null;
  readonly email: string | null;
  readonly atsCandidateId: string | null;
  /** '' where nobody is known. */
  readonly searchText: string;
  readonly jobPostTitle: string | null;
  readonly projectTitle: string | null;
  readonly stageSinceMs: number | null;
  readonly stageIsExact: 0 | 1;
  readonly stageFrom: string | null;
  /** The best score of the person's submissions. */
  readonly submissionScore: number | null;
  readonly submissionCount: number;
  readonly submittedCount: number;
}

export interface KeptTitle {
  readonly id: string;
  readonly title: string;
  readonly projectId: string | null;
}

export type EarlierApplication = Pick<ApplicationEntry, 'applicationId' | 'stageId' | 'stageTitle' | 'score'>;

export interface PipelineReadStore {
  titles(snapshotId: string, kind: 'project' | 'job-post' | 'interview-set' | 'stage'): KeptTitle[];
  countByProject(snapshotId: string): Map<string, number>;
  /** `projectId` null: all of the snapshot. In the order of their ids, from after one on. */
  applications(
    snapshotId: string,
    projectId: string | null,
    afterId: string,
    limit: number,
  ): KeptApplication[];
  /** What an earlier snapshot held of a project: only what is compared. In the order of the ids, from after one on. */
  earlier(snapshotId: string, projectId: string, afterId: string, limit: number): EarlierApplication[];
  /** The snapshot to compare with: the newest one of an earlier day, else the one before; null where there is none. */
  findEarlier(snapshotId: string, startOfDayMs: number): string | null;
}

/** The index by name: SQLite would go through all submissions of the snapshot for each row. */
const ofThePerson = `FROM snapshot_submissions u INDEXED BY snapshot_submissions_by_candidate
             WHERE u.snapshot_no = a.snapshot_no AND u.candidate_id = a.candidate_id`;

/** What `KeptApplication` holds, of `s` (snapshots), `a` (its applications) and the tables of `keptApplicationJoins`. */
export const keptApplicationColumns = `a.application_id AS applicationId, a.candidate_id AS candidateId, a.project_id AS projectId, a.job_post_id AS jobPostId,
           a.stage_id AS stageId, a.stage_title AS stageTitle, a.score, a.status, a.created_at_ms AS createdAtMs,
           p.firstname, p.lastname, p.email, p.ats_candidate_id AS atsCandidateId, coalesce(p.search_text, '') AS searchText,
           j.title AS jobPostTitle, o.title AS projectTitle,
           a.stage_since_ms AS stageSinceMs, a.stage_is_exact AS stageIsExact, a.stage_from AS stageFrom,
           (SELECT max(u.score) ${ofThePerson}) AS submissionScore,
           (SELECT count(*) ${ofThePerson}) AS submissionCount,
           (SELECT count(u.submitted_at_ms) ${ofThePerson}) AS submittedCount`;

/** Who and what an application names. */
export const keptApplicationJoins = `LEFT JOIN people p ON p.workspace_id = s.workspace_id AND p.candidate_id = a.candidate_id
           LEFT JOIN snapshot_titles j ON j.snapshot_no = s.snapshot_no AND j.kind = 'job-post' AND j.id = a.job_post_id
           LEFT JOIN snapshot_titles o ON o.snapshot_no = s.snapshot_no AND o.kind = 'project' AND o.id = a.project_id`;

const noOf = '(SELECT snapshot_no FROM snapshots WHERE snapshot_id = ?1)';

export function createPipelineReadStore(sql: Statements): PipelineReadStore {
  return {
    titles: (snapshotId, kind) =>
      sql(
        `SELECT id, title, project_id AS projectId FROM snapshot_titles WHERE snapshot_no = ${noOf} AND kind = ?2
         ORDER BY position, id`,
      ).all(snapshotId, kind) as unknown as KeptTitle[],
    countByProject: (snapshotId) =>
      new Map(
        (
          sql(
            `SELECT project_id AS id, count(*) AS count FROM snapshot_applications WHERE snapshot_no = ${noOf} GROUP BY project_id`,
          ).all(snapshotId) as { id: string | null; count: number }[]
        ).map(({ id, count }) => [id ?? '', count]),
      ),
    applications: (snapshotId, projectId, afterId, limit) =>
      sql(
        `SELECT ${keptApplicationColumns} FROM snapshots s JOIN snapshot_applications a ON a.snapshot_no = s.snapshot_no
           ${keptApplicationJoins}
         WHERE s.snapshot_id = ?1 AND (?2 IS NULL OR a.project_id = ?2) AND a.application_id > ?3
         ORDER BY a.application_id LIMIT ?4`,
      ).all(snapshotId, projectId, afterId, limit) as unknown as KeptApplication[],
    earlier: (snapshotId, projectId, afterId, limit) =>
      sql(
        `SELECT application_id AS applicationId, stage_id AS stageId, stage_title AS stageTitle, score
         FROM snapshot_applications WHERE snapshot_no = ${noOf} AND project_id = ?2 AND application_id > ?3
         ORDER BY application_id LIMIT ?4`,
      ).all(snapshotId, projectId, afterId, limit) as unknown as EarlierApplication[],
    findEarlier: (snapshotId, startOfDayMs) => {
      const found = sql(
        `SELECT s.snapshot_id AS snapshotId FROM snapshots mine JOIN snapshots s
           ON s.workspace_id = mine.workspace_id AND s.finished_at_ms IS NOT NULL AND s.snapshot_no < mine.snapshot_no
         WHERE mine.snapshot_id = ? ORDER BY s.taken_at_ms < ? DESC, s.snapshot_no DESC LIMIT 1`,
      ).get(snapshotId, startOfDayMs) as { snapshotId: string } | undefined;
      return found?.snapshotId ?? null;
    },
  };
}
