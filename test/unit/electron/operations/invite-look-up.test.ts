import { expect, test } from 'vitest';
import { lookUpInvites } from '../../../../electron/operations/invite-look-up';
import type {
  CandidateHabits,
  Finding,
  ListedRecord,
  LookUpHistory,
  LookUpQuestion,
  NamedRecord,
  ReadApi,
  UnknownRow,
} from '../../../../electron/operations/look-up';
import { noIds } from '../../../../electron/operations/operation';
import { invitingOrder } from '../runs/engine-bench';

const startMs = Date.UTC(2026, 4, 4, 9);
const projectOrder = {
  ...invitingOrder,
  target: { ...invitingOrder.target, setId: null, projectId: 'project-1' },
};
/** People keep their ids, and a second invitation makes a second record. */
const plainHabits: CandidateHabits = {
  sameCandidate: 9,
  otherCandidate: 0,
  sharedCandidate: 0,
  newSubmission: 9,
  sameSubmission: 0,
};

const makeRow = (ordinal: number, changes: Partial<UnknownRow> = {}): UnknownRow => ({
  ordinal,
  person: {
    email: `p${ordinal}@example.com`,
    firstname: null,
    lastname: null,
    cv_link: null,
    ats_candidate_id: null,
  },
  work: null,
  before: null,
  personKey: `p${ordinal}@example.com`,
  causeCode: 'unknown/answer-lost',
  ids: noIds,
  attemptNo: 10 + ordinal,
  sentAtMs: startMs + 10_000 + ordinal * 1000,
  endedAtMs: startMs + 10_100 + ordinal * 1000,
  ...changes,
});
const makeRecord = (id: string, candidateId: string | null, afterMs: number | null): ListedRecord => ({
  id,
  candidateId,
  createdAtMs: afterMs === null ? null : startMs + afterMs,
});
/** An answer of this run a second after its start: it shows the clock, and the list to be up to date. */
const witness: NamedRecord = {
  recordId: 'witness',
  candidateId: 'cand-w',
  attemptNo: 1,
  sentAtMs: startMs + 1000,
  answeredAtMs: startMs + 1100,
};
const witnessRecord = makeRecord('witness', 'cand-w', 1050);

interface Asked {
  readonly rows: readonly UnknownRow[];
  readonly records: readonly ListedRecord[];
  readonly known?: Readonly<Record<string, readonly string[]>>;
  readonly baseline?: readonly string[] | null;
  readonly isWhole?: boolean;
  readonly isLastLook?: boolean;
  readonly history?: Partial<LookUpHistory>;
  readonly habits?: Partial<CandidateHabits>;
  readonly order?: typeof invitingOrder;
}

async function ask(asked: Asked): Promise<Finding[]> {
  const { rows, records, known = {}, baseline = [], isWhole = true, isLastLook = true } = asked;
  const read = async (candidateId?: string) => ({
    records: records.filter((record) => candidateId === undefined || record.candidateId === candidateId),
    isWhole,
    clock: { leastMs: -900, mostMs: 99 },
  });
  const api: ReadApi = {
    listSubmissions: (_, { candidateId }) => read(candidateId),
    listApplications: () => read(),
    readPipeline: async () => ({ applications: [], isWhole: true }),
  };
  const history: LookUpHistory = {
    findCandidates: (keys) =>
      new Map(
        keys.flatMap((key) =>
          known[key] === undefined ? [] : [[key, { candidateIds: new Set(known[key]), sinceMs: 1 }] as const],
        ),
      ),
    findKnownCandidates: (ids) =>
      new Set(ids.filter((id) => [...Object.values(known).flat(), 'cand-w'].includes(id))),
    findClaimed: (ids) => new Set(ids.filter((id) => id === 'witness')),
    findNamedByRun: (ids) => new Set(ids.filter((id) => id === 'cand-w')),
    readNamedRecords: () => [witness],
    readRivals: () => [],
    readHabits: () => ({ ...plainHabits, ...asked.habits }),
    hasCvFirst: () => false,
    ...asked.history,
  };
  const question: LookUpQuestion = {
    rows,
    baseline: baseline === null ? null : new Set(baseline),
    runStartedAtMs: startMs,
    isLastLook,
    history,
  };
  return lookUpInvites(api, 'w', asked.order ?? invitingOrder, question);
}

