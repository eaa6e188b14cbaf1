import { IconCircleCheck } from '@tabler/icons-react';
import type { RunSummary } from '../../../../shared/runs/progress';
import { EmptyState } from '../../../components/empty-state';
import { useNavigate } from '../../../components/use-navigate';

/** Nobody of this run is unknown. */
export function UnsureSolved({ run }: { readonly run: RunSummary }) {
  const navigate = useNavigate();
  return (
    <EmptyState
      Icon={IconCircleCheck}
      title="Nobody is unknown"
      sentence="Each person of this run has a clear outcome. There is nothing to decide."
      mainAction={{ label: 'See the run', onClick: () => navigate({ kind: 'run', runId: run.runId }) }}
    />
  );
}
