import type { RunSummary } from '../../../../shared/runs/progress';
import { RunLine } from '../../../components/run-line';
import { useNavigate } from '../../../components/use-navigate';
import styles from '../batches-screen.module.css';

interface RunSectionProps {
  readonly id: string;
  readonly heading: string;
  readonly runs: readonly RunSummary[];
  /** There are others, behind a link. */
  readonly hasMore?: boolean;
}

/** Batches that a run came of. Nothing at all where there is none. */
export function RunSection({ id, heading, runs, hasMore = false }: RunSectionProps) {
  const navigate = useNavigate();
  if (runs.length === 0) return null;
  const nowMs = Date.now();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.sectionHead}>
        <h2 id={id} className="type-section">
          {heading}
        </h2>
        {hasMore && (
          <button
            type="button"
            className="link-button type-second"
            onClick={() => navigate({ kind: 'runs' })}
          >
            All runs
          </button>
        )}
      </div>
      <ul>
        {runs.map((run) => (
          <RunLine key={run.runId} run={run} nowMs={nowMs} />
        ))}
      </ul>
    </section>
  );
}
