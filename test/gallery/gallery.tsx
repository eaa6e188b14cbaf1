/**
 * The window without Electron, for looking at it: ?scenario=production&screen=run&id=run-finished. Scenarios are those of
 * test/helpers/fake-workspaces.ts; screens are the kinds of renderer/components/screen.ts, `last-look` and `target` are steps of the
 * wizard, `batch-file` opens one that a colleague has prepared, and `components` shows the parts. `id` of the runs is how many there are.
 */
import '@mantine/core/styles.layer.css';
import '@fontsource-variable/inter/wght.css';
import '../../renderer/styles/tokens.css';
import '../../renderer/styles/base.css';
import '../../renderer/styles/controls.css';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { App } from '../../renderer/app';
import type { Screen } from '../../renderer/components/screen';
import type { QueueState } from '../../shared/batches/ready-batch';
import { fakeInviteWork, makeFakeBatchFile, openedBatchFile } from '../helpers/fake-batch-file';
import { makeFakeBridge } from '../helpers/fake-bridge';
import { fiveDrafts, makeDraft, makeDraftAnswers } from '../helpers/fake-drafts';
import { fakePipeline, fakePipelineWorlds } from '../helpers/fake-pipeline';
import { fiveReady, makeQueueAnswers, makeReady } from '../helpers/fake-queue';
import { makeRun, runsInEachState } from '../helpers/fake-runs';
import type { FakeScenario } from '../helpers/fake-workspaces';
import { ComponentsPage } from './components-page';
import { LastLookPage } from './last-look-page';
import { TargetPage } from './target-page';

z.config({ jitless: true });

const query = new URLSearchParams(location.search);
const scenario = (query.get('scenario') ?? 'production') as FakeScenario;
const kind = query.get('screen') ?? 'home';
const id = query.get('id');
/** How many drafts the first screen has; more than five are the first again. */
const draftCount = Number(query.get('drafts') ?? 0);
const drafts = Array.from({ length: draftCount }, (_, index) => ({
  ...(fiveDrafts[index % fiveDrafts.length] ?? makeDraft()),
  draftId: `draft-${index}`,
}));

/** So many runs, each like one of those in each state. */
function makeRuns(count: number) {
  return Array.from({ length: count }, (_, index) =>
    makeRun({
      ...runsInEachState[4 + (index % 4)],
      runId: `run-${index}`,
      runNumber: count - index,
      workspaceId: `ws-${index % 3}`,
      workspaceName: [
        'Nordwind Talent',
        'Nordwind Praha',
        'A workspace with a very long name, evening shift',
      ][index % 3],
    }),
  );
}
/** How many ready batches there are; more than five are the first again. `queue`: what the queue does. */
const readyCount = Number(query.get('ready') ?? 0);
const ready = Array.from({ length: readyCount }, (_, index) => ({
  ...(fiveReady[index % fiveReady.length] ?? makeReady()),
  batchId: `ready-${index}`,
}));
const queueStates: Readonly<Record<string, QueueState>> = {
  sending: { kind: 'sending', runId: 'run-fair' },
  held: { kind: 'held', runId: 'run-interrupted' },
  stopped: { kind: 'stopped', why: 'needs-look', batchId: 'ready-4' },
};

function toScreen(): Screen {
  switch (kind) {
    case 'connect':
      return { kind, replacesWorkspaceId: id };
    case 'run':
      return { kind, runId: id ?? 'run-fair' };
    case 'unsure':
      return { kind, runId: id ?? 'run-finished' };
    case 'new-batch':
      return { kind, opens: id === 'sample' ? 'sample-file' : 'nothing' };
    case 'pipeline':
    case 'batches':
    case 'runs':
    case 'settings':
      return { kind };
    default:
      return { kind: 'home' };
  }
}

function toPage() {
  if (kind === 'components') return <ComponentsPage />;
  if (kind === 'target') return <TargetPage kind={id ?? 'plain'} />;
  return kind === 'last-look' ? <LastLookPage kind={id ?? 'plain'} /> : <App initialScreen={toScreen()} />;
}

/** What is said at the last look, where the picture is of that. */
const notices = [
  {
    kind: 'key-ends-soon',
    sentence: 'This key ends today at 16:00, perhaps before the run does. Put in a new one first.',
  },
  {
    kind: 'no-look-ups',
    sentence:
      'This key may not read interviews (it lacks read_hiring). If an answer gets lost, nobody can be looked up, and you will have to decide yourself.',
  },
] as const;

/** A batch file that was double-clicked: as it should be, or (`batch-file-odd`) with long names, another target, an ill message, and run before. */
function toOpened() {
  if (id !== 'batch-file-odd') return openedBatchFile(makeFakeBatchFile());
  const target = {
    ...fakeInviteWork.target,
    setId: 'elsewhere',
    setTitle: 'Interview set of another workspace',
  };
  const message = `${fakeInviteWork.message}<img src="https://x.example.com/a.png">`;
  return {
    ...openedBatchFile(
      makeFakeBatchFile({
        name: `Graduate fair ${'with a long name '.repeat(8)}`.trim(),
        work: { ...fakeInviteWork, target, message },
      }),
    ),
    'history:find-same-file': () => ({
      runs: [
        {
          runId: 'run-fair',
          runNumber: 12,
          targetTitle: 'Graduate interview 2026',
          setId: 'set-graduates',
          projectId: null,
          startedAtMs: Date.now(),
          reached: 312,
        },
      ],
    }),
  };
}

const { flowmingo } = makeFakeBridge(scenario, {
  ...(kind === 'batch-file' ? toOpened() : {}),
  ...makeDraftAnswers(() => {}, drafts),
  ...makeQueueAnswers(() => {}, ready, queueStates[query.get('queue') ?? ''] ?? { kind: 'idle' }),
  ...(id === 'notices'
    ? { 'batches:check-start': () => ({ checkedAtMs: Date.now(), notices: [...notices] }) }
    : kind === 'runs' && id !== null
      ? { 'runs:list': () => ({ runs: makeRuns(Number(id)) }) }
      : kind === 'pipeline' && id !== null
        ? fakePipeline(fakePipelineWorlds[id])
        : {}),
});
Object.defineProperty(window, 'flowmingo', { value: flowmingo });
const root = document.getElementById('root');
if (root !== null) createRoot(root).render(toPage());
