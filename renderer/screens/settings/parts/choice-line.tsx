import type { ReactNode } from 'react';
import styles from '../settings-screen.module.css';

interface ChoiceLineProps {
  readonly title: string;
  readonly sentence: ReactNode;
  readonly children: ReactNode;
}

/** A setting whose control names itself, such as a group of radio buttons, or something to be done. */
export function ChoiceLine({ title, sentence, children }: ChoiceLineProps) {
  return (
    <div className={styles.line}>
      <div>
        <p style={{ fontWeight: 500 }}>{title}</p>
        <p className="type-second text-2">{sentence}</p>
      </div>
      {children}
    </div>
  );
}
