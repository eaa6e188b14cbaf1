// Which of the people without a clear answer were processed, from what the target holds now. Pure.
// Must never say "not processed" while anything that is there could be theirs, nor "done" while somebody else could own it.
import type { ClockRange, ListedRecord } from './look-up';
import { groupOverlapping, isWithin, matchSpans, type TimeSpan } from './time-spans';

/** One row as the judge sees it. */
export interface RowToJudge {
  readonly ordinal: number;
  readonly sentAtMs: number;
  readonly endedAtMs: number | null;
  /** False for a CV without an address: its record appears only after the CV was read. */
  readonly hasEmail: boolean;
  /** Candidate ids from earlier answers; empty for somebody new. */
  readonly candidateIds: ReadonlySet<string>;
}

export interface JudgedWorld {
  /** Everything that the target holds now, or all of the known candidates' where `isWhole` is false. */
  readonly records: readonly ListedRecord[];
  readonly isWhole: boolean;
  /** Ids from before the run; null: only the time of creation tells what is new. */
  readonly baseline: ReadonlySet<string> | null;
  readonly runStartedAtMs: number;
  readonly clock: ClockRange | null;
  /** Records that an answer named. */
  readonly claimed: ReadonlySet<string>;
  /** Candidate ids that an answer named for somebody. */
  readonly knownCandidates: ReadonlySet<string>;
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
  readonly obstacle: 'too-many' | 'cv-first' | 'there-before' | null;
}

/** Clocks are read by the second in headers, and a request takes its way: two of them. */
const slackMs = 2000;
/** All time limits of one request together (connection, first byte, body). */
export const longestRequestMs = 100_000;
/** A server that lost the connection may go on working for so long. */
const longestProcessingMs = 5 * 60_000;
/** What belongs to another row for certain is still in doubt for this one when it came so soon after. */
const nearMs = 10_000;
/** So near to our requests, a record that nobody of ours can own says that somebody else is inviting. */
const vicinityMs = 2 * 60_000;

const nothing = {
  reading: 'cannot-tell',
  record: null,
  newForPerson: [],
  newInTime: [],
  rowsThatCouldOwn: 1,
  othersActive: false,
  obstacle: null,
} as const;

/** One judgement for each row, in the rows' order. */
export function judgeUnknown(rows: readonly RowToJudge[], world: JudgedWorld): Judgement[] {
  const fresh = world.records.filter((record) => !world.claimed.has(record.id) && isNew(record, world));
  const known = rows.filter(({ candidateIds }) => candidateIds.size > 0);
  const judgements = new Map<number, Judgement>();
  const theirs = new Set<ListedRecord>();
  for (const row of known) {
    const mine = fresh.filter((record) => isOf(row, record));
    for (const record of mine) theirs.add(record);
    const sharing = known.filter((other) => [...other.candidateIds].some((id) => row.candidateIds.has(id)));
    const wasThere = world.records.some((record) => isOf(row, record) && !fresh.includes(record));
    judgements.set(row.ordinal, judgeKnown(row, mine, sharing.length, wasThere, world));
  }
  const rest = fresh.filter((record) => !theirs.has(record));
  const unnamed = rows.filter(({ candidateIds }) => candidateIds.size === 0);
  for (const judgement of judgeNew(unnamed, rest, world)) judgements.set(judgement.ordinal, judgement);
  return rows.map(({ ordinal }) => judgements.get(ordinal) as Judgement);
}

function isNew({ id, createdAtMs }: ListedRecord, { baseline, clock, runStartedAtMs }: JudgedWorld): boolean {
  if (baseline !== null) return !baseline.has(id);
  if (createdAtMs === null || clock === null) return true;
  return createdAtMs >= runStartedAtMs + clock.leastMs - slackMs;
}

function isOf({ candidateIds }: RowToJudge, { candidateId }: ListedRecord): boolean {
  return candidateId !== null && candidateIds.has(candidateId);
}

