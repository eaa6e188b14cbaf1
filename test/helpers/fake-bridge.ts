import { type ErrorCode, toSentence } from '../../shared/errors/codes';
import type { FlowmingoBridge } from '../../shared/ipc/bridge-type';
import type {
  PushChannel,
  PushPayload,
  RequestChannel,
  RequestInput,
  RequestOutput,
  TargetLists,
} from '../../shared/ipc/contract';
import { type Envelope, toFailure } from '../../shared/ipc/envelope';
import type { SavedMapping } from '../../shared/mappings/saved-mapping';
import type { RunSummary } from '../../shared/runs/progress';
import { type AppSettings, defaultSettings } from '../../shared/settings/app-settings';
import { parseKeyForm } from '../../shared/workspaces/workspace';
import type { WorkspaceView } from '../../shared/workspaces/workspace-view';
import { finishedCauses, lookedUpCauses } from './fake-causes';
import { makeDraftAnswers } from './fake-drafts';
import { makeHistoryAnswers } from './fake-history';
import { fakeMappings } from './fake-mappings';
import { fakePipeline } from './fake-pipeline';
import { makeQueueAnswers } from './fake-queue';
import { fakeNowMs, finishedRun, makeRows, makeRun, movedRun, runsInEachState } from './fake-runs';
import { fakeSettings } from './fake-settings';
import { makeTemplateAnswers } from './fake-templates';
import { lostAttempt, requestText, unsureOf } from './fake-unsure';
import { unlistedRuns } from './fake-waits';
import { type FakeScenario, longName, makeWorkspace, practice, workspacesOf } from './fake-workspaces';
import { makeWriteBackAnswers } from './fake-write-back';

type Answer<Channel extends RequestChannel> = (
  input: RequestInput<Channel>,
) => RequestOutput<Channel> | Promise<RequestOutput<Channel>>;
type Answers = { [Channel in RequestChannel]: Answer<Channel> };

/** A failure that a fake answer throws. */
export class FakeFailure extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly params: Record<string, string | number> = {},
  ) {
    super(toSentence(code, params));
  }
}

/** window.flowmingo for tests and pictures, with hands on it. */
export interface FakeBridge {
  readonly flowmingo: FlowmingoBridge;
  /** Every request, in order. */
  readonly asked: readonly { readonly channel: RequestChannel; readonly input: unknown }[];
  readonly push: <Channel extends PushChannel>(channel: Channel, payload: PushPayload<Channel>) => void;
}

const lists: TargetLists = {
  interviewSets: ['Graduate Assessment 2026', 'First talk 2026', 'Warehouse leads, evening shift'].map(
    (title, index) => ({ id: `set-${index}`, title }),
  ),
  projects: ['Graduate Programme 2026', 'Logistics Ostrava'].map((title, index) => ({
    id: `project-${index}`,
    title,
  })),
  jobPosts: [{ id: 'job-0', title: 'Junior analyst', projectId: 'project-0' }],
  readAtMs: fakeNowMs - 21 * 60_000,
  isFresh: true,
};

const never = () => new Promise<never>(() => {});

