// One search over everybody that a run was made for. Reads, besides taking in what earlier versions have left.

import type { FoundPerson, HistoryFilter, HistorySearch, PersonRef } from '../../shared/history/history';
import { toAskedWords, toSearchExpression } from '../../shared/history/search-words';
import { emailKey } from '../../shared/operations/email-key';
import { outcomeOf, type RowState } from '../../shared/runs/row-state';
import type { GroupCommit } from './group-commit';
import { toHistoryConditions } from './history-conditions';
import { findIndexGaps, indexRows, rowSpan } from './people-search-index';
import type { Statements } from './statements';

/** Rows looked at for one search: some 30 ms, and more people than anybody reads through. */
const mostRows = 2000;
/** People shown; with more, another letter is quicker than reading. */
const mostPeople = 200;
/** Rows taken in between two turns of the event loop: some 20 ms. */
const rowsPerTurn = 1000;

export interface PeopleSearchStore {
  search(text: string, filter: HistoryFilter): Omit<HistorySearch, 'preparedFraction'>;
  /** How much of what runs of earlier versions were made for can be found, 0 to below 1; null when all of it. */
  preparedFraction(): number | null;
  /** Takes in some more of it; false where there was nothing left. */
  takeInMore(): boolean;
}

interface FoundRecord {
  readonly run_id: string;
  readonly run_no: number;
  readonly workspace_id: string;
  readonly batch_name: string;
  readonly ordinal: number;
  readonly email: string | null;
  readonly firstname: string | null;
  readonly lastname: string | null;
  readonly cv_link: string | null;
  readonly ats_candidate_id: string | null;
  readonly candidate_id: string | null;
  readonly known_email: string | null;
  readonly known_name: string | null;
  readonly state: RowState;
  readonly at_ms: number;
}

/** The candidate that a row is about: the answer's, else the one that its work names. */
export const candidateColumn = `coalesce(q.candidate_id, p.work_json ->> '$.candidateId')`;

export function createPeopleSearchStore(sql: Statements, commit: GroupCommit): PeopleSearchStore {
  return {
    search: (text, filter) => {
      const words = toAskedWords(text);
      if (words.length === 0) return { people: [], isCut: false, runs: [] };
      const { where, values } = toHistoryConditions(filter);
      // CROSS JOIN keeps the index first: it gives its rows newest first, and only as many as are wanted.
      const records = sql(
        `SELECT r.run_id, r.run_no, r.workspace_id, b.name AS batch_name, q.ordinal, p.email, p.firstname, p.lastname, p.cv_link,
           p.ats_candidate_id, ${candidateColumn} AS candidate_id, k.email AS known_email,
           trim(coalesce(k.firstname, '') || ' ' || coalesce(k.lastname, '')) AS known_name,
           q.state, coalesce(q.at_ms, r.created_at_ms) AS at_ms
         FROM people_search s CROSS JOIN batch_rows p ON p.batch_no = s.rowid / ${rowSpan} AND p.ordinal = s.rowid % ${rowSpan}
           CROSS JOIN batches b ON b.batch_no = p.batch_no CROSS JOIN runs r ON r.batch_no = p.batch_no
           CROSS JOIN run_rows q ON q.run_no = r.run_no AND q.ordinal = p.ordinal
           LEFT JOIN people k ON k.workspace_id = r.workspace_id AND k.candidate_id = ${candidateColumn}
         WHERE s.people_search MATCH ? AND b.deleted_at_ms IS NULL ${where} ORDER BY s.rowid DESC LIMIT ?`,
      ).all(toSearchExpression(words), ...values, mostRows + 1) as unknown as FoundRecord[];
      const counted = records.slice(0, mostRows);
      const people = toPeople(counted);
      return {
        people: people.slice(0, mostPeople),
        isCut: records.length > mostRows || people.length > mostPeople,
        runs: countRuns(counted),
      };
    },
    preparedFraction: () => {
      const gaps = findIndexGaps(sql);
      if (gaps.length === 0) return null;
      const all = sql(
        'SELECT sum(row_count) AS count FROM batches b WHERE EXISTS (SELECT 1 FROM runs r WHERE r.batch_no = b.batch_no)',
      ).get() as { count: number };
      return 1 - gaps.reduce((sum, { rowCount, indexedRows }) => sum + rowCount - indexedRows, 0) / all.count;
    },
    takeInMore: () => {
      const [gap] = findIndexGaps(sql);
      if (gap === undefined) return false;
      commit.now(() => indexRows(sql, gap.batchNo, gap.indexedRows + rowsPerTurn));
      return true;
    },
  };
}

/** Who a row is about: the address, also where only the answer to an invitation has named it. */
function toPersonRef(record: FoundRecord): PersonRef {
  const email = record.email ?? record.known_email;
  if (email !== null && email.trim() !== '') return { kind: 'email', email: emailKey(email) };
  const { candidate_id: candidateId, cv_link: cvLink } = record;
  if (candidateId !== null) return { kind: 'candidate', workspaceId: record.workspace_id, candidateId };
  if (cvLink !== null && cvLink.trim() !== '') return { kind: 'cv', cvLink: cvLink.trim() };
  return { kind: 'row', runId: record.run_id, ordinal: record.ordinal };
}

function toPeople(records: readonly FoundRecord[]): FoundPerson[] {
  const found = new Map<string, { latest: FoundPerson; readonly runIds: Set<string> }>();
  for (const record of records) {
    const person = toPersonRef(record);
    const key = JSON.stringify(person);
    const known = found.get(key);
    const runIds = known?.runIds ?? new Set<string>();
    runIds.add(record.run_id);
    const isLatest = known === undefined || record.at_ms > known.latest.atMs;
    found.set(key, { latest: isLatest ? toFound(record, person) : known.latest, runIds });
  }
  return [...found.values()]
    .map(({ latest, runIds }) => ({ ...latest, runCount: runIds.size }))
    .sort((left, right) => right.atMs - left.atMs);
}

function toFound(record: FoundRecord, person: PersonRef): FoundPerson {
  const name = [record.firstname, record.lastname].filter(Boolean).join(' ');
  return {
    person,
    name: name === '' ? (record.known_name ?? '') : name,
    email: record.email ?? record.known_email,
    atsId: record.ats_candidate_id,
    outcome: outcomeOf[record.state],
    atMs: record.at_ms,
    batchName: record.batch_name,
    runId: record.run_id,
    runCount: 1,
  };
}

function countRuns(records: readonly FoundRecord[]): HistorySearch['runs'] {
  const counts = new Map<string, number>();
  for (const { run_id: runId } of records) counts.set(runId, (counts.get(runId) ?? 0) + 1);
  return [...counts].map(([runId, count]) => ({ runId, count }));
}
