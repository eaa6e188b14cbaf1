import type { RunRow, RunSummary } from '../../shared/runs/progress';
import type { Outcome, OutcomeCounts, RowState } from '../../shared/runs/row-state';

/** A fixed now, so that pictures and tests agree: Saturday, 21 March 2026, 14:52:23 UTC. */
export const fakeNowMs = Date.UTC(2026, 2, 21, 14, 52, 23);
const hourMs = 3_600_000;

const noCounts: OutcomeCounts = { done: 0, alreadyThere: 0, refused: 0, unknown: 0, skipped: 0, notSent: 0 };

/** A run of Nordwind Talent; its total is the sum of its counts unless said otherwise. */
export function makeRun(
  changes: Partial<Omit<RunSummary, 'counts'>> & { readonly counts?: Partial<OutcomeCounts> } = {},
): RunSummary {
  const counts = { ...noCounts, ...changes.counts };
  return {
    runId: 'run-fair',
    runNumber: 12,
    parentRunId: null,
    batchName: 'Graduate fair Hanoi',
    fileName: 'Graduate fair Hanoi 2026.xlsx',
    sheetName: 'Fair 21.3.',
    operation: 'invite',
    workspaceId: 'ws-production',
    workspaceName: 'Nordwind Talent',
    environment: 'production',
    organizationId: 48213,
    targetTitle: 'Graduate Assessment 2026',
    sendInvite: true,
    state: 'finished',
    pauseReason: null,
    pauseDetail: null,
    wait: null,
    firstRows: null,
    undecidedCount: counts.unknown,
    total: Object.values(counts).reduce((sum, count) => sum + count, 0),
    inFlight: 0,
    createdAtMs: fakeNowMs - 10 * 60_000,
    startedAtMs: fakeNowMs - 6 * 60_000,
    finishedAtMs: null,
    ratePerSecond: null,
    concurrency: 4,
    ...changes,
    counts,
  };
}

/** One run in each state, newest first. */
export const runsInEachState: readonly RunSummary[] = [
  makeRun({
    runNumber: 11,
    state: 'running',
    ratePerSecond: 2.4,
    inFlight: 4,
    counts: { done: 176, alreadyThere: 4, refused: 6, unknown: 2, notSent: 113, skipped: 17 },
  }),
  makeRun({
    runId: 'run-campus',
    runNumber: 10,
    batchName: 'Spring campus, sample',
    fileName: 'campus-spring.xlsx',
    state: 'interrupted',
    total: 250,
    counts: { done: 118, unknown: 2, notSent: 130 },
    startedAtMs: fakeNowMs - 5 * hourMs - 13 * 60_000,
  }),
  makeRun({
    runId: 'run-waiting',
    runNumber: 9,
    batchName: 'Night shift',
    fileName: 'night.csv',
    state: 'running',
    wait: {
      why: 'rate-limited',
      sinceMs: fakeNowMs - 4000,
      untilMs: fakeNowMs + 8000,
      detail: '429 Too Many Requests',
    },
    counts: { done: 20, notSent: 40 },
    startedAtMs: fakeNowMs - 8 * hourMs,
  }),
  makeRun({
    runId: 'run-key',
    runNumber: 8,
    batchName: 'Warehouse Ostrava',
    fileName: 'sklad.csv',
    state: 'paused',
    pauseReason: 'auth-expired',
    pauseDetail: '401 Unauthorized',
    counts: { done: 31, notSent: 9 },
    startedAtMs: fakeNowMs - 9 * hourMs,
  }),
  makeRun({
    runId: 'run-leads',
    runNumber: 7,
    batchName: 'Warehouse shift leads',
    fileName: 'leads_wk11.csv',
    counts: { done: 46, refused: 2 },
    startedAtMs: fakeNowMs - 22 * hourMs,
    finishedAtMs: fakeNowMs - 22 * hourMs + 40_000,
  }),
  makeRun({
    runId: 'run-cancelled',
    runNumber: 6,
    batchName: 'Nurses Brno',
    fileName: 'sestry_brno.xlsx',
    state: 'cancelled',
    counts: { done: 12, notSent: 26 },
    startedAtMs: fakeNowMs - 96 * hourMs,
    finishedAtMs: fakeNowMs - 96 * hourMs + 8000,
  }),
  makeRun({
    runId: 'run-wave',
    runNumber: 5,
    batchName: 'Assessment wave 1',
    fileName: 'wave-1.xlsx',
    counts: { done: 203, refused: 3 },
    startedAtMs: fakeNowMs - 220 * hourMs,
    finishedAtMs: fakeNowMs - 219.9 * hourMs,
  }),
  makeRun({
    runId: 'run-again',
    runNumber: 4,
    parentRunId: 'run-praha',
    batchName: 'Graduate fair Praha',
    fileName: 'praha.xlsx',
    counts: { done: 9 },
    startedAtMs: fakeNowMs - 1100 * hourMs,
    finishedAtMs: fakeNowMs - 1099.9 * hourMs,
  }),
];

