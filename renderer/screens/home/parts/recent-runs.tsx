import { IconFileSpreadsheet } from '@tabler/icons-react';
import type { RunSummary } from '../../../../shared/runs/progress';
import { ErrorPanel } from '../../../components/error-panel';
import { formatMoment } from '../../../components/format-date';
import { OutcomeBar } from '../../../components/outcome-bar';
import { toCountsSentence, toRunStateWords, toUndecidedCount } from '../../../components/run-words';
import { SkeletonRows } from '../../../components/skeleton-rows';
import { UnsureChip } from '../../../components/unsure-chip';
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
            <li key={run.runId}>
              <button
                type="button"
                className={styles.run}
                onClick={() => navigate({ kind: 'run', runId: run.runId })}
              >
                <span className={styles.name}>
                  <IconFileSpreadsheet size={16} stroke={1.6} aria-hidden="true" />
                  <b title={run.batchName}>{run.batchName}</b>
                  <span className="type-second text-2" title={run.fileName}>
                    {run.fileName}
                  </span>
                </span>
                <span className={`${styles.state} text-2`}>{toRunStateWords(run)}</span>
                <span className={`${styles.counts} text-2`} title={toCountsSentence(run.counts)}>
                  <UnsureChip count={toUndecidedCount(run)} />
                  <span>{toCountsSentence(run.counts)}</span>
                </span>
                <span className={styles.bar} aria-hidden="true">
                  <OutcomeBar counts={run.counts} inFlight={run.inFlight} height={6} />
                </span>
                <span className={`${styles.when} text-2`}>
                  {formatMoment(run.startedAtMs ?? run.createdAtMs, nowMs)}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
