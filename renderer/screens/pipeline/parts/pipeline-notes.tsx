import { Button } from '@mantine/core';
import type { BridgeFailure } from '../../../bridge';
import { ErrorPanel } from '../../../components/error-panel';
import { formatCount } from '../../../components/format-number';
import { MessageBox } from '../../../components/message-box';
import styles from '../pipeline-screen.module.css';
import type { Export } from '../use-export';

interface PipelineNotesProps {
  readonly failures: readonly (BridgeFailure | null)[];
  readonly saving: Export;
  readonly onCloseFailure: () => void;
}

/** What went wrong, and what was saved. */
export function PipelineNotes({ failures, saving, onCloseFailure }: PipelineNotesProps) {
  const failure = failures.find((one) => one !== null) ?? null;
  if (failure === null && saving.failure === null && saving.saved === null) return null;
  return (
    <div className={styles.note}>
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
