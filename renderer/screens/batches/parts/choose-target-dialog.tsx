import { Button, Modal, Select } from '@mantine/core';
import { useState } from 'react';
import type { ReadyBatch } from '../../../../shared/batches/ready-batch';
import { type InviteTarget, noTarget } from '../../../../shared/operations/invite-target';
import { type BridgeFailure, bridge, toBridgeFailure } from '../../../bridge';
import { ErrorPanel } from '../../../components/error-panel';
import { SkeletonRows } from '../../../components/skeleton-rows';
import { useWorkspaces } from '../../../components/use-workspaces';
import { hasTarget } from '../../new-batch/new-batch-state';
import { TargetFields } from '../../target/parts/target-fields';
import { useTargetLists } from '../../target/use-target-lists';
import styles from './run-dialog.module.css';

interface ChooseTargetDialogProps {
  readonly batch: ReadyBatch;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Where a batch goes whose target was left open: a workspace, and one of its interview sets or projects. */
export function ChooseTargetDialog({ batch, onDone, onClose }: ChooseTargetDialogProps) {
  const { workspaces, current } = useWorkspaces();
  const [workspaceId, setWorkspaceId] = useState<string | null>(
    batch.workspaceId ?? current?.workspaceId ?? null,
  );
  const [target, setTarget] = useState<InviteTarget>(noTarget);
  const [failure, setFailure] = useState<BridgeFailure | null>(null);
  const { asked, readAgain } = useTargetLists(workspaceId);
  const lists = asked.kind === 'ready' ? asked.value : null;

  const choose = async () => {
    if (workspaceId === null) return;
    try {
      await bridge.ask('batches:choose-target', { batchId: batch.batchId, workspaceId, target });
      onDone();
    } catch (thrown) {
      setFailure(toBridgeFailure(thrown));
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={`Where does “${batch.name}” go?`}
      size={680}
      closeButtonProps={{ 'aria-label': 'Close' }}
      classNames={{ title: 'type-section' }}
    >
      {workspaces.length === 0 ? (
        <p>No workspace is connected. Connect to Flowmingo first, then choose.</p>
      ) : (
        <Select
          label="Workspace"
          mb={12}
          allowDeselect={false}
          data={workspaces.map(({ workspaceId: value, name, environment }) => ({
            value,
            label: `${name} (${environment})`,
          }))}
          value={workspaceId}
          onChange={(next) => {
            setWorkspaceId(next);
            setTarget(noTarget);
          }}
        />
      )}
      {workspaceId !== null && asked.kind === 'loading' && (
        <SkeletonRows rowHeight={32} rowCount={2} label="Reading the lists from Flowmingo" />
      )}
      {asked.kind === 'failed' && <ErrorPanel failure={asked.failure} onRetry={readAgain} />}
      {lists && (
        <TargetFields
          lists={lists}
          target={target}
          isReadingAgain={asked.kind === 'ready' && asked.isReadingAgain}
          onChange={setTarget}
          onReadAgain={readAgain}
        />
      )}
      {failure && <ErrorPanel failure={failure} />}
      <div className={styles.actions}>
        <Button onClick={onClose}>Leave it open</Button>
        <Button variant="filled" disabled={!hasTarget({ target })} onClick={choose}>
          Choose this target
        </Button>
      </div>
    </Modal>
  );
}
