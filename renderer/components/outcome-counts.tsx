import { IconCheck } from '@tabler/icons-react';
import { type OutcomeCounts as Counts, outcomes } from '../../shared/runs/row-state';
import { formatCount, formatNumber } from './format-number';
import styles from './outcome.module.css';
import { outcomeLook } from './outcome-look';

interface OutcomeCountsProps {
  readonly counts: Counts;
  readonly total: number;
  /** While a run goes, what is not sent yet is called "To go" and comes before the skipped rows. */
  readonly isGoingOn: boolean;
}

/** "176 + 4 + 6 + 2 + 113 + 17 = 318 rows", or that they do not add up, which is a defect and is said. */
export function toSumSentence(parts: readonly number[], total: number): string {
  const sum = parts.reduce((before, part) => before + part, 0);
  const addition = parts.map(formatNumber).join(' + ');
  return sum === total
    ? `${addition} = ${formatCount(total, 'row')}`
    : `${addition} = ${formatNumber(sum)}, not ${formatCount(total, 'row')}`;
}

/** The six counts in the open, and that they add up to all rows. */
export function OutcomeCounts({ counts, total, isGoingOn }: OutcomeCountsProps) {
  const order = isGoingOn
    ? (['done', 'alreadyThere', 'refused', 'unknown', 'notSent', 'skipped'] as const)
    : outcomes;
  const parts = order.map((name) => counts[name]);
  const addsUp = parts.reduce((before, part) => before + part, 0) === total;
  return (
    <div className={styles.counts}>
      <dl className={styles.countList}>
        {order.map((name) => {
          const { label, Icon, color } = outcomeLook[isGoingOn && name === 'notSent' ? 'toGo' : name];
          return (
            <div key={name}>
              <dt>
                <Icon size={16} color={color} aria-hidden="true" />
                {label}
              </dt>
              <dd className="type-page">{formatNumber(counts[name])}</dd>
            </div>
          );
        })}
      </dl>
      <p className={`${styles.sum} type-second`} data-adds-up={addsUp} title={toSumSentence(parts, total)}>
        {addsUp && !isGoingOn && <IconCheck size={14} aria-hidden="true" color="var(--done)" />}
        {addsUp && !isGoingOn ? `Adds up to ${formatCount(total, 'row')}` : toSumSentence(parts, total)}
      </p>
    </div>
  );
}