/** Somebody whose candidate id is known: only that person's records count. `sharing`: rows in doubt for the same person. */
function judgeKnown(
  row: RowToJudge,
  mine: readonly ListedRecord[],
  sharing: number,
  wasThere: boolean,
  { clock, isLastLook }: JudgedWorld,
): Judgement {
  const { ordinal } = row;
  if (mine.length === 0) {
    if (!row.hasEmail) return { ...nothing, ordinal, verdict: 'open', obstacle: 'cv-first' };
    // The guide does not say that a second invitation makes a second record.
    if (wasThere) return { ...nothing, ordinal, verdict: 'open', obstacle: 'there-before' };
    return { ...nothing, ordinal, verdict: isLastLook ? 'not-processed' : 'open' };
  }
  const inTime = mine.filter(
    ({ createdAtMs }) =>
      createdAtMs !== null && clock !== null && createdAtMs >= row.sentAtMs + clock.leastMs - slackMs,
  );
  const found = { ...nothing, ordinal, newForPerson: mine, newInTime: inTime, rowsThatCouldOwn: sharing };
  if (inTime.length >= sharing)
    return { ...found, verdict: 'done', record: sharing === 1 ? (inTime[0] ?? null) : null };
  return { ...found, verdict: 'open', reading: inTime.length === 0 ? 'probably-done' : 'cannot-tell' };
}

/** People without a known candidate id: counted against the records that nobody owns. */
function judgeNew(
  rows: readonly RowToJudge[],
  rest: readonly ListedRecord[],
  world: JudgedWorld,
): Judgement[] {
  const { clock, isLastLook } = world;
  if (!world.isWhole)
    return rows.map(({ ordinal }) => ({ ...nothing, ordinal, verdict: 'open', obstacle: 'too-many' }));
  const spans = new Map(rows.map((row) => [row, toSpan(row, clock)]));
  const spanOf = (row: RowToJudge) => spans.get(row) as TimeSpan;
  const counted = rows.filter(({ hasEmail }) => hasEmail);
  const othersActive =
    world.hasCvFirst ||
    clock === null ||
    counted.length < rows.length ||
    rest.some((record) => isStranger(record, counted.map(spanOf), world));

  const owners = new Map<RowToJudge, ListedRecord | null>();
  const owned = new Set<ListedRecord>();
  const groups = groupOverlapping(counted, spanOf);
  for (const group of groups) {
    const inGroup = rest.filter((record) => group.some((row) => isWithin(record.createdAtMs, spanOf(row))));
    const isClear = isLastLook && !othersActive && inGroup.length === group.length;
    if (
      !isClear ||
      !matchSpans(
        group.map(spanOf),
        inGroup.map(({ createdAtMs }) => createdAtMs as number),
      )
    )
      continue;
    for (const record of inGroup) owned.add(record);
    for (const row of group) owners.set(row, group.length === 1 ? (inGroup[0] ?? null) : null);
  }

  return rows.map((row): Judgement => {
    const { ordinal } = row;
    const newInTime = rest.filter((record) => isWithin(record.createdAtMs, spanOf(row)));
    const rowsThatCouldOwn = groups.find((group) => group.includes(row))?.length ?? 1;
    const found = { ...nothing, ordinal, newInTime, rowsThatCouldOwn, othersActive };
    if (!row.hasEmail) return { ...found, verdict: 'open', obstacle: 'cv-first' };
    const record = owners.get(row);
    if (record !== undefined) return { ...found, verdict: 'done', record };
    const inDoubt = rest.some((candidate) => couldBe(candidate, spanOf(row), owned.has(candidate)));
    return { ...found, verdict: !inDoubt && isLastLook ? 'not-processed' : 'open' };
  });
}

/** From the request to its end, by the server's clock; without a clock, all time. */
function toSpan({ sentAtMs, endedAtMs }: RowToJudge, clock: ClockRange | null): TimeSpan {
  if (clock === null) return { fromMs: Number.NEGATIVE_INFINITY, toMs: Number.POSITIVE_INFINITY };
  return {
    fromMs: sentAtMs + clock.leastMs - slackMs,
    toMs: (endedAtMs ?? sentAtMs + longestRequestMs) + clock.mostMs + slackMs,
  };
}

/** Whether a record near our requests is somebody else's doing. */
function isStranger(
  { createdAtMs, candidateId }: ListedRecord,
  spans: readonly TimeSpan[],
  { knownCandidates }: JudgedWorld,
): boolean {
  if (createdAtMs === null) return true;
  const isNear = spans.some(({ fromMs, toMs }) =>
    isWithin(createdAtMs, { fromMs: fromMs - vicinityMs, toMs: toMs + vicinityMs }),
  );
  if (!isNear) return false;
  if (candidateId !== null && knownCandidates.has(candidateId)) return true;
  return !spans.some((span) => isWithin(createdAtMs, span));
}

function couldBe({ createdAtMs }: ListedRecord, { fromMs, toMs }: TimeSpan, isOwned: boolean): boolean {
  if (createdAtMs === null) return true;
  return isWithin(createdAtMs, { fromMs, toMs: toMs + (isOwned ? nearMs : longestProcessingMs) });
}
