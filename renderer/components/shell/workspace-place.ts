import type { WorkspaceView } from '../../../shared/workspaces/workspace-view';

/** Where a workspace is: its organization's number, or this computer. */
export function workspacePlace({ environment, organizationId }: WorkspaceView): string {
  if (environment === 'practice') return 'On this computer';
  return organizationId === null ? 'Organization without a number' : `Organization ${organizationId}`;
}
