import { Button, Modal } from '@mantine/core';
import { useCallback, useState } from 'react';
import type { RunFacts } from '../../../../shared/history/history';
import type { RunSummary } from '../../../../shared/runs/progress';
import { bridge } from '../../../bridge';
import { ErrorPanel } from '../../../components/error-panel';
import { isEnded } from '../../../components/run-words';
import { SkeletonRows } from '../../../components/skeleton-rows';
import { useAsked } from '../../../components/use-asked';
import { useNavigate } from '../../../components/use-navigate';
import { toFactLines } from '../run-facts-words';
import { DeleteRunDialog } from './delete-run-dialog';
import { MessageDialog } from './message-dialog';
import styles from './run-facts-dialog.module.css';

interface RunFactsDialogProps {
  readonly run: RunSummary;
  readonly onClose: () => void;
}

/** What lies over the facts, or they themselves. */
type Shows = 'facts' | 'message' | 'delete';

/** Who started a run, when and how, with which message; the runs it belongs to; and the way to delete it. */
export function RunFactsDialog({ run, onClose }: RunFactsDialogProps) {
  const { runId } = run;
  const { asked, askAgain } = useAsked(useCallback(() => bridge.ask('history:get-run', { runId }), [runId]));
  const [shows, setShows] = useState<Shows>('facts');
  return (
    <Modal
      opened
      onClose={onClose}
      // Esc closes the dialog that lies on top, and only that one.
      closeOnEscape={shows === 'facts'}
      title="About this run"
      size={560}
      closeButtonProps={{ 'aria-label': 'Close' }}
      classNames={{ title: 'type-section' }}
    >
      {asked.kind === 'loading' && <SkeletonRows label="Reading the run" />}
      {asked.kind === 'failed' && <ErrorPanel failure={asked.failure} onRetry={askAgain} />}
      {asked.kind === 'ready' && (
        <Facts run={run} facts={asked.value} shows={shows} onShow={setShows} onClose={onClose} />
      )}
    </Modal>
  );
}

type FactsProps = RunFactsDialogProps & {
  readonly facts: RunFacts;
  readonly shows: Shows;
  readonly onShow: (shows: Shows) => void;
};

function Facts({ run, facts, shows, onShow, onClose }: FactsProps) {
  const navigate = useNavigate();
  const related = [...(facts.parent === null ? [] : [facts.parent]), ...facts.children];
  const isEmailed = run.operation === 'invite' && run.sendInvite;
  return (
    <div className={styles.content}>
      <dl className={styles.facts}>
        {toFactLines(run, facts).map(({ name, value }) => (
          <div key={name}>
            <dt className="text-2">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {related.length > 0 && (
          <div>
            <dt className="text-2">Same batch</dt>
            <dd className={styles.related}>
              {related.map(({ runId, runNumber }) => (
                <button
                  key={runId}
                  type="button"
                  className="link-button"
                  onClick={() => {
                    onClose();
                    navigate({ kind: 'run', runId });
                  }}
                >
                  Run {runNumber}
                  {runId === facts.parent?.runId ? ', of which this is the rest' : ', the rest of this one'}
                </button>
              ))}
            </dd>
          </div>
        )}
      </dl>
      <div className={styles.buttons}>
        {isEmailed && <Button onClick={() => onShow('message')}>See the message</Button>}
        <Button
          variant="danger-quiet"
          disabled={!isEnded(run.state)}
          title={isEnded(run.state) ? undefined : 'Only a run that has ended can be deleted'}
          onClick={() => onShow('delete')}
        >
          Delete this run
        </Button>
      </div>
      {shows === 'message' && (
        <MessageDialog message={facts.message} personName="" onClose={() => onShow('facts')} />
      )}
      {shows === 'delete' && <DeleteRunDialog run={run} onClose={() => onShow('facts')} />}
    </div>
  );
}
