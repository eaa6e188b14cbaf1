// What an operation is given to find out whether a request without a clear answer was processed, and what it says then.
// It only reads. Its verdicts are evidence: where it is in doubt it must say `open`.
import type { Person } from '../../shared/operations/field';
import type { Evidence } from '../../shared/runs/unsure';
import type { RowIds } from './operation';

/** A row that was sent and got no clear answer. Times by this computer's clock, UTC. */
export interface UnknownRow {
  readonly ordinal: number;
  readonly person: Person;
  /** As `personKey()` gives it; null for somebody without an address and a link. */
  readonly personKey: string | null;
  readonly causeCode: string;
  readonly ids: RowIds;
  readonly sentAtMs: number;
  /** When the answer failed; null where the app ended first. */
  readonly endedAtMs: number | null;
}

/** An entry of a list of the API: a submission or an application. */
export interface ListedRecord {
  readonly id: string;
  readonly candidateId: string | null;
  /** By the server's clock; null where it says none. */
  readonly createdAtMs: number | null;
}

/** How far the server's clock is ahead of this computer's, as a range. */
export interface ClockRange {
  readonly leastMs: number;
  readonly mostMs: number;
}

export interface RecordList {
  readonly records: readonly ListedRecord[];
  /** False where the list is longer than can be read through. */
  readonly isWhole: boolean;
  /** From the Date header of the answer; null where it had none. */
  readonly clock: ClockRange | null;
}

/** The reads that look-ups use (API guide, 4.3 and 4.5). @throws AppError `api/…`, `key/…`. */
export interface ReadApi {
  listSubmissions(
    workspaceId: string,
    filter: { readonly setId: string; readonly candidateId?: string },
  ): Promise<RecordList>;
  listApplications(
    workspaceId: string,
    filter: { readonly projectId: string; readonly jobPostId: string | null },
  ): Promise<RecordList>;
}

/** A record that an answer named, with the times of its request: the server stamped it in between. */
export interface NamedRecord {
  readonly recordId: string;
  readonly sentAtMs: number;
  readonly answeredAtMs: number;
}

/** What the run history knows. */
export interface LookUpHistory {
  /** Candidate ids of these people from earlier answers, with the time of the first. */
  findCandidates(
    personKeys: readonly string[],
  ): ReadonlyMap<string, { readonly candidateIds: ReadonlySet<string>; readonly sinceMs: number }>;
  /** Of these candidate ids, those that an answer named for somebody. */
  findKnownCandidates(candidateIds: readonly string[]): ReadonlySet<string>;
  /** Of these submissions, those that an answer named. */
  findClaimed(recordIds: readonly string[]): ReadonlySet<string>;
  /** Of these candidate ids, those that an answer of this run named. */
  findNamedByRun(candidateIds: readonly string[]): ReadonlySet<string>;
  /** Submissions of this run's answers, the newest first, at most some hundreds. */
  readNamedRecords(): readonly NamedRecord[];
  /** The run sent to people with a CV and no address: their submissions appear at any time. */
  hasCvFirst(): boolean;
}

export interface LookUpQuestion {
  readonly rows: readonly UnknownRow[];
  /** Ids that the target held before the run's first request; null where they were not read. */
  readonly baseline: ReadonlySet<string> | null;
  readonly runStartedAtMs: number;
  /** The second look, some seconds after the first: only then may it say that nothing happened. */
  readonly isLastLook: boolean;
  readonly history: LookUpHistory;
}

/** What is said about one row. `not-processed` lets it be sent again. */
export interface Finding {
  readonly ordinal: number;
  readonly verdict: 'done' | 'not-processed' | 'open';
  readonly reading: 'cannot-tell' | 'probably-done';
  readonly sentence: string;
  readonly ids: RowIds;
  readonly evidence: Omit<Evidence, 'looksAtMs'>;
}