function makeAnswers(scenario: FakeScenario, push: FakeBridge['push']): Answers {
  let workspaces = [...workspacesOf[scenario]];
  let current = workspaces[0]?.workspaceId ?? null;
  let settings: AppSettings = defaultSettings;
  let runs: RunSummary[] =
    scenario === 'no-workspace' || scenario === 'no-runs' ? [] : [finishedRun, ...runsInEachState];
  if (scenario === 'long-names')
    runs = runs.map((run) => ({ ...run, batchName: longName, fileName: `${longName}.xlsx` }));

  let mappings: SavedMapping[] =
    scenario === 'no-workspace' || scenario === 'no-runs' ? [] : [...fakeMappings];
  let unlisted: readonly RunSummary[] = [...unlistedRuns, movedRun];

  const runOf = (runId: string): RunSummary => {
    const run = [...runs, ...unlisted].find((one) => one.runId === runId);
    if (run === undefined) throw new FakeFailure('run/not-found');
    return run;
  };
  const changeRun = (runId: string, changes: Partial<RunSummary>): RunSummary => {
    const changed = { ...runOf(runId), ...changes };
    runs = runs.map((run) => (run.runId === runId ? changed : run));
    unlisted = unlisted.map((run) => (run.runId === runId ? changed : run));
    push('runs:progressed', { summary: changed });
    return changed;
  };
  const changed = <Value>(value: Value): Value => {
    push('workspaces:changed', {});
    return value;
  };
  const read = <Value>(value: Value): Value | Promise<Value> => {
    if (scenario === 'loading') return never();
    if (scenario === 'failing')
      throw new FakeFailure('store/unreadable', { folder: '/home/jana/.config/flowmingo-batch' });
    return value;
  };

  return {
    'app:get-info': () => ({
      version: '0.1.0',
      platform: 'win32',
      keychainName: 'Windows Credential Manager',
      keychainAvailable: scenario !== 'no-workspace',
      electronVersion: '45.4.1',
      notices: [],
    }),
    'app:get-settings': () => settings,
    'app:change-settings': (changes) => (settings = { ...settings, ...changes }),
    ...fakeSettings(),
    'app:open-link': () => ({}),
    'app:report-failure': () => ({ reference: '7K2M-Q4' }),
    'app:let-close': () => ({}),
    ...makeDraftAnswers(() => push('drafts:changed', {})),
    ...makeQueueAnswers(() => push('queue:changed', {})),
    'workspaces:list': () => ({ workspaces, currentWorkspaceId: current }),
    'workspaces:check-key': ({ key }) => {
      const form = parseKeyForm(key);
      if (form.kind !== 'ok') throw new FakeFailure('key/bad-form');
      if (key.includes('expired')) throw new FakeFailure('key/not-accepted');
      if (key.includes('offline')) throw new FakeFailure('api/no-network');
      const scopes: WorkspaceView['scopes'] = ['invite_candidates', 'read_hiring'];
      return {
        checkId: 'check-1',
        environment: form.environment,
        organizationId: 50377,
        scopes,
        expiresAtMs: fakeNowMs + 193 * 86_400_000,
        keyShownPart: form.shownPart,
        checkedAtMs: fakeNowMs,
      };
    },
    'workspaces:save-key': ({ name, replacesWorkspaceId }) => {
      const saved = makeWorkspace({
        workspaceId: replacesWorkspaceId ?? 'ws-new',
        name,
        organizationId: 50377,
      });
      workspaces = [...workspaces.filter(({ workspaceId }) => workspaceId !== saved.workspaceId), saved];
      current = saved.workspaceId;
      return changed(saved);
    },
    'workspaces:open-practice': () => {
      workspaces = [
        ...workspaces.filter(({ workspaceId }) => workspaceId !== practice.workspaceId),
        practice,
      ];
      current = practice.workspaceId;
      return changed(practice);
    },
    'workspaces:switch': ({ workspaceId }) => {
      current = workspaceId;
      const chosen = workspaces.find((workspace) => workspace.workspaceId === workspaceId);
      if (chosen === undefined) throw new FakeFailure('workspace/not-found');
      return changed(chosen);
    },
    'workspaces:forget': ({ workspaceId }) => {
      workspaces = workspaces.filter((workspace) => workspace.workspaceId !== workspaceId);
      if (current === workspaceId) current = workspaces[0]?.workspaceId ?? null;
      return changed({});
    },
    'targets:read-lists': () => read(lists),
    'history:find-invited': () => ({ invited: [] }),
    'links:check': ({ links }) => ({
      checked: links.map((link) => ({
        link,
        outcome: { kind: 'answers', mediaType: 'application/pdf', sizeBytes: 90_000 } as const,
      })),
    }),
    'links:stop': () => ({}),
    ...makeTemplateAnswers(scenario === 'no-workspace' || scenario === 'no-runs' ? [] : undefined),
    'mappings:list': () => read({ mappings }),
    'mappings:remember': () => ({}),
    'mappings:list-pipeline': () => ({ mappings: [] }),
    'mappings:remember-pipeline': () => ({}),
    'mappings:rename': ({ mappingId, name }) => {
      mappings = mappings.map((one) => (one.mappingId === mappingId ? { ...one, name } : one));
      return { mappings };
    },
    'mappings:delete': ({ mappingId }) => {
      mappings = mappings.filter((one) => one.mappingId !== mappingId);
      return { mappings };
    },
    'mappings:restore': ({ mapping }) => {
      mappings = [mapping, ...mappings];
      return { mappings };
    },
    'mappings:export': ({ mappingIds }) => ({
      kind: 'saved',
      fileName: 'Flowmingo column mappings.json',
      count: mappingIds.length || mappings.length,
    }),
    'mappings:take-in': ({ mappings: taken }) => {
      const added = taken.map((one, index) => ({
        ...one,
        mappingId: `taken-${index}`,
        lastUsedAtMs: fakeNowMs,
      }));
      mappings = [...added, ...mappings];
      return { mappings };
    },
    'batches:begin': () => ({ batchId: 'batch-1' }),
    'batches:add-rows': ({ fromOrdinal, rows }) => ({ rowsHeld: fromOrdinal + rows.length }),
    'batches:check-start': () => read({ checkedAtMs: fakeNowMs, notices: [] }),
    'batches:start-run': () => {
      const run = makeRun({ runId: 'run-new', state: 'running', counts: { notSent: 301, skipped: 17 } });
      runs = [run, ...runs];
      return run;
    },
    'runs:list': ({ limit }) => read({ runs: runs.slice(0, limit) }),
    'runs:get': ({ runId }) => read(runOf(runId)),
    ...fakePipeline(),
    ...makeHistoryAnswers(() => runs, runOf),
    'runs:list-rows': ({ runId, outcome, causeCode, search, order, offset, limit }) => {
      const words = search.toLowerCase();
      const matching = makeRows(runOf(runId)).filter(
        (row) =>
          (outcome === null || row.outcome === outcome) &&
          (causeCode === null || row.causeCode === causeCode) &&
          (words === '' || `${row.firstname} ${row.lastname} ${row.email}`.toLowerCase().includes(words)),
      );
      if (order === 'latest') matching.sort((one, other) => (other.atMs ?? 0) - (one.atMs ?? 0));
      return read({ rows: matching.slice(offset, offset + limit), matching: matching.length });
    },
    'runs:list-causes': ({ runId }) => {
      if (runId === 'run-looked-up') return { causes: [...lookedUpCauses] };
      return { causes: runOf(runId).counts.refused > 0 ? [...finishedCauses] : [] };
    },
    'runs:pause': ({ runId }) => changeRun(runId, { state: 'paused', pauseReason: 'user', inFlight: 0 }),
    'runs:resume': ({ runId }) => changeRun(runId, { state: 'running', pauseReason: null, firstRows: null }),
    'runs:cancel': ({ runId }) =>
      changeRun(runId, { state: 'cancelled', wait: null, inFlight: 0, finishedAtMs: fakeNowMs }),
    'runs:run-again': ({ runId }) => {
      const parent = runOf(runId);
      const run = makeRun({
        ...parent,
        runId: `${runId}-again`,
        parentRunId: runId,
        state: 'running',
        counts: { notSent: parent.counts.refused },
        total: parent.counts.refused,
      });
      runs = [run, ...runs];
      return run;
    },
    'runs:list-unsure': ({ runId, offset, limit }) => {
      const people = unsureOf(runOf(runId));
      return read({ people: people.slice(offset, offset + limit), total: people.length });
    },
    'runs:look-up': ({ runId }) => runOf(runId),
    'runs:decide-unsure': ({ runId, sendAgain }) => {
      const { counts } = runOf(runId);
      return changeRun(runId, {
        undecidedCount: 0,
        counts: {
          ...counts,
          unknown: counts.unknown - sendAgain.length,
          notSent: counts.notSent + sendAgain.length,
        },
      });
    },
    'runs:get-exchange': () => ({ requestText, attempts: [lostAttempt] }),
    'results:save': ({ format, runId }) => ({
      kind: 'saved',
      fileName: `results.${format}`,
      savedId: 'saved-1',
      rowCount: runOf(runId).total,
    }),
    ...makeWriteBackAnswers(),
    'pictures:save': ({ title }) => ({ kind: 'saved', fileName: `${title}.png` }),
    'results:show-in-folder': () => ({}),
    'handover:begin-save': () => ({ kind: 'saving', saveId: 'save-1' }),
    'handover:add-bytes': () => ({ kind: 'saved', fileName: 'Graduate fair.flowbatch', savedId: 'saved-1' }),
    'handover:take-opened': () => ({ file: null }),
    'handover:read-opened': () => ({ bytes: null, sizeBytes: 0 }),
  };
}

