import { IconCheck } from '@tabler/icons-react';
import { Fragment, type ReactNode } from 'react';
import styles from './step-bar.module.css';

interface StepBarProps {
  readonly steps: readonly string[];
  /** 0-based. */
  readonly currentIndex: number;
  /** What stands at the end: the file and its number of rows. */
  readonly end?: ReactNode;
}

/** The steps of a batch. In a narrow window only the current one: "3 of 5 Check rows". */
export function StepBar({ steps, currentIndex, end }: StepBarProps) {
  return (
    <div className={styles.bar}>
      <ol className={styles.steps} aria-label="Steps">
        {steps.map((name, index) => (
          <Fragment key={name}>
            {index > 0 && <li className={styles.line} aria-hidden="true" />}
            <li
              className={styles.step}
              data-at={index === currentIndex ? 'now' : index < currentIndex ? 'before' : 'after'}
              aria-current={index === currentIndex ? 'step' : undefined}
            >
              <span className={styles.mark} aria-hidden="true">
                {index < currentIndex ? <IconCheck size={12} stroke={2.4} /> : index + 1}
              </span>
              <span className="sr-only">{index < currentIndex ? 'Finished: ' : ''}</span>
              {name}
            </li>
          </Fragment>
        ))}
      </ol>
      <p className={styles.short} aria-hidden="true">
        <span className="text-2">
          {currentIndex + 1} of {steps.length}
        </span>{' '}
        <b>{steps[currentIndex]}</b>
      </p>
      {end && <div className={styles.end}>{end}</div>}
    </div>
  );
}
