import { Button } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import type { PipelineSheetOperation } from '../../../shared/pipeline/pipeline-sheet';
import type { WorkspaceView } from '../../../shared/workspaces/workspace-view';
import { bridge } from '../../bridge';
import { ErrorPanel } from '../../components/error-panel';
import { FooterBar } from '../../components/footer-bar';
import { formatNumber } from '../../components/format-number';
import { PipelineReview } from '../../components/pipeline-review/pipeline-review';
import { useStartPrepared } from '../../components/pipeline-review/use-start-prepared';
import { SkeletonRows } from '../../components/skeleton-rows';
import { noPlace } from '../new-batch/new-batch-state';
import { ReplayNote } from '../new-batch/parts/replay-note';
import { useNewBatch } from '../new-batch/use-new-batch';
import { NoWorkspace } from './parts/no-workspace';
import { RowsToFix } from './parts/rows-to-fix';
import styles from './pipeline-review-step.module.css';
import { fixableFields } from './rows-to-fix-columns';
import { type Preparing, usePreparedSheet } from './use-prepared-sheet';

/** What the sheet would do in the pipeline as it is now, and the button that does it. */
export function PipelineReviewStep() {
  const { state, workspace, goTo } = useNewBatch();
  const { use } = state;
  const back = () => goTo(use === 'as-edited' ? 'preview' : 'pipeline-columns');
  if (use === 'invite') return null;
  if (workspace === null) return <NoWorkspace onBack={back} />;
  return <Review key={workspace.workspaceId} use={use} workspace={workspace} onBack={back} />;
}

interface ReviewProps {
  readonly use: PipelineSheetOperation;
  readonly workspace: WorkspaceView;
  readonly onBack: () => void;
}

function Review({ use, workspace, onBack }: ReviewProps) {
  const { state, sheet, tell, keep, onStarted, onKeptReady } = useNewBatch();
  const { workspaceId } = workspace;
  const onChanged = useCallback(() => tell({ kind: 'pipeline-row-changed' }), [tell]);
  const fields = useMemo(
    () => fixableFields(use === 'as-edited', state.pipelineColumns?.mapped ?? {}),
    [use, state.pipelineColumns],
  );
  const { preparing, prepareAgain, changeCell, stepBack } = usePreparedSheet({
    sheet,
    workspaceId,
    operation: use,
    // The rows of an exported pipeline say themselves where they belong.
    place: use === 'as-edited' ? noPlace : state.place,
    onChanged,
  });
  const { start, keepReady, isStarting, failure } = useStartPrepared((runId) => {
    // The sheet has become a run, so it is no draft any more. Where that cannot be written down, the draft stays, which harms nobody.
    const leave = async () => {
      const draftId = await keep().catch(() => null);
      onStarted(runId);
      if (draftId !== null) await bridge.ask('drafts:delete', { draftId });
    };
    leave().catch(() => undefined);
  });
  if (preparing.kind === 'ready') {
    const { unchangedCount, ...prepared } = preparing.prepared;
    return (
      <div className={styles.page}>
        <ReplayNote />
        <PipelineReview
          prepared={prepared}
          workspace={workspace}
          from="sheet"
          {...(use === 'as-edited' ? { unchangedCount } : {})}
          isStarting={isStarting}
          isChanging={preparing.isChanging}
          leftOut={
            <RowsToFix
              prepared={prepared}
              rows={preparing.rows}
              fields={fields}
              isChanging={preparing.isChanging}
              undoes={preparing.undoes}
              redoes={preparing.redoes}
              onChange={changeCell}
              onStep={stepBack}
            />
          }
          failure={failure}
          onStart={(typedNumber) => start(prepared, typedNumber)}
          onKeepReady={async () => keepReady(prepared, await keep().catch(() => null), onKeptReady)}
          onCancel={onBack}
        />
        <p className={styles.again}>
          <Button size="xs" disabled={isStarting} onClick={prepareAgain}>
            Compare with the pipeline again
          </Button>
        </p>
      </div>
    );
  }
  return (
    <>
      <div className={styles.page}>
        <h1 className="type-screen">Comparing the sheet with the pipeline</h1>
        {preparing.kind === 'failed' ? (
          <ErrorPanel failure={preparing.failure} onRetry={prepareAgain} />
        ) : (
          <>
            <p className="text-2" role="status">
              {preparingSentence(preparing)}
            </p>
            <SkeletonRows rowHeight={44} rowCount={6} label="Comparing the sheet with the pipeline" />
          </>
        )}
      </div>
      <FooterBar onBack={onBack}>
        <p>Nothing has been sent.</p>
      </FooterBar>
    </>
  );
}

function preparingSentence(preparing: Exclude<Preparing, { kind: 'ready' | 'failed' }>): string {
  return preparing.kind === 'reading-pipeline'
    ? 'Reading the pipeline as it is now.'
    : `${formatNumber(preparing.done)} of ${formatNumber(preparing.total)} rows looked at.`;
}
