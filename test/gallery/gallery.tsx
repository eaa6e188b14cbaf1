/**
 * The window without Electron, for looking at it: ?scenario=production&screen=run&id=run-finished. Scenarios are those of
 * test/helpers/fake-bridge.ts; screens are the kinds of renderer/components/screen.ts, and `components` shows the parts.
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
import { makeFakeBridge } from '../helpers/fake-bridge';
import type { FakeScenario } from '../helpers/fake-workspaces';
import { ComponentsPage } from './components-page';

z.config({ jitless: true });

const query = new URLSearchParams(location.search);
const scenario = (query.get('scenario') ?? 'production') as FakeScenario;
const kind = query.get('screen') ?? 'home';
const id = query.get('id');

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
    case 'runs':
    case 'settings':
      return { kind };
    default:
      return { kind: 'home' };
  }
}

const { flowmingo } = makeFakeBridge(scenario);
Object.defineProperty(window, 'flowmingo', { value: flowmingo });
const root = document.getElementById('root');
if (root !== null)
  createRoot(root).render(kind === 'components' ? <ComponentsPage /> : <App initialScreen={toScreen()} />);
