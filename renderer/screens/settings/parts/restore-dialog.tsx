import type { RequestOutput } from '../../../../shared/ipc/contract';
import { ConfirmDialog } from '../../../components/confirm-dialog';
import { formatDayAndTime } from '../../../components/format-date';
import { formatCount, formatSize } from '../../../components/format-number';
import { MessageBox } from '../../../components/message-box';
import styles from '../settings-screen.module.css';

export type ChosenBackup = Extract<RequestOutput<'settings:choose-backup'>, { kind: 'chosen' }>;

interface RestoreDialogProps {
  readonly chosen: ChosenBackup | null;
  readonly onRestore: () => Promise<void>;
  readonly onClose: () => void;
}

/** What a backup holds, and what it does not know, before it takes the place of the present data. */
export function RestoreDialog({ chosen, onRestore, onClose }: RestoreDialogProps) {
  return (
    <ConfirmDialog
      isOpen={chosen !== null}
      title="Restore this backup"
      confirmLabel="Restore and start again"
      cancelLabel="Keep the present data"
      tone={chosen !== null && chosen.missingRunCount > 0 ? 'danger' : 'normal'}
      onConfirm={onRestore}
      onClose={onClose}
    >
      {chosen !== null && <Contents chosen={chosen} />}
    </ConfirmDialog>
  );
}

function Contents({ chosen }: { readonly chosen: ChosenBackup }) {
  const { contents, missingRunCount } = chosen;
  const nowMs = Date.now();
  const { madeAtMs, newestRunAtMs, runCount, draftCount, workspaceNames } = contents;
  return (
    <>
      <p style={{ overflowWrap: 'anywhere' }}>
        {chosen.fileName}, {formatSize(contents.sizeBytes)}
      </p>
      <dl className={styles.facts}>
        <dt>Made</dt>
        <dd>
          {formatDayAndTime(madeAtMs, nowMs)}, by version {contents.appVersion}
        </dd>
        <dt>Runs</dt>
        <dd>
          {formatCount(runCount, 'run')}
          {newestRunAtMs !== null && `, the newest of ${formatDayAndTime(newestRunAtMs, nowMs)}`}
        </dd>
        <dt>Drafts</dt>
        <dd>{formatCount(draftCount, 'draft')}</dd>
        <dt>Workspaces</dt>
        <dd>{workspaceNames.length === 0 ? 'None' : workspaceNames.join(', ')}</dd>
      </dl>
      {missingRunCount > 0 && (
        <MessageBox tone="warning">
          {missingRunCount === 1
            ? 'One run of this computer is not in it, or went on since.'
            : `${formatCount(missingRunCount, 'run')} of this computer are not in it, or went on since.`}{' '}
          The app will not know whom they were sent to, and cannot keep you from sending to them twice.
        </MessageBox>
      )}
      <p className="text-2">
        The present data is kept aside in the data folder. Keys are not in a backup: those on this computer
        stay, others are put in again. A run that had not ended waits for you.
      </p>
    </>
  );
}