const verdictOf = async (asked: Asked) => {
  const [finding] = await ask(asked);
  return [finding?.verdict, finding?.evidence.obstacle ?? finding?.reading];
};
const known = { 'p0@example.com': ['cand-0'] };
const rows = [makeRow(0)];

test('somebody known: their new record in the time of the request is theirs, with its id', async () => {
  const [finding] = await ask({
    rows,
    known,
    records: [witnessRecord, makeRecord('mine', 'cand-0', 10_050)],
  });
  expect(finding).toMatchObject({
    verdict: 'done',
    ids: { submissionId: 'mine', candidateId: 'cand-0' },
    evidence: { knownSinceMs: 1, newForPersonAtMs: [startMs + 10_050], rowsThatCouldOwn: 1, obstacle: null },
  });
});

test('somebody known: nothing new means nothing happened, but only at the last look', async () => {
  expect(await verdictOf({ rows, known, records: [witnessRecord] })).toEqual([
    'not-processed',
    'cannot-tell',
  ]);
  expect(await verdictOf({ rows, known, records: [witnessRecord], isLastLook: false })).toEqual([
    'open',
    'cannot-tell',
  ]);
});

test.each<[string, Partial<Asked>, [string, string]]>([
  ['the list does not show yet what the run’s answers named', { records: [] }, ['open', 'list-lags']],
  [
    'the person was there before',
    {
      records: [witnessRecord, makeRecord('old', 'cand-0', -9e8)],
      baseline: ['old'],
      habits: { newSubmission: 0 },
    },
    ['open', 'there-before'],
  ],
  ['the list could not be read whole', { isWhole: false }, ['open', 'too-many']],
  [
    'it came hours later',
    { records: [witnessRecord, makeRecord('later', 'cand-0', 9e6)] },
    ['open', 'probably-done'],
  ],
  [
    'it has no time',
    { records: [witnessRecord, makeRecord('timeless', 'cand-0', null)] },
    ['open', 'probably-done'],
  ],
  [
    'people change their ids, and something new is nobody’s',
    {
      records: [witnessRecord, makeRecord('free', 'cand-9', 10_050)],
      rows: [makeRow(0), makeRow(1)],
      habits: { otherCandidate: 1 },
    },
    ['open', 'cannot-tell'],
  ],
])('somebody known is left open where %s', async (_, changes, expected) => {
  expect(await verdictOf({ rows, known, records: [witnessRecord], ...changes })).toEqual(expected);
});

test('one new record for two tries for one person: nobody says which', async () => {
  const twice = [makeRow(0), makeRow(1, { personKey: 'p0@example.com' })];
  const records = [witnessRecord, makeRecord('one', 'cand-0', 11_050)];
  expect((await ask({ rows: twice, known, records })).map(({ verdict }) => verdict)).toEqual([
    'open',
    'open',
  ]);
  const leftAlone = {
    personKey: 'p0@example.com',
    hasEmail: true,
    attemptNo: 9,
    sentAtMs: startMs + 9000,
    endedAtMs: startMs + 9100,
  };
  const history = { readRivals: () => [leftAlone] };
  expect(await verdictOf({ rows, known, records, history })).toEqual(['open', 'cannot-tell']);
});

test('without a set, a list that could not be read whole says nothing about anybody', async () => {
  const findings = await ask({
    rows: [makeRow(0), makeRow(1)],
    known,
    records: [witnessRecord],
    isWhole: false,
    order: projectOrder,
  });
  expect(findings.map(({ verdict, evidence }) => [verdict, evidence.obstacle])).toEqual([
    ['open', 'too-many'],
    ['open', 'too-many'],
  ]);
});