/** An in-memory stand-in for the main process. `overrides` replaces single answers; throw a FakeFailure there to fail. */
export function makeFakeBridge(scenario: FakeScenario, overrides: Partial<Answers> = {}): FakeBridge {
  const asked: { channel: RequestChannel; input: unknown }[] = [];
  const listeners = new Map<PushChannel, Set<(payload: never) => void>>();
  const push: FakeBridge['push'] = (channel, payload) => {
    for (const listener of listeners.get(channel) ?? []) listener(payload as never);
  };
  const answers: Answers = { ...makeAnswers(scenario, push), ...overrides };

  const request =
    (channel: RequestChannel) =>
    async (input: unknown): Promise<Envelope<unknown>> => {
      asked.push({ channel, input });
      try {
        return { ok: true, value: await (answers[channel] as (input: unknown) => unknown)(input) };
      } catch (thrown) {
        if (thrown instanceof FakeFailure) return toFailure(thrown.code, thrown.params, '7K2M-Q4');
        throw thrown;
      }
    };
  const on = (channel: PushChannel, listener: (payload: never) => void) => {
    const all = listeners.get(channel) ?? new Set();
    listeners.set(channel, all.add(listener));
    return () => all.delete(listener);
  };
  const channels = Object.keys(answers) as RequestChannel[];
  const flowmingo = Object.fromEntries([
    ...channels.map((channel) => [channel, request(channel)]),
    ['on', on],
  ]) as unknown as FlowmingoBridge;
  return { flowmingo, asked, push };
}
