// People of earlier runs, as the mock-ups have them, for the search, the story, and what is deleted.
import type { FoundPerson, Story, StoryStep } from '../../shared/history/history';
import { toAskedWords, toSearchWords } from '../../shared/history/search-words';
import type { RequestChannel, RequestInput, RequestOutput } from '../../shared/ipc/contract';
import type { RunSummary } from '../../shared/runs/progress';
import { fakeNowMs } from './fake-runs';

type HistoryChannel = Extract<RequestChannel, `history:${string}` | `report:${string}`>;
type HistoryAnswers = {
  [Channel in Exclude<HistoryChannel, 'history:find-invited' | 'history:find-same-file'>]: (
    input: RequestInput<Channel>,
  ) => RequestOutput<Channel>;
};

const dayMs = 86_400_000;

function makeFound(changes: Partial<FoundPerson> & { readonly email: string }): FoundPerson {
  return {
    person: { kind: 'email', email: changes.email },
    name: 'Nguyễn Thị Minh Anh',
    atsId: '000419',
    outcome: 'done',
    atMs: fakeNowMs - 320_000,
    batchName: 'Graduate fair Hanoi',
    runId: 'run-fair',
    runCount: 3,
    ...changes,
  };
}

export const fakePeople: readonly FoundPerson[] = [
  makeFound({ email: 'minh.anh@example.com' }),
  makeFound({
    email: 'pham.minhanh@example.com',
    name: 'Phạm Minh Anh',
    atsId: '000420',
    runCount: 1,
    batchName: 'Assessment wave 1',
    runId: 'run-wave',
    atMs: fakeNowMs - 9 * dayMs,
  }),
  makeFound({
    email: 'kovarova@example.com',
    name: 'Minh Anh Kovářová',
    atsId: null,
    runCount: 1,
    outcome: 'refused',
  }),
];

function makeStep(changes: Partial<StoryStep>): StoryStep {
  return {
    runId: 'run-fair',
    runNumber: 11,
    ordinal: 5,
    rowNumber: 7,
    batchName: 'Graduate fair Hanoi',
    operation: 'invite',
    work: null,
    workspaceId: 'ws-production',
    workspaceName: 'Nordwind Talent',
    environment: 'production',
    targetTitle: 'Graduate Assessment 2026',
    sendInvite: true,
    outcome: 'done',
    causeCode: null,
    sentence: 'Invited',
    atMs: fakeNowMs - 320_000,
    attempts: 1,
    lookUp: null,
    decision: null,
    ...changes,
  };
}

export const fakeStory: Omit<Story, 'person' | 'name' | 'email'> = {
  atsIds: ['000419'],
  candidateIds: ['019c5ea9-7d21-7c44-9a10-5b6f1e2d094e'],
  places: [
    {
      workspaceName: 'Nordwind Talent',
      projectTitle: 'Graduate Programme 2026',
      stageTitle: 'Interview',
      score: 8.7,
      readAtMs: fakeNowMs - 6 * 3_600_000,
    },
  ],
  steps: [
    makeStep({}),
    makeStep({
      runId: 'run-wave',
      runNumber: 5,
      rowNumber: 88,
      ordinal: 86,
      batchName: 'Assessment wave 1',
      outcome: 'skipped',
      causeCode: 'skipped/left-out-by-you',
      sentence: 'Left out by you',
      attempts: 0,
      atMs: fakeNowMs - 9 * dayMs,
    }),
    makeStep({
      runId: 'run-leads',
      runNumber: 4,
      rowNumber: 112,
      ordinal: 110,
      batchName: 'Graduate fair Praha',
      targetTitle: 'First talk 2026',
      sendInvite: false,
      atMs: fakeNowMs - 46 * dayMs,
      attempts: 2,
      causeCode: 'done/by-look-up',
      sentence: 'Found by looking it up',
      lookUp: { reading: 'cannot-tell', looksAtMs: [fakeNowMs - 46 * dayMs] },
    }),
  ],
  isCut: false,
};

/** Answers over these people and the runs that there are. */
export function makeHistoryAnswers(
  runs: () => readonly RunSummary[],
  runOf: (runId: string) => RunSummary,
): HistoryAnswers {
  const oldest = () => ({
    runs: runs()
      .slice(-2)
      .map(({ runId, runNumber }) => ({ runId, runNumber })),
    people: 212,
    undecided: 0,
  });
  let keepMonths: RequestOutput<'history:get-retention'>['keepMonths'] = null;
  const ofRun = ({ runId }: { readonly runId: string }) => {
    const { runNumber, total, undecidedCount } = runOf(runId);
    return { runs: [{ runId, runNumber }], people: total, undecided: undecidedCount };
  };
  return {
    'history:search': ({ text, filter }) => {
      const words = toAskedWords(text);
      const people = fakePeople.filter((person) => {
        const own = toSearchWords({
          firstname: person.name,
          lastname: null,
          email: person.email,
          atsId: person.atsId,
          candidateId: null,
        });
        const fits = words.every(({ word }) => own.some((one) => one.startsWith(word)));
        return fits && (filter.outcome === null || filter.outcome === person.outcome);
      });
      const runIds = people.map(({ runId }) => runId);
      return {
        people,
        isCut: false,
        runs: [...new Set(runIds)].map((runId) => ({
          runId,
          count: runIds.filter((one) => one === runId).length,
        })),
        preparedFraction: null,
      };
    },
    'history:get-story': ({ person }) => {
      const found = fakePeople.find((one) => JSON.stringify(one.person) === JSON.stringify(person));
      return { ...fakeStory, person, name: found?.name ?? '', email: found?.email ?? null };
    },
    'history:get-run': ({ runId }) => ({
      runId,
      startedBy: 'jana',
      startedFrom: 'window',
      peoplePerRequest: 1,
      concurrency: runOf(runId).concurrency,
      message: '<p>Hello {{candidate_name}},</p><p>please take your interview: {{interview_link}}</p>',
      parent: null,
      children: [],
    }),
    'history:describe-deletion': ofRun,
    'history:delete-run': ofRun,
    'history:bring-back-run': ofRun,
    'history:get-retention': () => ({ keepMonths }),
    'history:preview-retention': oldest,
    'history:set-retention': ({ keepMonths: months }) => {
      keepMonths = months;
      return months === null ? { runs: [], people: 0, undecided: 0 } : oldest();
    },
    'history:export': ({ format }) => ({
      kind: 'saved',
      fileName: `Run history.${format}`,
      savedId: 'saved-history',
      rowCount: 935,
    }),
    'report:make': () => ({
      reportId: 'report-1',
      text: `${JSON.stringify({ madeAt: new Date(fakeNowMs).toISOString(), versions: { app: '0.1.0' }, runs: [] }, null, 2)}\n`,
    }),
    'report:save': () => ({
      kind: 'saved',
      fileName: 'Flowmingo Batch support report.json',
      savedId: 'saved-report',
      rowCount: 7,
    }),
  };
}
