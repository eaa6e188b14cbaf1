import { useState } from 'react';
import type { WorkspaceView } from '../../../shared/workspaces/workspace-view';
import { type BridgeFailure, bridge, toBridgeFailure } from '../../bridge';
import { ConfirmDialog } from '../confirm-dialog';
import { ErrorPanel } from '../error-panel';
import { useWorkspaces } from '../use-workspaces';

/** Asks once more before a workspace's key is deleted here. Open while `workspace` is not null. */
export function ForgetWorkspaceDialog({
  workspace,
  onClose,
}: {
  readonly workspace: WorkspaceView | null;
  readonly onClose: () => void;
}) {
  const { readAgain } = useWorkspaces();
  const [failure, setFailure] = useState<BridgeFailure | null>(null);

  const close = () => {
    setFailure(null);
    onClose();
  };
  const forget = async () => {
    if (workspace === null) return;
    try {
      await bridge.ask('workspaces:forget', { workspaceId: workspace.workspaceId });
      readAgain();
      close();
    } catch (thrown) {
      setFailure(toBridgeFailure(thrown));
    }
  };

  return (
    <ConfirmDialog
      isOpen={workspace !== null}
      title={`Forget ${workspace?.name ?? ''}`}
      confirmLabel="Forget this workspace"
      tone="danger"
      onConfirm={forget}
      onClose={close}
    >
      <p>
        The key {workspace?.keyShownPart} is deleted from this computer. It keeps working elsewhere until
        somebody deletes it in Flowmingo.
      </p>
      <p>The runs stay in the history. To send again, connect with a key.</p>
      {failure && <ErrorPanel failure={failure} />}
    </ConfirmDialog>
  );
}
