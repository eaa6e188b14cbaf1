import { Button } from '@mantine/core';
import { useState } from 'react';
import type { WorkspaceView } from '../../../../shared/workspaces/workspace-view';
import { ErrorPanel } from '../../../components/error-panel';
import { EnvironmentChip } from '../../../components/shell/environment-chip';
import { ForgetWorkspaceDialog } from '../../../components/shell/forget-workspace-dialog';
import { KeyExpiry } from '../../../components/shell/key-expiry';
import { workspacePlace } from '../../../components/shell/workspace-place';
import { useNavigate } from '../../../components/use-navigate';
import { useWorkspaces } from '../../../components/use-workspaces';
import styles from '../settings-screen.module.css';
import { SettingsSection } from './settings-section';

/** Every workspace of this computer, with its key's first part; replace, forget, connect another. */
export function WorkspaceSettings() {
  const navigate = useNavigate();
  const { workspaces, failure, readAgain, kind } = useWorkspaces();
  const [forgetting, setForgetting] = useState<WorkspaceView | null>(null);

  return (
    <SettingsSection part="workspaces" title="Workspaces">
      {failure && <ErrorPanel failure={failure} onRetry={readAgain} />}
      {kind === 'ready' && workspaces.length === 0 && (
        <p className="text-2">None is connected. Nothing can be sent yet.</p>
      )}
      <ul>
        {workspaces.map((workspace) => (
          <li key={workspace.workspaceId} className={styles.workspace}>
            <EnvironmentChip place={workspace.environment} />
            <div className={styles.names}>
              <p title={workspace.name}>{workspace.name}</p>
              <p className="type-second text-2">
                {workspacePlace(workspace)}
                <KeyExpiry workspace={workspace} />
                {workspace.environment !== 'practice' && ` · ${workspace.keyShownPart}`}
                {workspace.environment !== 'practice' &&
                  workspace.keyKeptIn === 'session' &&
                  ' · kept for this session only'}
              </p>
            </div>
            {workspace.environment !== 'practice' && (
              <div className={styles.buttons}>
                <Button
                  size="xs"
                  aria-label={`Replace the key of ${workspace.name}`}
                  onClick={() => navigate({ kind: 'connect', replacesWorkspaceId: workspace.workspaceId })}
                >
                  Replace the key
                </Button>
                <Button
                  size="xs"
                  variant="danger-quiet"
                  aria-label={`Forget ${workspace.name}`}
                  onClick={() => setForgetting(workspace)}
                >
                  Forget
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      <Button mt={16} onClick={() => navigate({ kind: 'connect', replacesWorkspaceId: null })}>
        {workspaces.length === 0 ? 'Connect to Flowmingo' : 'Connect another workspace'}
      </Button>
      <ForgetWorkspaceDialog workspace={forgetting} onClose={() => setForgetting(null)} />
    </SettingsSection>
  );
}
