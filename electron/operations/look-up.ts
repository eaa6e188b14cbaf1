// What an operation is given to find out whether a request without a clear answer was processed, and what it says then.
// It only reads. Its verdicts are evidence: where it is in doubt it must say `open`.
import type { Person } from '../../shared/operations/field';
import type { PipelineBefore, PipelineWork } from '../../shared/operations/pipeline-work';
import type { Evidence } from '../../shared/runs/unsure';
import type { RowIds } from './operation';

/** A row that was sent and got no clear answer. Times by this computer's clock, UTC. */
export interface UnknownRow {
  readonly ordinal: number;
  readonly person: Person;
  /** What a row of a pipeline batch asks for, and what was there before; null for an invitation. */
  readonly work: PipelineWork | null;
  readonly before: PipelineBefore | null;
  /** As `personKey()` gives it; null for somebody without an address and a link. */
  readonly personKey: string | null;
  readonly causeCode: string;
  readonly ids: RowIds;
  /** In the order in which tries left, whatever the clock showed. */
  readonly attemptNo: number;
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

/** An application as the list of its project shows it (API guide, 4.3). */
export interface ListedApplication {
  readonly applicationId: string;
  readonly candidateId: string | null;
  readonly jobPostId: string | null;
  readonly stageId: string | null;
  readonly stageTitle: string | null;
  /** The API's own number; only a change of it means something. */
  readonly status: number | null;
  readonly createdAtMs: number | null;
}

export interface ApplicationList {
  readonly applications: readonly ListedApplication[];
  /** False where the list changed so much while it was read, or is so long, that some may be missing. */
  readonly isWhole: boolean;
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
  /** All applications of a project with their stages. */
  readPipeline(workspaceId: string, projectId: string): Promise<ApplicationList>;
}

/** What an answer named, with the times of its request: the server made it in between. */
export interface NamedRecord {
  /** Null where the answer named none: without a set. */
  readonly recordId: string | null;
  readonly candidateId: string | null;
  readonly attemptNo: number;
  readonly sentAtMs: number;
  readonly answeredAtMs: number;
}

/** A try without a clear answer that is not asked about: whatever is found may be its doing. Times as of `UnknownRow`. */
export interface Rival {
  readonly personKey: string | null;
  readonly hasEmail: boolean;
  readonly attemptNo: number;
  readonly sentAtMs: number;
  readonly endedAtMs: number | null;
}

/** How Flowmingo has dealt with people in the answers so far; counts of people. */
export interface CandidateHabits {
  /** Answered for more than once, with one candidate id and with several. */
  readonly sameCandidate: number;
  readonly otherCandidate: number;
  /** Candidate ids that were named for more than one address. */
  readonly sharedCandidate: number;
  /** Invited to one set more than once: each time a submission of its own, or an old one named again. */
  readonly newSubmission: number;
  readonly sameSubmission: number;
}

/** What the run history knows. What a look-up found is no answer: only answers name candidates. */
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
  /** What this run's answers named for people who were invited, the newest first, at most some hundreds. */
  readNamedRecords(): readonly NamedRecord[];
  /** Tries for the same target near this time whose records nobody has claimed, without the last tries of these rows. */
  readRivals(ordinals: readonly number[], fromMs: number, toMs: number): readonly Rival[];
  readHabits(): CandidateHabits;
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
