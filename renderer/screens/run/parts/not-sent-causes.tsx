import { Button } from '@mantine/core';
import { isPipelineKind } from '../../../../shared/operations/operation-kind';
import type { RunCause, RunSummary } from '../../../../shared/runs/progress';
import { formatCount } from '../../../components/format-number';
import { toDoneWord } from '../../../components/operation-words';
import { isEnded } from '../../../components/run-words';
import { toNotSentLabel, toNotSentReason } from '../not-sent-words';
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
      <p className="text-2">
        {formatCount(cause.count, 'person was', 'people were')} not{' '}
        {isPipelineKind(run.operation) ? toDoneWord(run.operation) : 'sent'}. {toNotSentReason(cause)}
        {!hasEnded && ' They go out when you go on.'}
      </p>
      {hasEnded && cause.repeatableCount > 0 && (
        <Button onClick={() => onRunAgain(cause)}>{toNotSentLabel(cause, run.operation)}</Button>
      )}
    </div>
  ));
}
