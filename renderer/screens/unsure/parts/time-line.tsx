import type { TimePoint } from '../unsure-words';
import styles from './time-line.module.css';

/** What happened when, in order. The words say it; dots and line only help the eye. */
export function TimeLine({ points }: { readonly points: readonly TimePoint[] }) {
  return (
    <ol className={`${styles.line} type-second text-2 figures`} aria-label="In order of time">
      {points.map(({ kind, label }) => (
        <li key={label} data-kind={kind}>
          {label}
        </li>
      ))}
    </ol>
  );
}
