import { useCallback, useState } from 'react';
import type { RunsToDelete } from '../../../../shared/history/retention';
import type { RunSummary } from '../../../../shared/runs/progress';
import { type BridgeFailure, bridge, toBridgeFailure } from '../../../bridge';
import { ConfirmDialog } from '../../../components/confirm-dialog';
import { ErrorPanel } from '../../../components/error-panel';
import { SkeletonRows } from '../../../components/skeleton-rows';
import { useAsked } from '../../../components/use-asked';
import { useNavigate } from '../../../components/use-navigate';
import { cannotBeRecognized, toDeletedRuns } from '../deletion-words';

interface DeleteRunDialogProps {
  readonly run: RunSummary;
  readonly onClose: () => void;
}

/** What goes with a run, and what nobody will know afterwards. */
export function DeleteRunDialog({ run, onClose }: DeleteRunDialogProps) {
  const { runId } = run;
  const navigate = useNavigate();
  const [failure, setFailure] = useState<BridgeFailure | null>(null);
  const { asked, askAgain } = useAsked(
    useCallback(() => bridge.ask('history:describe-deletion', { runId }), [runId]),
  );
  const remove = () =>
    bridge.ask('history:delete-run', { runId }).then(
      () => navigate({ kind: 'runs', deletedRunId: runId }),
      (thrown: unknown) => setFailure(toBridgeFailure(thrown)),
    );
  return (
    <ConfirmDialog
      isOpen
      title={`Delete run ${run.runNumber}?`}
      confirmLabel={asked.kind === 'ready' ? `Delete ${toDeletedRuns(asked.value)}` : 'Delete'}
      tone="danger"
      canConfirm={asked.kind === 'ready'}
      onConfirm={remove}
      onClose={onClose}
    >
      {asked.kind === 'loading' && <SkeletonRows label="Reading what would be deleted" rowCount={3} />}
      {asked.kind === 'failed' && <ErrorPanel failure={asked.failure} onRetry={askAgain} />}
      {asked.kind === 'ready' && <Sentences found={asked.value} run={run} />}
      {failure && <ErrorPanel failure={failure} onClose={() => setFailure(null)} />}
    </ConfirmDialog>
  );
}

function Sentences({ found, run }: { readonly found: RunsToDelete; readonly run: RunSummary }) {
  const others = found.runs.filter(({ runId }) => runId !== run.runId).map(({ runNumber }) => runNumber);
  return (
    <>
      {others.length > 0 && (
        <p>
          {others.length === 1 ? `Run ${others[0]} goes` : `Runs ${others.join(', ')} go`} with it: they are
          of the same batch.
        </p>
      )}
      <p>
        Its people, what was sent to them and what came back are deleted from this computer. Nothing changes
        at Flowmingo, and files that you saved stay.
      </p>
      {found.undecided > 0 && (
        <p>
          <b>
            {found.undecided === 1
              ? '1 of its people is unknown, and nobody has decided about them.'
              : `${found.undecided} of its people are unknown, and nobody has decided about them.`}
          </b>
        </p>
      )}
      <p>{cannotBeRecognized}</p>
    </>
  );
}
