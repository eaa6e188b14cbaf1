import { Button } from '@mantine/core';
import type { BridgeFailure } from '../../../bridge';
import { ErrorPanel } from '../../../components/error-panel';
import { formatCount } from '../../../components/format-number';
import { MessageBox } from '../../../components/message-box';
import styles from '../pipeline-screen.module.css';
import type { Export } from '../use-export';

interface PipelineNotesProps {
  /** A run of this app has changed the pipeline since this reading. */
  readonly isOld: boolean;
  /** Reads it again; null where that can't be done now. */
  readonly onRead: (() => void) | null;
  readonly failures: readonly (BridgeFailure | null)[];
  readonly saving: Export;
  readonly onCloseFailure: () => void;
}

/** Whether what is seen is old, what went wrong, and what was saved. */
export function PipelineNotes({ isOld, onRead, failures, saving, onCloseFailure }: PipelineNotesProps) {
  const failure = failures.find((one) => one !== null) ?? null;
  if (!isOld && failure === null && saving.failure === null && saving.saved === null) return null;
  return (
    <div className={styles.note}>
      {isOld && (
        <MessageBox tone="info" end={onRead && <Button onClick={onRead}>Read again</Button>}>
          A run has changed this pipeline since it was read. What you see here is how it was before.
        </MessageBox>
      )}
      {failure !== null && <ErrorPanel failure={failure} onClose={onCloseFailure} />}
      {saving.failure !== null && <ErrorPanel failure={saving.failure} onClose={saving.close} />}
      {saving.saved !== null && (
        <MessageBox
          tone="done"
          announce="polite"
          title={`Saved ${formatCount(saving.saved.rowCount, 'application')}.`}
          end={<Button onClick={saving.showInFolder}>Show in folder</Button>}
        >
          {saving.saved.fileName}
        </MessageBox>
      )}
    </div>
  );
}
