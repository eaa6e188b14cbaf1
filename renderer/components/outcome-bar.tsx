import { type OutcomeCounts, outcomes } from '../../shared/runs/row-state';
import { formatNumber } from './format-number';
import styles from './outcome.module.css';
import { type OutcomeName, outcomeLook } from './outcome-look';

interface OutcomeBarProps {
  readonly counts: OutcomeCounts;
  /** Rows on their way; they are part of `notSent` until their answer is known. */
  readonly inFlight?: number;
  /** 4 in lists, 8 for results, 12 while a run goes. */
  readonly height?: 4 | 6 | 8 | 12;
}

/** The parts of the bar in their order, without empty ones. They add up to the counts' sum. */
export function toBarParts(
  counts: OutcomeCounts,
  inFlight: number,
): { readonly name: OutcomeName; readonly count: number }[] {
  const onTheirWay = Math.min(inFlight, counts.notSent);
  const settled = outcomes
    .filter((name) => name !== 'skipped' && name !== 'notSent')
    .map((name) => ({ name: name as OutcomeName, count: counts[name] }));
  const rest: { name: OutcomeName; count: number }[] = [
    { name: 'inFlight', count: onTheirWay },
    { name: 'skipped', count: counts.skipped },
    { name: 'notSent', count: counts.notSent - onTheirWay },
  ];
  return [...settled, ...rest].filter(({ count }) => count > 0);
}

/** All rows of a run as one bar in the outcome colours; the words are read out, so that colour never stands alone. */
export function OutcomeBar({ counts, inFlight = 0, height = 8 }: OutcomeBarProps) {
  const parts = toBarParts(counts, inFlight);
  const words = parts
    .map(({ name, count }) => `${formatNumber(count)} ${outcomeLook[name].label.toLowerCase()}`)
    .join(', ');
  return (
    <div className={styles.bar} style={{ height }} role="img" aria-label={words || 'No rows'} title={words}>
      {parts.map(({ name, count }) => (
        <span key={name} style={{ flexGrow: count, background: outcomeLook[name].bar }} />
      ))}
    </div>
  );
}
