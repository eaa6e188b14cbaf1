import { Menu, UnstyledButton } from '@mantine/core';
import { IconCheck, IconKey, IconPlus, IconSelector, IconUserOff } from '@tabler/icons-react';
import { useState } from 'react';
import type { WorkspaceView } from '../../../shared/workspaces/workspace-view';
import { type BridgeFailure, bridge, toBridgeFailure } from '../../bridge';
import { ErrorPanel } from '../error-panel';
import { useNavigate } from '../use-navigate';
import { useWorkspaces } from '../use-workspaces';
import { EnvironmentChip } from './environment-chip';
import { ForgetWorkspaceDialog } from './forget-workspace-dialog';
import { KeyExpiry } from './key-expiry';
import styles from './shell.module.css';
import { workspacePlace } from './workspace-place';

/** Switches between workspaces, connects another, replaces a key, forgets. */
export function WorkspaceMenu() {
  const { workspaces, current, readAgain } = useWorkspaces();
  const navigate = useNavigate();
  const [forgetting, setForgetting] = useState<WorkspaceView | null>(null);
  const [failure, setFailure] = useState<BridgeFailure | null>(null);

  const switchTo = (workspaceId: string) => {
    setFailure(null);
    bridge
      .ask('workspaces:switch', { workspaceId })
      .then(readAgain, (thrown: unknown) => setFailure(toBridgeFailure(thrown)));
  };
  const isRealWorkspace = current !== null && current.environment !== 'practice';

  return (
    <>
      <Menu position="bottom-start" offset={4} width={460} shadow="md">
        <Menu.Target>
          <UnstyledButton className={styles.switcher}>
            <span className="sr-only">{current ? 'Workspace: ' : 'Workspace: none. '}</span>
            <span className={styles.name} title={current?.name}>
              {current?.name ?? 'Connect'}
            </span>
            {current?.organizationId != null && (
              <span className={styles.organization}>Organization {current.organizationId}</span>
            )}
            <IconSelector className={styles.switcherIcon} size={16} aria-hidden="true" />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          {workspaces.map((workspace) => {
            const isCurrent = workspace.workspaceId === current?.workspaceId;
            return (
              <Menu.Item
                key={workspace.workspaceId}
                role="menuitemradio"
                aria-checked={isCurrent}
                onClick={() => !isCurrent && switchTo(workspace.workspaceId)}
                bg={isCurrent ? 'var(--accent-soft)' : undefined}
              >
                <span className={styles.menuRow}>
                  <EnvironmentChip place={workspace.environment} />
                  <span className={styles.menuText}>
                    <span className={styles.menuName} title={workspace.name}>
                      {workspace.name}
                    </span>
                    <span className={`${styles.menuPlace} type-second text-2`}>
                      {workspacePlace(workspace)}
                      <KeyExpiry workspace={workspace} />
                    </span>
                  </span>
                  {isCurrent && <IconCheck size={16} aria-hidden="true" color="var(--accent)" />}
                </span>
              </Menu.Item>
            );
          })}
          {workspaces.length > 0 && <Menu.Divider />}
          <Menu.Item
            leftSection={<IconPlus size={16} />}
            onClick={() => navigate({ kind: 'connect', replacesWorkspaceId: null })}
          >
            {workspaces.length === 0 ? 'Connect to Flowmingo' : 'Connect another workspace'}
          </Menu.Item>
          {isRealWorkspace && (
            <Menu.Item
              leftSection={<IconKey size={16} />}
              onClick={() => navigate({ kind: 'connect', replacesWorkspaceId: current.workspaceId })}
            >
              Replace the key of {current.name}
            </Menu.Item>
          )}
          {isRealWorkspace && (
            <Menu.Item leftSection={<IconUserOff size={16} />} onClick={() => setForgetting(current)}>
              Forget {current.name}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {failure && <ErrorPanel failure={failure} onClose={() => setFailure(null)} placement="floating" />}
      <ForgetWorkspaceDialog workspace={forgetting} onClose={() => setForgetting(null)} />
    </>
  );
}
