import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './choice-card.module.css';

interface ChoiceCardProps {
  /** The same for all cards of one question. */
  readonly name: string;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly Icon?: Icon;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly disabled?: boolean;
  /** `small`: where a list asks the same of each line. */
  readonly size?: 'normal' | 'small';
}

/** One answer of a question, as a card with a real radio button in it. Put several into a `fieldset` with a `legend`. */
export function ChoiceCard({
  name,
  title,
  children,
  Icon,
  isChosen,
  onChoose,
  disabled = false,
  size = 'normal',
}: ChoiceCardProps) {
  return (
    <label
      className={styles.card}
      data-size={size}
      data-chosen={isChosen || undefined}
      data-disabled={disabled || undefined}
    >
      <input
        className={styles.radio}
        type="radio"
        name={name}
        checked={isChosen}
        disabled={disabled}
        onChange={onChoose}
      />
      <span className={styles.text}>
        <span className={styles.title}>
          {Icon && <Icon size={16} aria-hidden="true" />}
          {title}
        </span>
        {children && <span className="type-second text-2">{children}</span>}
      </span>
    </label>
  );
}
