// A made-up run with its truth: some answers were lost, some of those requests were processed, others invite meanwhile.
// What a look-up may know of it comes out as a question with a history; whether it was right can be told afterwards.
import { lookUpInvites } from '../../../../electron/operations/invite-look-up';
import type {
  Finding,
  ListedRecord,
  LookUpHistory,
  LookUpQuestion,
  NamedRecord,
  ReadApi,
  RecordList,
  Rival,
  UnknownRow,
} from '../../../../electron/operations/look-up';
import { noIds } from '../../../../electron/operations/operation';
import { seededRandom } from '../../../../electron/practice/seeded-random';
import { invitingOrder } from '../runs/engine-bench';

export interface WorldKind {
  /** At most so many. */
  readonly rowCount: number;
  /** Share of the people whom an earlier run to another set invited. */
  readonly knownShare: number;
  readonly lostShare: number;
  /** Somebody else invites so many people a second, of whom so many of the run's own people. */
  readonly strangersPerSecond: number;
  readonly strangersKnowOurs: boolean;
  /** The server's clock is ahead by up to so much. */
  readonly skewMs: number;
  readonly lagMs: number;
  /** Processed up to so long after the connection broke. */
  readonly lateMs: number;
  /** Times are cut to whole seconds. */
  readonly isCoarse: boolean;
  /** This computer's clock is set by up to so much during the run. */
  readonly clockSetMs: number;
  /** Interviews that the set held before. */
  readonly oldCount: number;
  /** A person who is in the set already gets no second record. */
  readonly reusesRecords: boolean;
  /** Every invite makes a new candidate. */
  readonly hasNewCandidates: boolean;
  /** The history shows that people keep their ids, and that second invitations make second records. */
  readonly hasHabits: boolean;
  readonly doublesShare: number;
  readonly peoplePerRequest: number;
}

export const plainWorld: WorldKind = {
  rowCount: 40,
  knownShare: 0.5,
  lostShare: 0.3,
  strangersPerSecond: 0,
  strangersKnowOurs: false,
  skewMs: 2000,
  lagMs: 0,
  lateMs: 0,
  isCoarse: false,
  clockSetMs: 0,
  oldCount: 0,
  reusesRecords: false,
  hasNewCandidates: false,
  hasHabits: true,
  doublesShare: 0,
  peoplePerRequest: 1,
};

interface Tried {
  readonly ordinal: number;
  readonly email: string;
  readonly isKnown: boolean;
  readonly isLost: boolean;
  readonly wasProcessed: boolean;
  /** By a clock that nobody sets. */
  readonly sentTrueMs: number;
  readonly attemptNo: number;
  readonly sentAtMs: number;
  readonly endedAtMs: number | null;
  /** By the server's clock; null where nothing was made or an old one was used again. */
  readonly record: ListedRecord | null;
}

export interface MadeUpRun {
  readonly lost: readonly Tried[];
  /** Whether anybody invited the person since the seconds in which the request left. */
  isInvited(one: Tried): boolean;
  lookUp(): Promise<ReadonlyMap<number, Finding>>;
}

const startMs = Date.UTC(2026, 4, 4, 9);
const waitMs = 10_000;

