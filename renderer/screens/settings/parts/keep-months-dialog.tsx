import type { RunsToDelete } from '../../../../shared/history/retention';
import { ConfirmDialog } from '../../../components/confirm-dialog';
import { formatCount } from '../../../components/format-number';
import { cannotBeRecognized, toDeletedRuns } from '../../runs/deletion-words';

interface KeepMonthsDialogProps {
  readonly keepMonths: number;
  readonly found: RunsToDelete;
  readonly onConfirm: () => Promise<void>;
  readonly onClose: () => void;
}

/** How many runs a shorter keeping deletes at once, before it holds. */
export function KeepMonthsDialog({ keepMonths, found, onConfirm, onClose }: KeepMonthsDialogProps) {
  const isNothing = found.runs.length === 0;
  return (
    <ConfirmDialog
      isOpen
      title={`Keep runs for ${keepMonths} months?`}
      confirmLabel={isNothing ? `Keep runs for ${keepMonths} months` : `Delete ${toDeletedRuns(found)}`}
      cancelLabel="Change nothing"
      tone={isNothing ? 'normal' : 'danger'}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <p>
        {isNothing
          ? 'No run is older than that, so nothing is deleted now.'
          : `${toDeletedRuns(found)} with ${formatCount(found.people, 'row')} ended before that. They are deleted now, for good.`}{' '}
        Others are deleted as they grow older. A run that has not ended is never deleted.
      </p>
      {found.undecided > 0 && (
        <p>
          <b>{formatCount(found.undecided, 'person', 'people')} in them</b>{' '}
          {found.undecided === 1 ? 'is' : 'are'} unknown, and nobody has decided about them.
        </p>
      )}
      <p>{cannotBeRecognized}</p>
    </ConfirmDialog>
  );
}
