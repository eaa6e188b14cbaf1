// One person's whole story over all runs: everything that was done, tried, looked up and decided. Reads only.
import type { PersonRef, Story, StoryStep } from '../../shared/history/history';
import { toAskedWords } from '../../shared/history/search-words';
import { emailKey } from '../../shared/operations/email-key';
import type { OperationKind } from '../../shared/operations/operation-kind';
import { outcomeOf, type RowState } from '../../shared/runs/row-state';
import { evidenceSchema } from '../../shared/runs/unsure';
import type { Environment } from '../../shared/workspaces/workspace';
import { toWork } from './batch-store';
import { rowSpan } from './people-search-index';
import { candidateColumn } from './people-search-store';
import type { Statements } from './statements';

/** Somebody who was sent to once a week for ten years has as many; the bound keeps a test address from filling the window. */
const mostSteps = 500;
/** A person has one candidate id in a workspace, or a few. */
const mostCandidates = 100;

export interface StoryStore {
  /** Without steps where no run knows the person (any more). */
  readStory(person: PersonRef): Story;
}

interface StepRecord {
  readonly run_id: string;
  readonly run_no: number;
  readonly ordinal: number;
  readonly row_number: number;
  readonly batch_name: string;
  readonly operation: OperationKind;
  readonly work_json: string | null;
  readonly workspace_id: string;
  readonly workspace_name: string;
  readonly environment: Environment;
  readonly target_title: string;
  readonly send_invite: 0 | 1;
  readonly state: RowState;
  readonly cause_code: string | null;
  readonly sentence: string;
  readonly at_ms: number;
  readonly attempts: number;
  readonly decision: StoryStep['decision'];
  readonly reading: NonNullable<StoryStep['lookUp']>['reading'] | null;
  readonly evidence_json: string | null;
  readonly email: string | null;
  readonly firstname: string | null;
  readonly lastname: string | null;
  readonly ats_candidate_id: string | null;
  readonly candidate_id: string | null;
}

/** Candidate ids in their workspace, as one text each. */
interface Candidate {
  readonly workspaceId: string;
  readonly candidateId: string;
}

const columns = `r.run_id, r.run_no, q.ordinal, p.row_number, b.name AS batch_name, b.operation, p.work_json, r.workspace_id,
  r.workspace_name, r.environment, b.target_title, b.send_invite, q.state, q.cause_code, q.sentence,
  coalesce(q.at_ms, r.created_at_ms) AS at_ms, q.attempts, q.decision, l.reading, l.evidence_json,
  p.email, p.firstname, p.lastname, p.ats_candidate_id, ${candidateColumn} AS candidate_id`;
const joins = `JOIN batches b ON b.batch_no = r.batch_no AND b.deleted_at_ms IS NULL
  LEFT JOIN look_ups l ON l.run_no = q.run_no AND l.ordinal = q.ordinal`;

const byPersonKeySql = `SELECT ${columns} FROM run_rows q JOIN runs r ON r.run_no = q.run_no
  JOIN batch_rows p ON p.batch_no = r.batch_no AND p.ordinal = q.ordinal ${joins}
  WHERE q.person_key = ? LIMIT ${mostSteps + 1}`;
const byRowSql = `SELECT ${columns} FROM runs r JOIN run_rows q ON q.run_no = r.run_no AND q.ordinal = ?2
  JOIN batch_rows p ON p.batch_no = r.batch_no AND p.ordinal = q.ordinal ${joins} WHERE r.run_id = ?1`;
/** Rows that hold these words; whether they are this person's is looked at afterwards. */
const byWordsSql = `SELECT ${columns} FROM people_search s
  CROSS JOIN batch_rows p ON p.batch_no = s.rowid / ${rowSpan} AND p.ordinal = s.rowid % ${rowSpan}
  CROSS JOIN runs r ON r.batch_no = p.batch_no CROSS JOIN run_rows q ON q.run_no = r.run_no AND q.ordinal = p.ordinal ${joins}
  WHERE s.people_search MATCH ? ORDER BY s.rowid DESC LIMIT ${mostSteps + 1}`;

