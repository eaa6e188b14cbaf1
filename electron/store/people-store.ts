// Who is behind a candidate id: from answers to invitations, and from sheets. Never sent anywhere.
import { setImmediate } from 'node:timers/promises';
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
  /** Takes over what answers to invitations have named since it was called last, in turns that leave time for everything else. */
  takeOverAnswers(): Promise<void>;
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

/** Rows taken over between two turns of the event loop: some 30 ms. */
const rowsPerTurn = 1000;

interface InviteRun {
  readonly run_no: number;
  readonly run_id: string;
  readonly batch_no: number;
  readonly workspace_id: string;
  readonly taken_over: number;
}

interface AnswerRecord {
  readonly ordinal: number;
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
  /** Some rows of a run, from an ordinal on; answers where to go on, or null at the end. */
  const takeOverSome = (run: InviteRun, fromOrdinal: number): number | null => {
    const answers = sql(
      `SELECT q.ordinal, q.candidate_id, p.firstname, p.lastname, p.email, p.ats_candidate_id, q.at_ms
       FROM run_rows q JOIN batch_rows p ON p.batch_no = ?2 AND p.ordinal = q.ordinal
       WHERE q.run_no = ?1 AND q.ordinal >= ?3 AND q.candidate_id IS NOT NULL ORDER BY q.ordinal LIMIT ?4`,
    ).all(run.run_no, run.batch_no, fromOrdinal, rowsPerTurn) as unknown as AnswerRecord[];
    commit.now(() => {
      for (const one of answers)
        write(
          run.workspace_id,
          { ...one, candidateId: one.candidate_id, atsCandidateId: one.ats_candidate_id },
          one.at_ms ?? 0,
          run.run_id,
        );
    });
    const last = answers.at(-1);
    return last === undefined || answers.length < rowsPerTurn ? null : last.ordinal + 1;
  };
  return {
    takeOverAnswers: async () => {
      const runs = sql(
        `SELECT r.run_no, r.run_id, r.batch_no, r.workspace_id, coalesce(k.answers, 0) AS taken_over FROM runs r
           JOIN batches b ON b.batch_no = r.batch_no AND b.operation = 'invite' LEFT JOIN people_of_runs k ON k.run_no = r.run_no`,
      ).all() as unknown as InviteRun[];
      for (const run of runs) {
        const { answers } = sql(
          'SELECT count(*) AS answers FROM run_rows WHERE run_no = ? AND candidate_id IS NOT NULL',
        ).get(run.run_no) as { answers: number };
        await setImmediate();
        if (answers === run.taken_over) continue;
        for (let from: number | null = 0; from !== null; ) {
          from = takeOverSome(run, from);
          await setImmediate();
        }
        commit.now(() =>
          sql(
            `INSERT INTO people_of_runs (run_no, answers) VALUES (?, ?) ON CONFLICT (run_no) DO UPDATE SET answers = excluded.answers`,
          ).run(run.run_no, answers),
        );
      }
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
