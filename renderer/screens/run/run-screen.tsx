import { Button } from '@mantine/core';
import { IconArrowBackUp, IconPlayerPause, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { isPipelineKind } from '../../../shared/operations/operation-kind';
import type { RunSummary } from '../../../shared/runs/progress';
import { bridge } from '../../bridge';
import { ErrorPanel } from '../../components/error-panel';
import { formatCount } from '../../components/format-number';
import { MessageBox } from '../../components/message-box';
import { PipelineReviewDialog } from '../../components/pipeline-review/pipeline-review-dialog';
import { isEnded } from '../../components/run-words';
import { SkeletonRows } from '../../components/skeleton-rows';
import { useNavigate } from '../../components/use-navigate';
import { usePrepare } from '../pipeline/use-prepare';
import { RunFactsButton } from '../runs/parts/run-facts-button';
import { AddToPipeline } from './parts/add-to-pipeline';
import { CancelDialog } from './parts/cancel-dialog';
import { PutIntoWorkbook } from './parts/put-into-workbook';
import { RunHead } from './parts/run-head';
import { RunNote } from './parts/run-note';
import { RunProgress } from './parts/run-progress';
import { RunRows } from './parts/run-rows';
import { SaveButtons } from './parts/save-results';
import { StoppedResults } from './parts/stopped-results';
import { UnsureNote } from './parts/unsure-note';
import styles from './run-screen.module.css';
import { isGoing } from './run-sentences';
import { useAnnouncement } from './use-announcement';
import { useRun } from './use-run';
import { useSaveResults } from './use-save-results';

interface RunScreenProps {
  readonly runId: string;
  /** A new key has just been put in for the run's workspace. */
  readonly hasNewKey?: boolean | undefined;
}

/** One run: its progress while it goes on, its results when it has ended. */
export function RunScreen({ runId, hasNewKey = false }: RunScreenProps) {
  const inHand = useRun(runId);
  const { asked, askAgain } = inHand;
  if (asked.kind === 'ready') return <ReadyRun run={asked.value} inHand={inHand} hasNewKey={hasNewKey} />;
  return (
    <div className={styles.waiting}>
      <h1 className="type-screen">Run</h1>
      {asked.kind === 'loading' ? (
        <SkeletonRows rowHeight={32} rowCount={8} label="Reading the run" />
      ) : (
        <ErrorPanel failure={asked.failure} onRetry={askAgain} />
      )}
    </div>
  );
}

interface ReadyRunProps {
  readonly run: RunSummary;
  readonly inHand: ReturnType<typeof useRun>;
  readonly hasNewKey: boolean;
}

function ReadyRun({ run, inHand, hasNewKey }: ReadyRunProps) {
  const navigate = useNavigate();
  const [isCancelling, setIsCancelling] = useState(false);
  const save = useSaveResults(run.runId);
  const undo = usePrepare();
  const announcement = useAnnouncement(run);
  const { act, actingOn, failure, forgetFailure } = inHand;
  const going = isGoing(run);
  // In the hold there is Stop, and beside the first ones their own way out: one thing to press, in one place.
  const isHeld = run.state === 'running' && run.wait?.why === 'before-first';
  const waitsForLook = run.state === 'paused' && run.pauseReason === 'first-rows';
  const canPause = (run.state === 'running' || run.state === 'pausing') && !isHeld;
  const canUndo = isEnded(run.state) && isPipelineKind(run.operation) && run.counts.done > 0;
  const canCancel = canPause || (run.state === 'paused' && !waitsForLook);

  return (
    <div className={styles.screen}>
      <div className={styles.top}>
        <RunHead
          run={run}
          actions={
            <>
              {canPause && (
                <Button
                  leftSection={<IconPlayerPause size={16} aria-hidden="true" />}
                  disabled={run.state === 'pausing' || actingOn !== null}
                  onClick={() => act('runs:pause')}
                >
                  {run.state === 'pausing' ? 'Pausing' : 'Pause'}
                </Button>
              )}
              {run.state === 'cancelling' && <Button disabled>Cancelling</Button>}
              {canUndo && (
                <Button
                  leftSection={<IconArrowBackUp size={16} aria-hidden="true" />}
                  disabled={undo.isAtWork}
                  onClick={() =>
                    undo.prepare(() => bridge.ask('pipeline:prepare-undo', { runId: run.runId }))
                  }
                >
                  {undo.isAtWork ? 'Looking at the pipeline' : 'Undo this run'}
                </Button>
              )}
              {!going && <RunFactsButton run={run} />}
              {!going && <PutIntoWorkbook run={run} />}
              {!going && <SaveButtons save={save} isMain={isEnded(run.state)} />}
              {canCancel && (
                <Button
                  variant="danger-quiet"
                  leftSection={<IconX size={16} aria-hidden="true" />}
                  disabled={actingOn !== null}
                  onClick={() => setIsCancelling(true)}
                >
                  Cancel the run
                </Button>
              )}
            </>
          }
        />
        <RunProgress run={run} />
      </div>
      <p className="sr-only" role="status">
        {announcement}
      </p>
      <div className={styles.notes}>
        <RunNote
          run={run}
          hasNewKey={hasNewKey}
          isAtWork={actingOn !== null}
          onResume={() => act('runs:resume')}
          onNewKey={() =>
            navigate({
              kind: 'connect',
              replacesWorkspaceId: run.workspaceId,
              returnsToRunId: run.runId,
            })
          }
          onStop={() => act('runs:cancel')}
          onCancel={() => setIsCancelling(true)}
        />
        <UnsureNote run={run} />
        {failure && <ErrorPanel failure={failure} onClose={forgetFailure} />}
        {undo.failure && <ErrorPanel failure={undo.failure} onClose={undo.close} />}
        {save.failure && <ErrorPanel failure={save.failure} onClose={save.close} />}
        {save.saved && (
          <MessageBox
            tone="done"
            announce="polite"
            title={`Saved ${formatCount(save.saved.rowCount, 'row')}.`}
            end={<Button onClick={save.showInFolder}>Show in folder</Button>}
          >
            {save.saved.fileName}
          </MessageBox>
        )}
        {!going && <StoppedResults run={run} />}
        {isEnded(run.state) && <AddToPipeline run={run} />}
      </div>
      <RunRows run={run} />
      {undo.prepared !== null && (
        <PipelineReviewDialog
          prepared={undo.prepared}
          workspace={{ name: run.workspaceName, environment: run.environment }}
          from="undo"
          onStarted={(runId) => navigate({ kind: 'run', runId })}
          onClose={undo.close}
        />
      )}
      {isCancelling && (
        <CancelDialog
          run={run}
          onCancelRun={async () => {
            await act('runs:cancel');
            setIsCancelling(false);
          }}
          onClose={() => setIsCancelling(false)}
        />
      )}
    </div>
  );
}