export function makeRun(kind: WorldKind, seed: number): MadeUpRun {
  const random = seededRandom(seed);
  const between = (from: number, to: number) => from + Math.floor(random() * (to - from));
  const skewMs = between(-kind.skewMs, kind.skewMs + 1);
  const rowCount = between(4, kind.rowCount);
  let nextId = 0;
  const records: (ListedRecord & { readonly createdAtMs: number; readonly trueMs: number })[] = [];
  const candidateOf = new Map<string, string>();
  const recordOf = new Map<string, string>();
  const candidateFor = (email: string) => {
    const known = kind.hasNewCandidates ? undefined : candidateOf.get(email);
    nextId += 1;
    const id = known ?? `cand-${nextId}`;
    candidateOf.set(email, id);
    return id;
  };
  /** `trueMs`: by a clock that nobody sets. */
  const make = (email: string, trueMs: number): ListedRecord | null => {
    const candidateId = candidateFor(email);
    if (kind.reusesRecords && recordOf.has(email)) return null;
    const exact = trueMs + skewMs;
    nextId += 1;
    const record = {
      id: `sub-${nextId}`,
      candidateId,
      createdAtMs: kind.isCoarse ? Math.floor(exact / 1000) * 1000 : exact,
      trueMs,
    };
    records.push(record);
    recordOf.set(email, record.id);
    return record;
  };

  const people = Array.from({ length: rowCount }, (_, index) => ({
    email: `person${index}@example.com`,
    isKnown: random() < kind.knownShare,
  }));
  const rows = people.map((person, index) =>
    random() < kind.doublesShare && index > 0 ? (people[between(0, index)] ?? person) : person,
  );
  const knownIds = new Map<string, Set<string>>();
  for (const { email, isKnown } of people) if (isKnown) knownIds.set(email, new Set([candidateFor(email)]));
  for (let index = 0; index < kind.oldCount; index += 1) {
    const isOurs = random() < 0.3;
    const email = isOurs ? (people[between(0, rowCount)]?.email ?? '') : `old${index}@example.org`;
    make(email, startMs - 3_600_000 - between(0, 86_400_000));
  }
  const baseline = new Set(records.map(({ id }) => id));

  // The clock of this computer shows `trueMs + setMs` after the moment at which it is set.
  const setAtMs = startMs + between(0, rowCount * 400);
  const setMs = between(-kind.clockSetMs, kind.clockSetMs + 1);
  const toLocal = (trueMs: number) => (trueMs >= setAtMs ? trueMs + setMs : trueMs);

  const tried: Tried[] = [];
  const answers: NamedRecord[] = [];
  let atMs = startMs;
  let endMs = startMs;
  for (let from = 0; from < rowCount; from += kind.peoplePerRequest) {
    atMs += between(20, 800);
    const isLost = random() < kind.lostShare;
    const isDead = isLost && random() < 0.1;
    const takesMs = isLost && !isDead && random() < 0.1 ? 60_000 : between(20, 400);
    endMs = Math.max(endMs, atMs + takesMs);
    for (let ordinal = from; ordinal < Math.min(rowCount, from + kind.peoplePerRequest); ordinal += 1) {
      const person = rows[ordinal];
      if (person === undefined) continue;
      const wasProcessed = !isLost || random() < 0.5;
      const isLate = isLost && random() < 0.2;
      const madeMs = atMs + (isLate ? takesMs + between(0, kind.lateMs + 1) : between(0, takesMs));
      const record = wasProcessed ? make(person.email, madeMs) : null;
      const sentAtMs = toLocal(atMs);
      const endedAtMs = toLocal(atMs + takesMs);
      tried.push({
        ordinal,
        ...person,
        isLost,
        wasProcessed,
        sentTrueMs: atMs,
        attemptNo: from,
        sentAtMs,
        endedAtMs: isDead ? null : endedAtMs,
        record,
      });
      if (isLost) continue;
      const recordId = record?.id ?? recordOf.get(person.email) ?? null;
      const candidateId = candidateOf.get(person.email) ?? null;
      answers.push({ recordId, candidateId, attemptNo: from, sentAtMs, answeredAtMs: endedAtMs });
      const ids = knownIds.get(person.email) ?? new Set<string>();
      if (candidateId !== null) ids.add(candidateId);
      knownIds.set(person.email, ids);
    }
    // Requests overlap as often as not.
    if (random() < 0.5) atMs += takesMs;
  }
  const firstLookMs = endMs + 2000;
  if (kind.strangersPerSecond > 0)
    for (
      let strangerMs = startMs - 60_000;
      strangerMs < firstLookMs + waitMs;
      strangerMs += Math.ceil((-Math.log(1 - random()) * 1000) / kind.strangersPerSecond)
    ) {
      nextId += 1;
      const isOurs = kind.strangersKnowOurs && random() < 0.3;
      const stranger = isOurs ? people[between(0, rowCount)] : undefined;
      const before = records.length;
      make(stranger?.email ?? `stranger${nextId}@example.net`, strangerMs);
      if (strangerMs < startMs && records.length > before) baseline.add(records.at(-1)?.id ?? '');
    }

  const lost = tried.filter(({ isLost }) => isLost);
  const asked = lost.filter(() => random() < 0.95);
  const leftAlone = lost.filter((one) => !asked.includes(one));
  let nowMs = firstLookMs;
  const visible = () => records.filter(({ trueMs }) => trueMs <= nowMs - kind.lagMs);
  const list = (): RecordList => {
    const dateMs = Math.floor((nowMs + skewMs) / 1000) * 1000;
    const localMs = toLocal(nowMs);
    return {
      records: visible().map(({ id, candidateId, createdAtMs }) => ({ id, candidateId, createdAtMs })),
      isWhole: true,
      clock: { leastMs: dateMs - localMs, mostMs: dateMs + 999 - localMs },
    };
  };
  const api: ReadApi = {
    readPipeline: async () => ({ applications: [], isWhole: true }),
    listApplications: async () => list(),
    listSubmissions: async (_, { candidateId }) => {
      const all = list();
      return candidateId === undefined
        ? all
        : { ...all, records: all.records.filter((record) => record.candidateId === candidateId) };
    },
  };
  const history: LookUpHistory = {
    findCandidates: (keys) =>
      new Map(
        keys.flatMap((key) => {
          const candidateIds = knownIds.get(key);
          return candidateIds === undefined ? [] : [[key, { candidateIds, sinceMs: 0 }] as const];
        }),
      ),
    findKnownCandidates: (ids) => {
      const known = new Set([...knownIds.values()].flatMap((some) => [...some]));
      return new Set(ids.filter((id) => known.has(id)));
    },
    findClaimed: (ids) => new Set(ids.filter((id) => answers.some(({ recordId }) => recordId === id))),
    findNamedByRun: () => new Set(),
    readNamedRecords: () => [...answers].reverse(),
    readRivals: () =>
      leftAlone.map(
        ({ email, attemptNo, sentAtMs, endedAtMs }): Rival => ({
          personKey: email,
          hasEmail: true,
          attemptNo,
          sentAtMs,
          endedAtMs,
        }),
      ),
    readHabits: () => ({
      sameCandidate: (kind.hasHabits ? 20 : 0) + (kind.hasNewCandidates ? 0 : answers.length > 5 ? 1 : 0),
      otherCandidate: [...knownIds.values()].filter(({ size }) => size > 1).length,
      sharedCandidate: 0,
      newSubmission: kind.hasHabits ? 5 : 0,
      sameSubmission: 0,
    }),
    hasCvFirst: () => false,
  };
  const question: Omit<LookUpQuestion, 'isLastLook' | 'rows'> = {
    baseline: random() < 0.8 ? baseline : null,
    runStartedAtMs: toLocal(startMs),
    history,
  };
  const toRow = ({ ordinal, email, attemptNo, sentAtMs, endedAtMs }: Tried): UnknownRow => ({
    ordinal,
    person: { email, firstname: null, lastname: null, cv_link: null, ats_candidate_id: null },
    work: null,
    before: null,
    personKey: email,
    causeCode: 'unknown/answer-lost',
    ids: noIds,
    attemptNo,
    sentAtMs,
    endedAtMs,
  });
  return {
    lost: asked,
    isInvited: ({ email, sentTrueMs }) =>
      records.some(
        ({ candidateId, trueMs }) => candidateId === candidateOf.get(email) && trueMs >= sentTrueMs - 2000,
      ),
    lookUp: async () => {
      const findings = new Map<number, Finding>();
      for (const isLastLook of [false, true]) {
        const left = asked.filter(({ ordinal }) => (findings.get(ordinal)?.verdict ?? 'open') === 'open');
        if (left.length === 0) break;
        const found = await lookUpInvites(api, 'w', invitingOrder, {
          ...question,
          rows: left.map(toRow),
          isLastLook,
        });
        for (const finding of found) findings.set(finding.ordinal, finding);
        nowMs += 8000;
      }
      return findings;
    },
  };
}