test('without a set, an invitation of somebody who is in the project leaves nothing new', async () => {
  const named = { ...witness, recordId: null };
  const history = { readNamedRecords: () => [named], findClaimed: () => new Set<string>() };
  const old = makeRecord('old', 'cand-0', -9e8);
  const stranger = makeRecord('stranger', 'cand-x', -9e8);
  const base = { rows, order: projectOrder, history };
  expect(await verdictOf({ ...base, known, records: [witnessRecord, old], baseline: ['old'] })).toEqual([
    'open',
    'there-before',
  ]);
  expect(await verdictOf({ ...base, records: [witnessRecord, stranger], baseline: ['stranger'] })).toEqual([
    'open',
    'maybe-there-before',
  ]);
  expect(await verdictOf({ ...base, records: [witnessRecord] })).toEqual(['not-processed', 'cannot-tell']);
  const [found] = await ask({ ...base, records: [witnessRecord, makeRecord('app', 'cand-5', 10_050)] });
  expect(found).toMatchObject({ verdict: 'done', ids: { submissionId: null, candidateId: 'cand-5' } });
});

test('somebody new: the only new record in the time is theirs, where nobody else could have made it', async () => {
  const records = [witnessRecord, makeRecord('mine', 'cand-5', 10_050)];
  expect(await ask({ rows, records })).toMatchObject([
    {
      verdict: 'done',
      ids: { submissionId: 'mine' },
      evidence: { newInTime: { count: 1, fromMs: startMs + 10_050 } },
    },
  ]);
});

test.each<[string, Partial<Asked>, [string, string]]>([
  [
    'somebody else invites meanwhile',
    { records: [witnessRecord, makeRecord('mine', 'c', 10_050), makeRecord('theirs', 'd', 400_000)] },
    ['open', 'cannot-tell'],
  ],
  [
    'somebody else invited shortly before the run',
    {
      records: [witnessRecord, makeRecord('mine', 'c', 10_050), makeRecord('theirs', 'd', -60_000)],
      baseline: ['theirs'],
    },
    ['open', 'cannot-tell'],
  ],
  [
    'the record is of somebody known',
    { records: [witnessRecord, makeRecord('x', 'cand-7', 10_050)], known: { 'q@example.com': ['cand-7'] } },
    ['open', 'cannot-tell'],
  ],
  [
    'it came after the connection broke',
    { records: [witnessRecord, makeRecord('late', 'c', 30_000)] },
    ['open', 'cannot-tell'],
  ],
  [
    'another try was left alone',
    {
      records: [witnessRecord, makeRecord('x', 'c', 10_050)],
      history: {
        readRivals: () => [
          {
            personKey: 'z',
            hasEmail: true,
            attemptNo: 9,
            sentAtMs: startMs + 9900,
            endedAtMs: startMs + 10_200,
          },
        ],
      },
    },
    ['open', 'cannot-tell'],
  ],
  [
    'there is a CV without an address',
    { records: [witnessRecord, makeRecord('x', 'c', 10_050)], history: { hasCvFirst: () => true } },
    ['open', 'cannot-tell'],
  ],
  [
    'the request left before the clock was seen to hold',
    { records: [witnessRecord, makeRecord('x', 'c', 5_000_000)], rows: [makeRow(0, { attemptNo: 0 })] },
    ['open', 'cannot-tell'],
  ],
  [
    'there were others whom nobody knows',
    {
      records: [witnessRecord, makeRecord('old', 'c', -9e8)],
      baseline: ['old'],
      habits: { newSubmission: 0 },
    },
    ['open', 'maybe-there-before'],
  ],
  ['the list lags', { records: [] }, ['open', 'list-lags']],
])('somebody new is left open where %s', async (_, changes, expected) => {
  expect(await verdictOf({ rows, records: [witnessRecord], ...changes })).toEqual(expected);
});

test('somebody with a CV and no address is never said not to have been processed', async () => {
  const person = { ...makeRow(0).person, email: null, cv_link: 'https://example.com/cv.pdf' };
  expect(await verdictOf({ rows: [makeRow(0, { person })], records: [witnessRecord] })).toEqual([
    'open',
    'cv-first',
  ]);
});

test('what the answer itself named is not looked up again', async () => {
  const half = makeRow(0, { ids: { ...noIds, submissionId: 'sub-0' } });
  expect(await ask({ rows: [half], records: [witnessRecord] })).toMatchObject([
    { verdict: 'open', ids: { submissionId: 'sub-0' }, evidence: { obstacle: 'half-answered' } },
  ]);
});
