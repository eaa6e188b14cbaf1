import { Modal } from '@mantine/core';
import type { PreparedPipeline } from '../../../shared/pipeline/prepared-pipeline';
import type { Environment } from '../../../shared/workspaces/workspace';
import { useNavigate } from '../use-navigate';
import { PipelineReview } from './pipeline-review';
import { reviewHeadline } from './pipeline-review-words';
import { useStartPrepared } from './use-start-prepared';

interface PipelineReviewDialogProps {
  readonly prepared: PreparedPipeline;
  readonly workspace: { readonly name: string; readonly environment: Environment };
  readonly from: 'selection' | 'undo';
  readonly onStarted: (runId: string) => void;
  readonly onClose: () => void;
}

/** The same review over the screen where people were chosen, or over the run that is to be taken back. */
export function PipelineReviewDialog(props: PipelineReviewDialogProps) {
  const { prepared, workspace, from, onStarted, onClose } = props;
  const navigate = useNavigate();
  const { start, keepReady, isStarting, failure } = useStartPrepared(onStarted);
  return (
    <Modal
      opened
      onClose={onClose}
      title={reviewHeadline(prepared, null)}
      size={680}
      closeButtonProps={{ 'aria-label': 'Close' }}
      classNames={{ title: 'type-screen' }}
    >
      <PipelineReview
        prepared={prepared}
        workspace={workspace}
        from={from}
        heading="dialog"
        isStarting={isStarting}
        failure={failure}
        cancelLabel={prepared.batchId === null ? 'Close' : 'Change nothing'}
        onStart={(typedNumber) => start(prepared, typedNumber)}
        onKeepReady={() => keepReady(prepared, null, () => navigate({ kind: 'batches' }))}
        onCancel={onClose}
      />
    </Modal>
  );
}
