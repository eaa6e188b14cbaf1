// Judges people whose candidate id nobody knows: by counting what is new against the requests that could have made it. Pure.
// Must never say "not processed" while anything could be theirs, nor "done" where somebody else is inviting.
import { findForcedOwners, type Owner } from './forced-owners';
import {
  type JudgedWorld,
  type Judgement,
  nothingFound,
  type RowToJudge,
  type TryToJudge,
} from './judged-world';
import type { ListedRecord } from './look-up';
import { isPossible, toLikelySpan, toPossibleSpan } from './request-time';
import { isWithin } from './time-spans';

/** Whoever invites somebody to the same place within half an hour of our requests may do so during one of them. */
const vicinityMs = 30 * 60_000;

interface WorldOfNew extends JudgedWorld {
  /** New since the run began, and named by no answer. */
  readonly fresh: readonly ListedRecord[];
  /** Of those, what tries for known people can have made. */
  readonly theirs: ReadonlySet<ListedRecord>;
  readonly known: readonly TryToJudge[];
}

interface RequestOwner extends Owner {
  readonly one: TryToJudge;
}

/** One judgement for each row. */
export function judgeNew(rows: readonly RowToJudge[], world: WorldOfNew): Judgement[] {
  const { clock, fresh, theirs, known, rivals, areCandidatesSure, reach, isLastLook, isUpToDate } = world;
  if (reach !== 'everything')
    return rows.map(({ ordinal }) => ({ ...nothingFound, ordinal, obstacle: 'too-many' }));
  const free = areCandidatesSure ? fresh.filter((record) => !theirs.has(record)) : fresh;
  const tries: TryToJudge[] = [...rows, ...rivals.filter(({ candidateIds }) => candidateIds.size === 0)];
  const owners = [...tries, ...(areCandidatesSure ? [] : known)].map(
    (one): RequestOwner => ({ one, likely: toLikelySpan(one, clock), possible: toPossibleSpan(one, clock) }),
  );
  const othersActive =
    world.hasCvFirst ||
    clock === null ||
    owners.some(({ one }) => !one.hasEmail) ||
    hasStranger(owners, world);
  const isSettled = isLastLook && isUpToDate;
  const forced = findForcedOwners(owners, isSettled && !othersActive ? free : []);
  const left = free.filter((record) => !forced.records.has(record));
  const ownerOf = new Map(owners.map((owner) => [owner.one, owner]));
  const wereThere = world.mayLeaveNoTrace && hasOldUnknown(world);

  return rows.map((row): Judgement => {
    const owner = ownerOf.get(row) as RequestOwner;
    const likely = owner.likely ?? owner.possible;
    const newInTime = free.filter(({ createdAtMs }) => isWithin(createdAtMs, likely));
    const sharing = owners.filter(({ likely: other }) =>
      newInTime.some(({ createdAtMs }) => other === null || isWithin(createdAtMs, other)),
    );
    const rowsThatCouldOwn = Math.max(1, sharing.length);
    const found = { ...nothingFound, ordinal: row.ordinal, newInTime, rowsThatCouldOwn, othersActive };
    if (!row.hasEmail) return { ...found, obstacle: 'cv-first' };
    const record = forced.owners.get(owner);
    if (record !== undefined) return { ...found, verdict: 'done', record };
    if (left.some((one) => isPossible(row, one, owner.likely === null ? null : clock, 'ever'))) return found;
    if (!isUpToDate) return { ...found, obstacle: 'list-lags' };
    if (wereThere) return { ...found, obstacle: 'maybe-there-before' };
    return { ...found, verdict: isSettled ? 'not-processed' : 'open' };
  });
}

/** Whether somebody else invites to the same place: there is something near our requests that none of them made in its time. */
function hasStranger(
  owners: readonly RequestOwner[],
  { records, fresh, theirs, claimed, knownCandidates, clock }: WorldOfNew,
): boolean {
  const isFresh = new Set(fresh);
  const fromMs = Math.min(...owners.map(({ one }) => one.sentAtMs)) + (clock?.leastMs ?? 0) - vicinityMs;
  const toMs =
    Math.max(...owners.map(({ one }) => one.endedAtMs ?? one.sentAtMs)) + (clock?.mostMs ?? 0) + vicinityMs;
  return records.some((record) => {
    const { id, createdAtMs, candidateId } = record;
    if (claimed.has(id) || theirs.has(record)) return false;
    if (createdAtMs === null) return isFresh.has(record);
    if (!isWithin(createdAtMs, { fromMs, toMs })) return false;
    if (candidateId !== null && knownCandidates.has(candidateId)) return true;
    return !owners.some(({ likely }) => likely !== null && isWithin(createdAtMs, likely));
  });
}

/** Whether the target held somebody, before the run, whom nobody knows: it may be one of these people. */
function hasOldUnknown({ records, fresh, claimed, knownCandidates }: WorldOfNew): boolean {
  const isFresh = new Set(fresh);
  return records.some(
    (record) =>
      !isFresh.has(record) && !claimed.has(record.id) && !knownCandidates.has(record.candidateId ?? ''),
  );
}
