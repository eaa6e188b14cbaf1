import type { BridgeFailure } from '../../../bridge';
import { ErrorPanel } from '../../../components/error-panel';
import { useNavigate } from '../../../components/use-navigate';
import { useNewBatch } from '../../new-batch/use-new-batch';

interface StartFailureProps {
  readonly failure: BridgeFailure;
  /** Asks once more. */
  readonly onRetry?: () => void;
}

/** Why nothing can be sent as it is, with the way to mend it: another key, another target, or another try. */
export function StartFailure({ failure, onRetry }: StartFailureProps) {
  const { workspace, goTo } = useNewBatch();
  const navigate = useNavigate();
  return (
    <ErrorPanel
      failure={failure}
      onRetry={onRetry}
      retryLabel="Check again"
      actions={
        <>
          {failure.action === 'reconnect' && workspace !== null && (
            <button
              type="button"
              className="link-button"
              onClick={() => navigate({ kind: 'connect', replacesWorkspaceId: workspace.workspaceId })}
            >
              Put in another key
            </button>
          )}
          {failure.code === 'batch/message-problem' && (
            <button type="button" className="link-button" onClick={() => goTo('target')}>
              Mend the message
            </button>
          )}
          {failure.code === 'api/not-found' && (
            <button type="button" className="link-button" onClick={() => goTo('target')}>
              Choose another target
            </button>
          )}
        </>
      }
    />
  );
}
