// Which of the people without a clear answer were processed, from what the target holds now. Pure.
// Must never say "not processed" while anything that is there, or could be hidden, may be theirs.
import type { Evidence } from '../../shared/runs/unsure';
import { judgeNew } from './judge-new';
import {
  type JudgedWorld,
  type Judgement,
  nothingFound,
  type RowToJudge,
  type TryToJudge,
} from './judged-world';
import type { ListedRecord } from './look-up';
import { isPossible } from './request-time';

/** One judgement for each row, in the rows' order. */
export function judgeUnknown(rows: readonly RowToJudge[], world: JudgedWorld): Judgement[] {
  const fresh = world.records.filter((record) => !world.claimed.has(record.id) && isNew(record, world));
  const tries: readonly TryToJudge[] = [...rows, ...world.rivals];
  const known = tries.filter(({ candidateIds }) => candidateIds.size > 0);
  /** What a known person's try can have made. */
  const theirs = new Set(
    fresh.filter((record) => known.some((one) => isOf(one, record) && isPossible(one, record, world.clock))),
  );
  const unnamed = rows.filter(({ candidateIds }) => candidateIds.size === 0);
  const judgements = new Map<number, Judgement>();
  for (const judgement of judgeNew(unnamed, { ...world, fresh, theirs, known }))
    judgements.set(judgement.ordinal, judgement);
  for (const row of rows)
    if (row.candidateIds.size > 0) judgements.set(row.ordinal, judgeKnown(row, known, fresh, world));
  return rows.map(({ ordinal }) => judgements.get(ordinal) as Judgement);
}

/** Without the ids from before, only what is a day older than the run is old for certain: our clock may have been set at its start. */
const certainlyOldMs = 24 * 3_600_000;

function isNew({ id, createdAtMs }: ListedRecord, { baseline, clock, runStartedAtMs }: JudgedWorld): boolean {
  if (baseline !== null) return !baseline.has(id);
  if (createdAtMs === null || clock === null || !Number.isFinite(clock.sinceMs)) return true;
  return createdAtMs >= Math.min(runStartedAtMs, clock.sinceMs) + clock.leastMs - certainlyOldMs;
}

function isOf({ candidateIds }: TryToJudge, { candidateId }: ListedRecord): boolean {
  return candidateId !== null && candidateIds.has(candidateId);
}

/** Somebody whose candidate id is known: only that person's records count. */
function judgeKnown(
  row: RowToJudge,
  known: readonly TryToJudge[],
  fresh: readonly ListedRecord[],
  world: JudgedWorld,
): Judgement {
  const { clock } = world;
  const mine = fresh.filter((record) => isOf(row, record));
  const found: Judgement = { ...nothingFound, ordinal: row.ordinal, newForPerson: mine };
  if (mine.length === 0) {
    const obstacle = whyNotSure(row, fresh, world);
    const isSure = obstacle === null && world.isLastLook && !mayBeHidden(row, fresh, world);
    return { ...found, obstacle, verdict: isSure ? 'not-processed' : 'open' };
  }
  const inTime = mine.filter(
    (record) => clock !== null && record.createdAtMs !== null && isPossible(row, record, clock),
  );
  const sharing = known.filter(
    (other) =>
      [...other.candidateIds].some((id) => row.candidateIds.has(id)) &&
      (other === row || inTime.some((record) => isPossible(other, record, clock))),
  ).length;
  const seen: Judgement = { ...found, newInTime: inTime, rowsThatCouldOwn: sharing };
  if (inTime.length >= sharing)
    return { ...seen, verdict: 'done', record: inTime.length === 1 ? (inTime[0] ?? null) : null };
  const isProbable = inTime.length === 0 && (world.baseline !== null || clock !== null);
  return { ...seen, reading: isProbable ? 'probably-done' : 'cannot-tell' };
}

/** Why no new record of a known person does not mean that nothing happened. */
function whyNotSure(
  row: RowToJudge,
  fresh: readonly ListedRecord[],
  { records, reach, isUpToDate, mayLeaveNoTrace }: JudgedWorld,
): Evidence['obstacle'] {
  if (reach === 'part') return 'too-many';
  if (!row.hasEmail) return 'cv-first';
  if (!isUpToDate) return 'list-lags';
  // The guide does not say that a second invitation makes a second record.
  const wasThere = records.some((record) => isOf(row, record) && !fresh.includes(record));
  return wasThere && mayLeaveNoTrace ? 'there-before' : null;
}

/** Where a person may get another candidate id, anything new that nobody is known for could be theirs. */
function mayBeHidden(row: RowToJudge, fresh: readonly ListedRecord[], world: JudgedWorld): boolean {
  const { areCandidatesSure, reach, knownCandidates, clock } = world;
  if (areCandidatesSure) return false;
  if (reach !== 'everything') return true;
  return fresh.some(
    (record) => !knownCandidates.has(record.candidateId ?? '') && isPossible(row, record, clock, 'ever'),
  );
}
