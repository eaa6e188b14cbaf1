import { useId } from 'react';
import styles from './segmented.module.css';

interface SegmentedProps<Value extends string> {
  /** What is chosen here, read out. */
  readonly label: string;
  readonly choices: readonly {
    readonly value: Value;
    readonly label: string /** Stands behind the label. */;
    readonly count?: string;
    readonly disabled?: boolean;
  }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** A few choices side by side, of which one holds. Real radio buttons: arrows move, Tab goes on. */
export function Segmented<Value extends string>({ label, choices, value, onChange }: SegmentedProps<Value>) {
  const name = useId();
  return (
    <div className={styles.group} role="radiogroup" aria-label={label}>
      {choices.map((choice) => (
        <label
          key={choice.value}
          className={styles.choice}
          data-chosen={choice.value === value || undefined}
          data-disabled={choice.disabled || undefined}
        >
          <input
            className="sr-only"
            type="radio"
            name={name}
            checked={choice.value === value}
            disabled={choice.disabled}
            onChange={() => onChange(choice.value)}
          />
          {choice.label}
          {choice.count !== undefined && <span className={styles.count}>{choice.count}</span>}
        </label>
      ))}
    </div>
  );
}
