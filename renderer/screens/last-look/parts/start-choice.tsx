import { useId } from 'react';
import { ChoiceCard } from '../../../components/choice-card';
import { formatNumber } from '../../../components/format-number';
import styles from '../last-look-step.module.css';
import { firstRowsCount, firstRowsSentence } from '../last-look-words';

interface StartChoiceProps {
  /** How many rows are sent. */
  readonly count: number;
  /** Rows as Excel shows them; empty until they are known. */
  readonly firstRowNumbers: readonly number[];
  readonly startsWithFirst: boolean;
  /** How long it takes, and how many at a time. */
  readonly duration: string;
  readonly onChoose: (startsWithFirst: boolean) => void;
}

/** "3 first, then the rest", or all at once. */
export function StartChoice({
  count,
  firstRowNumbers,
  startsWithFirst,
  duration,
  onChoose,
}: StartChoiceProps) {
  const name = useId();
  return (
    <fieldset className={styles.start}>
      <legend className="type-section">How to start</legend>
      <ChoiceCard
        name={name}
        title={`${firstRowsCount} first, then the rest`}
        isChosen={startsWithFirst}
        onChoose={() => onChoose(true)}
      >
        {firstRowsSentence(firstRowNumbers, count - firstRowsCount)}
      </ChoiceCard>
      <ChoiceCard
        name={name}
        title={`All ${formatNumber(count)} at once`}
        isChosen={!startsWithFirst}
        onChoose={() => onChoose(false)}
      >
        {duration}
      </ChoiceCard>
    </fieldset>
  );
}
