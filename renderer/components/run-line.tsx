import { IconFileSpreadsheet } from '@tabler/icons-react';
import type { RunSummary } from '../../shared/runs/progress';
import { formatMoment } from './format-date';
import { OutcomeBar } from './outcome-bar';
import styles from './run-line.module.css';
import { toCountsSentence, toRunStateWords, toUndecidedCount } from './run-words';
import { UnsureChip } from './unsure-chip';
import { useNavigate } from './use-navigate';

/** One run in a list: what it is, how it stands, and the way to it. */
export function RunLine({ run, nowMs }: { readonly run: RunSummary; readonly nowMs: number }) {
  const navigate = useNavigate();
  return (
    <li>
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
  );
}
