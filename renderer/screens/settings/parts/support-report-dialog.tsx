import { Button, Modal } from '@mantine/core';
import { useCallback, useState } from 'react';
import { type BridgeFailure, bridge, toBridgeFailure } from '../../../bridge';
import { ErrorPanel } from '../../../components/error-panel';
import { SkeletonRows } from '../../../components/skeleton-rows';
import { useAsked } from '../../../components/use-asked';
import styles from './support-report-dialog.module.css';

/** The whole support report, to read before it is saved; what is saved is exactly this text. */
export function SupportReportDialog({ onClose }: { readonly onClose: () => void }) {
  const { asked, askAgain } = useAsked(useCallback(() => bridge.ask('report:make', {}), []));
  const [savedName, setSavedName] = useState<string | null>(null);
  const [failure, setFailure] = useState<BridgeFailure | null>(null);
  const save = (reportId: string) =>
    bridge.ask('report:save', { reportId }).then(
      (answer) => setSavedName(answer.kind === 'saved' ? answer.fileName : null),
      (thrown: unknown) => setFailure(toBridgeFailure(thrown)),
    );
  return (
    <Modal
      opened
      onClose={onClose}
      title="Support report"
      size={760}
      closeButtonProps={{ 'aria-label': 'Close' }}
      classNames={{ title: 'type-section' }}
    >
      <div className={styles.content}>
        <p className="text-2">
          This is all of it. What could be somebody’s is left out (…) or replaced by a hash (#) that means
          nothing outside this report. Nothing is sent: you save it and give it to whom you like.
        </p>
        {asked.kind === 'loading' && <SkeletonRows label="Putting the report together" rowCount={8} />}
        {asked.kind === 'failed' && <ErrorPanel failure={asked.failure} onRetry={askAgain} />}
        {failure && <ErrorPanel failure={failure} onClose={() => setFailure(null)} />}
        {asked.kind === 'ready' && (
          <>
            <textarea className={styles.text} readOnly aria-label="Support report" value={asked.value.text} />
            <div className={styles.buttons}>
              <span role="status" className="text-2">
                {savedName === null ? '' : `Saved as ${savedName}.`}
              </span>
              <Button onClick={onClose}>Close</Button>
              <Button variant="filled" onClick={() => void save(asked.value.reportId)}>
                Save this report
              </Button>
            </div>
          </>
        )}
      </div>
    </Modal>
  );
}
