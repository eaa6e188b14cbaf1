import { useState } from 'react';
import type { RunCause, RunSummary } from '../../../../shared/runs/progress';
import { ErrorPanel } from '../../../components/error-panel';
import { useNavigate } from '../../../components/use-navigate';
import { useRunCauses } from '../use-run-causes';
import { RunAgainDialog } from './run-again-dialog';
import { RunCauses } from './run-causes';

/** Causes of a run that stands still, and the new runs that can come of them. */
export function StoppedResults({ run }: { readonly run: RunSummary }) {
  const navigate = useNavigate();
  const { asked, askAgain } = useRunCauses(run);
  const [chosen, setChosen] = useState<RunCause | null>(null);
  return (
    <>
      {asked.kind === 'failed' && <ErrorPanel failure={asked.failure} onRetry={askAgain} />}
      {asked.kind === 'ready' && (
        <RunCauses
          run={run}
          causes={asked.value}
          onRunAgain={setChosen}
          onSeeEvidence={() => navigate({ kind: 'unsure', runId: run.runId })}
        />
      )}
      {chosen !== null && (
        <RunAgainDialog
          run={run}
          cause={chosen}
          onStarted={(runId) => navigate({ kind: 'run', runId })}
          onClose={() => setChosen(null)}
        />
      )}
    </>
  );
}
