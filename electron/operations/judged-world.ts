// What the judges of unknown rows are given and what they say. Holds no rule.
import type { Evidence } from '../../shared/runs/unsure';
import type { ListedRecord } from './look-up';
import type { ServerClock } from './server-clock';

/** A try for one person as the judge sees it. */
export interface TryToJudge {
  readonly attemptNo: number;
  readonly sentAtMs: number;
  readonly endedAtMs: number | null;
  /** False for a CV without an address: its record appears only after the CV was read. */
  readonly hasEmail: boolean;
  /** Candidate ids from earlier answers; empty for somebody new. */
  readonly candidateIds: ReadonlySet<string>;
}

export interface RowToJudge extends TryToJudge {
  readonly ordinal: number;
}

export interface JudgedWorld {
  readonly records: readonly ListedRecord[];
  /** What of the target `records` holds: all, all of the known candidates', or only what could be read. */
  readonly reach: 'everything' | 'known-people' | 'part';
  /** It shows what this run's newest answers named. */
  readonly isUpToDate: boolean;
  /** Ids from before the run; null: only the time of creation tells what is new. */
  readonly baseline: ReadonlySet<string> | null;
  readonly runStartedAtMs: number;
  readonly clock: ServerClock | null;
  /** Records that an answer named. */
  readonly claimed: ReadonlySet<string>;
  /** Candidate ids that an answer named for somebody. */
  readonly knownCandidates: ReadonlySet<string>;
  /** Other tries without a clear answer. */
  readonly rivals: readonly TryToJudge[];
  /** One person, one candidate id: so it was whenever it could be seen, and often enough. */
  readonly areCandidatesSure: boolean;
  /** A second invitation may leave nothing new. */
  readonly mayLeaveNoTrace: boolean;
  readonly hasCvFirst: boolean;
  readonly isLastLook: boolean;
}

export interface Judgement {
  readonly ordinal: number;
  readonly verdict: 'done' | 'not-processed' | 'open';
  readonly reading: 'cannot-tell' | 'probably-done';
  /** The record of a `done` row where exactly one can be it. */
  readonly record: ListedRecord | null;
  /** New records of a known candidate. */
  readonly newForPerson: readonly ListedRecord[];
  readonly newInTime: readonly ListedRecord[];
  readonly rowsThatCouldOwn: number;
  readonly othersActive: boolean;
  readonly obstacle: Evidence['obstacle'];
}

/** A judgement's beginning: nobody can tell. */
export const nothingFound = {
  verdict: 'open',
  reading: 'cannot-tell',
  record: null,
  newForPerson: [],
  newInTime: [],
  rowsThatCouldOwn: 1,
  othersActive: false,
  obstacle: null,
} as const;