export function createStoryStore(sql: Statements): StoryStore {
  const byWords = (text: string): StepRecord[] => {
    const words = toAskedWords(text).map(({ word }) => `"${word}"`);
    if (words.length === 0) return [];
    return sql(byWordsSql).all(words.join(' AND ')) as unknown as StepRecord[];
  };
  const ofEmail = (email: string): StepRecord[] => [
    ...(sql(byPersonKeySql).all(email) as unknown as StepRecord[]),
    ...byWords(email).filter((record) => record.email !== null && emailKey(record.email) === email),
  ];
  const ofCandidate = ({ workspaceId, candidateId }: Candidate): StepRecord[] =>
    byWords(candidateId).filter(
      (record) => record.workspace_id === workspaceId && record.candidate_id === candidateId,
    );
  const candidatesOf = (email: string): Candidate[] =>
    // Asked workspace by workspace, since that is how the index of people begins.
    sql(
      `SELECT k.workspace_id AS workspaceId, k.candidate_id AS candidateId
       FROM (SELECT DISTINCT workspace_id FROM runs) w CROSS JOIN people k ON k.workspace_id = w.workspace_id AND k.email = ?`,
    ).all(email) as unknown as Candidate[];
  const emailOf = ({ workspaceId, candidateId }: Candidate): string | null =>
    (
      sql('SELECT email FROM people WHERE workspace_id = ? AND candidate_id = ?').get(
        workspaceId,
        candidateId,
      ) as { email: string | null } | undefined
    )?.email ?? null;

  const collect = (person: PersonRef): StepRecord[] => {
    switch (person.kind) {
      case 'row':
        return sql(byRowSql).all(person.runId, person.ordinal) as unknown as StepRecord[];
      case 'cv':
        return sql(byPersonKeySql).all(`cv ${person.cvLink}`) as unknown as StepRecord[];
      case 'candidate': {
        const email = emailOf(person);
        return email === null ? ofCandidate(person) : collect({ kind: 'email', email });
      }
      case 'email': {
        const own = ofEmail(person.email);
        const candidates = new Map<string, Candidate>();
        for (const one of [...candidatesOf(person.email), ...own.flatMap(toCandidate)])
          if (candidates.size < mostCandidates) candidates.set(`${one.workspaceId} ${one.candidateId}`, one);
        // A row with an address of its own is that address's, whatever ID stands beside it.
        return [...own, ...[...candidates.values()].flatMap(ofCandidate).filter(({ email }) => !email)];
      }
    }
  };

  return {
    readStory: (person) => {
      const unique = new Map(collect(person).map((record) => [`${record.run_no} ${record.ordinal}`, record]));
      const records = [...unique.values()].sort(
        (left, right) => right.at_ms - left.at_ms || right.run_no - left.run_no,
      );
      const candidates = new Map(
        records.flatMap(toCandidate).map((one) => [`${one.workspaceId} ${one.candidateId}`, one]),
      );
      const named = records.find(({ firstname, lastname }) => firstname || lastname);
      return {
        person,
        name: [named?.firstname, named?.lastname].filter(Boolean).join(' '),
        email: records.find(({ email }) => email)?.email ?? (person.kind === 'email' ? person.email : null),
        atsIds: [...new Set(records.flatMap(({ ats_candidate_id: id }) => id || []))],
        candidateIds: [...new Set([...candidates.values()].map(({ candidateId }) => candidateId))],
        places: [...candidates.values()].flatMap((one) => readPlaces(sql, one)),
        steps: records.slice(0, mostSteps).map(toStep),
        isCut: records.length > mostSteps,
      };
    },
  };
}

function toCandidate(record: StepRecord): Candidate[] {
  return record.candidate_id === null
    ? []
    : [{ workspaceId: record.workspace_id, candidateId: record.candidate_id }];
}

/** Where somebody stands in the pipeline as it was read last. */
function readPlaces(sql: Statements, { workspaceId, candidateId }: Candidate): Story['places'] {
  return sql(
    `SELECT coalesce(w.name, '') AS workspaceName, coalesce(t.title, a.project_id, '') AS projectTitle, a.stage_title AS stageTitle,
       a.score, s.taken_at_ms AS readAtMs
     FROM snapshots s JOIN snapshot_applications a ON a.snapshot_no = s.snapshot_no AND a.candidate_id = ?2
       LEFT JOIN snapshot_titles t ON t.snapshot_no = s.snapshot_no AND t.kind = 'project' AND t.id = a.project_id
       LEFT JOIN workspaces w ON w.workspace_id = s.workspace_id
     WHERE s.snapshot_no = (SELECT max(snapshot_no) FROM snapshots WHERE workspace_id = ?1 AND finished_at_ms IS NOT NULL)`,
  )
    .all(workspaceId, candidateId)
    .map((place) => ({ ...(place as Story['places'][number]) }));
}

function toStep(record: StepRecord): StoryStep {
  return {
    runId: record.run_id,
    runNumber: record.run_no,
    ordinal: record.ordinal,
    rowNumber: record.row_number,
    batchName: record.batch_name,
    operation: record.operation,
    work: toWork(record),
    workspaceId: record.workspace_id,
    workspaceName: record.workspace_name,
    environment: record.environment,
    targetTitle: record.target_title,
    sendInvite: record.send_invite === 1,
    outcome: outcomeOf[record.state],
    causeCode: record.cause_code,
    sentence: record.sentence,
    atMs: record.at_ms,
    attempts: record.attempts,
    lookUp:
      record.reading === null || record.evidence_json === null
        ? null
        : {
            reading: record.reading,
            looksAtMs: evidenceSchema.parse(JSON.parse(record.evidence_json)).looksAtMs,
          },
    decision: record.decision,
  };
}
