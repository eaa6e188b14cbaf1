import { Button, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { parseTypedNumber } from '../../../../shared/operations/typed-number';
import type { PreparedPipeline } from '../../../../shared/pipeline/prepared-pipeline';
import type { Environment } from '../../../../shared/workspaces/workspace';
import { ErrorPanel } from '../../../components/error-panel';
import { formatNumber } from '../../../components/format-number';
import { toDoLabel } from '../../../components/operation-words';
import { useStartPrepared } from '../../../components/pipeline-review/use-start-prepared';
import { EnvironmentChip } from '../../../components/shell/environment-chip';
import { useNavigate } from '../../../components/use-navigate';
import { toMeaning, toReviewTitle, toUndoMeaning } from '../review-words';
import styles from './review-dialog.module.css';
import { ReviewLists } from './review-lists';

interface ReviewDialogProps {
  readonly prepared: PreparedPipeline;
  readonly workspace: { readonly name: string; readonly environment: Environment };
  /** Whether it takes an earlier run back. */
  readonly isUndo?: boolean;
  readonly onStarted: (runId: string) => void;
  readonly onClose: () => void;
}

/** The look before a pipeline is changed: what happens to how many, who is left out and why, and the button that does it. */
export function ReviewDialog({ prepared, workspace, isUndo = false, onStarted, onClose }: ReviewDialogProps) {
  const [typed, setTyped] = useState('');
  const navigate = useNavigate();
  const { start: startPrepared, keepReady, isStarting, failure } = useStartPrepared(onStarted);
  const { batchId, operation, sendable, asksForNumber } = prepared;
  const isRight = !asksForNumber || parseTypedNumber(typed) === sendable;
  const isRejecting = prepared.groups.some(({ kind }) => kind === 'reject');
  const meaning = isUndo ? toUndoMeaning(prepared) : toMeaning(prepared);

  const start = (event: FormEvent) => {
    event.preventDefault();
    if (isRight) startPrepared(prepared, asksForNumber ? typed : null);
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={toReviewTitle(prepared)}
      size={600}
      closeButtonProps={{ 'aria-label': 'Close' }}
      classNames={{ title: 'type-screen' }}
    >
      <form className={styles.review} onSubmit={start}>
        <p className={styles.place}>
          <EnvironmentChip place={workspace.environment} />
          <span>
            <b>{workspace.name}</b> <span className="text-2">{prepared.title}</span>
          </span>
        </p>
        <ReviewLists prepared={prepared} />
        {batchId !== null && meaning.map((sentence) => <p key={sentence}>{sentence}</p>)}
        {failure && <ErrorPanel failure={failure} />}
        <div className={styles.foot}>
          {batchId !== null && asksForNumber && (
            <TextInput
              className={styles.typed ?? ''}
              label={`Type ${formatNumber(sendable)} to go on`}
              value={typed}
              autoComplete="off"
              inputMode="numeric"
              maxLength={40}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
          )}
          <div className={styles.actions}>
            <Button onClick={onClose} data-autofocus>
              {batchId === null ? 'Close' : 'Change nothing'}
            </Button>
            {batchId !== null && (
              <Button
                disabled={isStarting}
                onClick={() => keepReady(prepared, null, () => navigate({ kind: 'batches' }))}
              >
                Keep it ready
              </Button>
            )}
            {batchId !== null && (
              <Button
                type="submit"
                variant={isRejecting ? 'danger' : 'filled'}
                disabled={!isRight || isStarting}
              >
                {toDoLabel(operation, sendable)}
              </Button>
            )}
          </div>
        </div>
      </form>
    </Modal>
  );
}
