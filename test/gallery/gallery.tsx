/**
 * The window without Electron, for looking at it: ?scenario=production&screen=run&id=run-finished. Scenarios are those of
 * test/helpers/fake-workspaces.ts; screens are the kinds of renderer/components/screen.ts, `last-look` is the wizard's last
 * step, `batch-file` opens one that a colleague has prepared, and `components` shows the parts.
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
import { fakeInviteWork, makeFakeBatchFile, openedBatchFile } from '../helpers/fake-batch-file';
import { makeFakeBridge } from '../helpers/fake-bridge';
import { fiveDrafts, makeDraft, makeDraftAnswers } from '../helpers/fake-drafts';
import { fakePipeline, fakePipelineWorlds } from '../helpers/fake-pipeline';
import type { FakeScenario } from '../helpers/fake-workspaces';
import { ComponentsPage } from './components-page';
import { LastLookPage } from './last-look-page';

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
    case 'runs':
    case 'settings':
      return { kind };
    default:
      return { kind: 'home' };
  }
}

function toPage() {
  if (kind === 'components') return <ComponentsPage />;
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
    'handover:find-runs': () => ({
      runs: [{ runId: 'run-fair', runNumber: 12, workspaceName: 'Nordwind Talent', atMs: Date.now() }],
    }),
  };
}

const { flowmingo } = makeFakeBridge(scenario, {
  ...(kind === 'batch-file' ? toOpened() : {}),
  ...makeDraftAnswers(() => {}, drafts),
  ...(id === 'notices'
    ? { 'batches:check-start': () => ({ checkedAtMs: Date.now(), notices: [...notices] }) }
    : kind === 'pipeline' && id !== null
      ? fakePipeline(fakePipelineWorlds[id])
      : {}),
});
Object.defineProperty(window, 'flowmingo', { value: flowmingo });
const root = document.getElementById('root');
if (root !== null) createRoot(root).render(toPage());
