import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import type { RunSummary } from '../../../../shared/runs/progress';
import { formatNumber } from '../../../components/format-number';
import { useNavigate } from '../../../components/use-navigate';
import { useWorkspaces } from '../../../components/use-workspaces';
import { ChainForm } from './chain-form';
import styles from './chain-form.module.css';

/** After invitations: the next step for who was invited, as a run of its own. */
export function AddToPipeline({ run }: { readonly run: RunSummary }) {
  const navigate = useNavigate();
  const { workspaces } = useWorkspaces();
  const [isOpen, setIsOpen] = useState(false);
  const { done } = run.counts;
  const scopes = workspaces.find(({ workspaceId }) => workspaceId === run.workspaceId)?.scopes ?? null;
  if (run.operation !== 'invite' || done === 0 || scopes === null) return null;
  const mayAdd = scopes.includes('write_pipeline') && scopes.includes('read_hiring');
  const label = done === 1 ? 'Add this person to a pipeline' : `Add the ${formatNumber(done)} to a pipeline`;
  return (
    <div className={styles.offer}>
      <Button disabled={!mayAdd} onClick={() => setIsOpen(true)}>
        {label}
      </Button>
      {!mayAdd && (
        <span className="type-second text-2">
          This key may not work on pipelines (it lacks read_hiring or write_pipeline).
        </span>
      )}
      <Modal
        opened={isOpen}
        onClose={() => setIsOpen(false)}
        title={label}
        size={720}
        closeButtonProps={{ 'aria-label': 'Close' }}
        classNames={{ title: 'type-section' }}
      >
        <ChainForm
          run={run}
          onStarted={(runId) => navigate({ kind: 'run', runId })}
          onClose={() => setIsOpen(false)}
        />
      </Modal>
    </div>
  );
}