/** A run that has ended, with every outcome but "not sent": 284 + 5 + 9 + 3 + 17 = 318 rows. */
export const finishedRun = makeRun({
  runId: 'run-finished',
  finishedAtMs: fakeNowMs + 2 * 60_000,
  counts: { done: 284, alreadyThere: 5, refused: 9, unknown: 3, skipped: 17 },
});

const people = [
  ['Dušan', 'Kovačević'],
  ['Jürgen', 'Müller'],
  ['Minh Anh', 'Nguyễn Thị'],
  ['Ngọc Ánh', 'Trần Thị'],
  ['Zoë', 'Lefèvre'],
  ['Quốc Bảo', 'Phạm'],
  ['Kateřina', 'Nováková'],
  ['Łukasz', 'Wiśniewski'],
  ['Thùy Linh', 'Đặng'],
  ['Inês', 'Gonçalves'],
  ['Björk', 'Jónsdóttir'],
] as const;

interface RowKind {
  readonly outcome: Outcome;
  readonly state: RowState;
  readonly causeCode: string | null;
  readonly sentence: string;
}

const rowKinds: Readonly<Record<Outcome, RowKind>> = {
  done: { outcome: 'done', state: 'done', causeCode: null, sentence: 'Invited' },
  alreadyThere: {
    outcome: 'alreadyThere',
    state: 'already-there',
    causeCode: null,
    sentence: 'In the set since 12 March',
  },
  refused: {
    outcome: 'refused',
    state: 'refused',
    causeCode: 'api/refused:cv-link',
    sentence: 'Flowmingo could not read the CV link',
  },
  unknown: {
    outcome: 'unknown',
    state: 'unknown',
    causeCode: 'unknown/answer-lost',
    sentence: 'The connection broke before an answer came',
  },
  skipped: {
    outcome: 'skipped',
    state: 'skipped',
    causeCode: 'skipped/already-invited',
    sentence: 'Already invited to this set on 12 March',
  },
  notSent: { outcome: 'notSent', state: 'pending', causeCode: null, sentence: 'Not sent yet' },
};

/** The rows of a run, as many of each outcome as its counts say, in the order of the sheet. */
export function makeRows(run: RunSummary): RunRow[] {
  const kinds = (Object.keys(rowKinds) as Outcome[]).flatMap((outcome) =>
    Array<RowKind>(run.counts[outcome]).fill(rowKinds[outcome]),
  );
  return kinds.map((kind, ordinal) => {
    const [firstname, lastname] = people[ordinal % people.length] ?? people[0];
    const isSettled = kind.outcome !== 'notSent' && kind.outcome !== 'skipped';
    const id = (letter: string) =>
      kind.outcome === 'done'
        ? `019c5ea9-41${letter}${ordinal.toString(16).padStart(3, '0')}-7f21-094e`
        : null;
    return {
      ordinal,
      rowNumber: ordinal + 5,
      email: `person.${ordinal + 5}@example.com`,
      firstname,
      lastname,
      ...kind,
      submissionId: id('a'),
      invitationId: id('b'),
      candidateId: id('c'),
      applicationId: null,
      work: null,
      recordId: null,
      attempts: isSettled ? 1 : 0,
      atMs: isSettled ? fakeNowMs - 300_000 + ordinal * 400 : null,
    };
  });
}
