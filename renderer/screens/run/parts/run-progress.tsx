import type { RunSummary } from '../../../../shared/runs/progress';
import { formatNumber } from '../../../components/format-number';
import { OutcomeBar } from '../../../components/outcome-bar';
import { OutcomeCounts } from '../../../components/outcome-counts';
import { isGoing, toProgress, toRateWords, toTimeLeft } from '../run-sentences';
import styles from './run-progress.module.css';

/** How far the run has come: the bar, and six counts that add up in the open. */
export function RunProgress({ run }: { readonly run: RunSummary }) {
  const going = isGoing(run);
  const { settled, people } = toProgress(run);
  const rate = toRateWords(run);
  const timeLeft = toTimeLeft(run);
  return (
    <section className={styles.progress} aria-label="Progress">
      {going && (
        <div className={styles.line}>
          <p>
            <span className="type-number figures">{formatNumber(settled)}</span>{' '}
            <span className={`${styles.of} text-2`}>
              of {formatNumber(people)} {people === 1 ? 'person' : 'people'}
            </span>
          </p>
          <p className="text-2">
            {rate}
            {rate !== null && timeLeft !== null && ' · '}
            {timeLeft !== null && <b className={styles.left}>{timeLeft}</b>}
          </p>
        </div>
      )}
      <OutcomeBar counts={run.counts} inFlight={run.inFlight} height={going ? 12 : 8} />
      <OutcomeCounts counts={run.counts} total={run.total} isGoingOn={going} />
    </section>
  );
}
