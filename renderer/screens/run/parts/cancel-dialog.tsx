import { isPipelineKind } from '../../../../shared/operations/operation-kind';
import type { RunSummary } from '../../../../shared/runs/progress';
import { ConfirmDialog } from '../../../components/confirm-dialog';
import { formatNumber } from '../../../components/format-number';

interface CancelDialogProps {
  readonly run: RunSummary;
  readonly onCancelRun: () => Promise<void>;
  readonly onClose: () => void;
}

/** Asked once before a run is cancelled: who stays without, and that what is sent stays sent. */
export function CancelDialog({ run, onCancelRun, onClose }: CancelDialogProps) {
  const { notSent } = run.counts;
  const people = `${formatNumber(notSent)} ${notSent === 1 ? 'person' : 'people'}`;
  return (
    <ConfirmDialog
      isOpen
      title="Cancel the run?"
      confirmLabel="Cancel the run"
      cancelLabel="Keep the run"
      tone="danger"
      onConfirm={onCancelRun}
      onClose={onClose}
    >
      <p>
        {people} {notSent === 1 ? 'stays' : 'stay'} {isPipelineKind(run.operation) ? 'as they are' : 'unsent'}
        {run.inFlight > 0 &&
          `, less those of the ${formatNumber(run.inFlight)} on their way that get through`}
        .{' '}
        {isPipelineKind(run.operation) ? 'What was done stays done.' : 'What was sent cannot be taken back.'}
      </p>
      <p className="text-2">You can go on with the rest later in a new run.</p>
    </ConfirmDialog>
  );
}
