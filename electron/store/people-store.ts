// Who is behind a candidate id: from answers to invitations, and from sheets. Never sent anywhere.
import { emailKey } from '../../shared/operations/email-key';
import { toSearchText } from '../../shared/operations/search-text';
import type { GroupCommit } from './group-commit';
import type { Statements } from './statements';

export interface KnownPerson {
  readonly candidateId: string;
  readonly firstname: string | null;
  readonly lastname: string | null;
  readonly email: string | null;
  readonly atsCandidateId: string | null;
}

export interface PeopleStore {
  /** Takes over what answers to invitations have named since it was called last. */
  takeOverAnswers(): void;
  /** Later names win; what is null changes nothing. Answers how many were new or changed. */
  addNames(workspaceId: string, people: readonly KnownPerson[], atMs: number): number;
  find(workspaceId: string, candidateIds: readonly string[]): Map<string, KnownPerson>;
  /** Candidate ids by address (as `emailKey` gives it) or by the recruiter's own id; several where they are several people. */
  findIds(
    workspaceId: string,
    by: { readonly emails: readonly string[]; readonly atsCandidateIds: readonly string[] },
  ): { readonly byEmail: Map<string, string[]>; readonly byAtsId: Map<string, string[]> };
}

const keep = `
  INSERT INTO people (workspace_id, candidate_id, firstname, lastname, email, ats_candidate_id, search_text, at_ms, run_id)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (workspace_id, candidate_id) DO UPDATE SET
    firstname = coalesce(excluded.firstname, firstname), lastname = coalesce(excluded.lastname, lastname),
    email = coalesce(excluded.email, email), ats_candidate_id = coalesce(excluded.ats_candidate_id, ats_candidate_id),
    search_text = excluded.search_text, at_ms = excluded.at_ms, run_id = coalesce(excluded.run_id, run_id)`;

interface AnswerRecord {
  readonly workspace_id: string;
  readonly candidate_id: string;
  readonly firstname: string | null;
  readonly lastname: string | null;
  readonly email: string | null;
  readonly ats_candidate_id: string | null;
  readonly at_ms: number | null;
}

export function createPeopleStore(sql: Statements, commit: GroupCommit): PeopleStore {
  const write = (workspaceId: string, person: KnownPerson, atMs: number, runId: string | null) => {
    const { candidateId, firstname, lastname, email, atsCandidateId } = person;
    const searched = toSearchText([firstname, lastname, email, atsCandidateId].filter(Boolean).join(' '));
    return sql(keep).run(
      workspaceId,
      candidateId,
      firstname,
      lastname,
      email === null ? null : emailKey(email),
      atsCandidateId,
      searched,
      atMs,
      runId,
    );
  };
  return {
    takeOverAnswers: () => {
      const runs = sql(
        `SELECT r.run_no, r.run_id, r.batch_no, r.workspace_id, count(*) AS answers FROM runs r
           JOIN batches b ON b.batch_no = r.batch_no AND b.operation = 'invite'
           JOIN run_rows q ON q.run_no = r.run_no AND q.candidate_id IS NOT NULL
         GROUP BY r.run_no HAVING count(*) <> coalesce((SELECT answers FROM people_of_runs k WHERE k.run_no = r.run_no), 0)`,
      ).all() as {
        run_no: number;
        run_id: string;
        batch_no: number;
        workspace_id: string;
        answers: number;
      }[];
      for (const run of runs)
        commit.now(() => {
          const answers = sql(
            `SELECT ?3 AS workspace_id, q.candidate_id, p.firstname, p.lastname, p.email, p.ats_candidate_id, q.at_ms
             FROM run_rows q JOIN batch_rows p ON p.batch_no = ?2 AND p.ordinal = q.ordinal
             WHERE q.run_no = ?1 AND q.candidate_id IS NOT NULL`,
          ).all(run.run_no, run.batch_no, run.workspace_id) as unknown as AnswerRecord[];
          for (const one of answers)
            write(
              one.workspace_id,
              { ...one, candidateId: one.candidate_id, atsCandidateId: one.ats_candidate_id },
              one.at_ms ?? 0,
              run.run_id,
            );
          sql(
            `INSERT INTO people_of_runs (run_no, answers) VALUES (?, ?) ON CONFLICT (run_no) DO UPDATE SET answers = excluded.answers`,
          ).run(run.run_no, run.answers);
        });
    },
    addNames: (workspaceId, people, atMs) =>
      commit.now(() =>
        people.reduce((sum, person) => sum + Number(write(workspaceId, person, atMs, null).changes), 0),
      ),
    find: (workspaceId, candidateIds) => {
      const records = sql(
        `SELECT p.candidate_id AS candidateId, p.firstname, p.lastname, p.email, p.ats_candidate_id AS atsCandidateId
         FROM json_each(?2) wanted JOIN people p ON p.workspace_id = ?1 AND p.candidate_id = wanted.value`,
      ).all(workspaceId, JSON.stringify(candidateIds)) as unknown as KnownPerson[];
      return new Map(records.map((person) => [person.candidateId, { ...person }]));
    },
    findIds: (workspaceId, { emails, atsCandidateIds }) => {
      const by = (column: 'email' | 'ats_candidate_id', values: readonly string[]) => {
        const found = new Map<string, string[]>();
        const records = sql(
          `SELECT wanted.value AS value, p.candidate_id AS candidateId
           FROM json_each(?2) wanted JOIN people p ON p.workspace_id = ?1 AND p.${column} = wanted.value`,
        ).all(workspaceId, JSON.stringify(values)) as { value: string; candidateId: string }[];
        for (const { value, candidateId } of records)
          found.set(value, [...(found.get(value) ?? []), candidateId]);
        return found;
      };
      return { byEmail: by('email', emails), byAtsId: by('ats_candidate_id', atsCandidateIds) };
    },
  };
}
