import type { RunSummary } from '../../../../shared/runs/progress';
import { ErrorPanel } from '../../../components/error-panel';
import { RunLine } from '../../../components/run-line';
import { SkeletonRows } from '../../../components/skeleton-rows';
import type { Asked } from '../../../components/use-asked';
import { useNavigate } from '../../../components/use-navigate';
import styles from './recent-runs.module.css';

interface RecentRunsProps {
  readonly asked: Asked<readonly RunSummary[]>;
  readonly count: number;
  readonly onAskAgain: () => void;
}

/** The latest runs, one line each; nothing at all before the first one. */
export function RecentRuns({ asked, count, onAskAgain }: RecentRunsProps) {
  const navigate = useNavigate();
  if (asked.kind === 'ready' && asked.value.length === 0) return null;
  const nowMs = Date.now();
  return (
    <section aria-labelledby="recent-runs">
      <div className={styles.head}>
        <h2 id="recent-runs" className="type-section">
          Recent runs
        </h2>
        {asked.kind === 'ready' && (
          <button
            type="button"
            className="link-button type-second"
            onClick={() => navigate({ kind: 'runs' })}
          >
            All runs
          </button>
        )}
      </div>
      {asked.kind === 'loading' && <SkeletonRows rowHeight={44} rowCount={4} label="Reading the runs" />}
      {asked.kind === 'failed' && <ErrorPanel failure={asked.failure} onRetry={onAskAgain} />}
      {asked.kind === 'ready' && (
        <ul>
          {asked.value.slice(0, count).map((run) => (
            <RunLine key={run.runId} run={run} nowMs={nowMs} />
          ))}
        </ul>
      )}
    </section>
  );
}
