import { Button } from '@mantine/core';
import type { RunCause, RunSummary } from '../../../../shared/runs/progress';
import { formatNumber } from '../../../components/format-number';
import { isEnded } from '../../../components/run-words';
import { toNotSentLabel, toNotSentSentence } from '../not-sent-words';
import styles from './run-causes.module.css';

interface NotSentCausesProps {
  readonly run: RunSummary;
  /** Those of the outcome "not sent". */
  readonly causes: readonly RunCause[];
  readonly onRunAgain: (cause: RunCause) => void;
}

/** Who was not sent to, by why, each with the button that sends to them; a paused run sends to them when it goes on. */
export function NotSentCauses({ run, causes, onRunAgain }: NotSentCausesProps) {
  const hasEnded = isEnded(run.state);
  const shown = causes.filter(({ causeCode }) => hasEnded || causeCode !== 'not-sent');
  return shown.map((cause) => (
    <div key={cause.causeCode} className={styles.notSent}>
      <p>
        <b className="figures">{formatNumber(cause.count)}</b>{' '}
        <span className="text-2">
          {toNotSentSentence(cause)}
          {!hasEnded && ' Sent when you go on.'}
        </span>
      </p>
      {hasEnded && cause.repeatableCount > 0 && (
        <Button onClick={() => onRunAgain(cause)}>{toNotSentLabel(cause)}</Button>
      )}
    </div>
  ));
}
