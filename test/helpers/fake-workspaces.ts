import type { WorkspaceView } from '../../shared/workspaces/workspace-view';
import { fakeNowMs } from './fake-runs';

/** Which world the fake stands for. `failing`: reads fail. `loading`: lists never come. */
export type FakeScenario =
  | 'no-workspace'
  | 'practice'
  | 'production'
  | 'long-names'
  | 'no-runs'
  | 'failing'
  | 'loading';

const allScopes: WorkspaceView['scopes'] = ['invite_candidates', 'read_hiring', 'write_pipeline'];
const dayMs = 86_400_000;

/** A workspace as the list gives it. */
export function makeWorkspace(changes: Partial<WorkspaceView> = {}): WorkspaceView {
  return {
    workspaceId: 'ws-production',
    name: 'Nordwind Talent',
    environment: 'production',
    organizationId: 48213,
    scopes: ['invite_candidates', 'read_hiring'],
    expiresAtMs: fakeNowMs + 193 * dayMs,
    keyShownPart: 'fl_live_q7wk20931',
    keyKeptIn: 'keychain',
    ...changes,
  };
}

const staging = makeWorkspace({
  workspaceId: 'ws-staging',
  environment: 'staging',
  organizationId: 1077,
  expiresAtMs: fakeNowMs + 6 * dayMs,
  keyShownPart: 'fl_pre_h3pq88120',
});
/** The practice workspace of this computer. */
export const practice = makeWorkspace({
  workspaceId: 'ws-practice',
  name: 'Practice workspace',
  environment: 'practice',
  organizationId: 1,
  scopes: allScopes,
  expiresAtMs: null,
  keyShownPart: 'fl_practice_all',
  keyKeptIn: 'session',
});
/** As long as a German name gets. */
export const longName =
  'Donaudampfschifffahrtsgesellschaft Personalvermittlung und Nachwuchsförderung Österreich-Süd';

/** The workspaces of each world. */
export const workspacesOf: Readonly<Record<FakeScenario, readonly WorkspaceView[]>> = {
  'no-workspace': [],
  practice: [practice],
  production: [makeWorkspace(), staging, practice],
  'long-names': [makeWorkspace({ name: longName }), { ...staging, name: `${longName} (Test)` }, practice],
  'no-runs': [makeWorkspace(), practice],
  failing: [makeWorkspace()],
  loading: [makeWorkspace()],
};
