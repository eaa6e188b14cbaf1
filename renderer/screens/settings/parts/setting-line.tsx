import type { ReactNode } from 'react';
import styles from '../settings-screen.module.css';

interface SettingLineProps {
  readonly id: string;
  readonly title: string;
  readonly sentence: string;
  readonly children: ReactNode;
}

/** One setting: what it is, what it changes, its control. The control is described by `${id}-sentence`. */
export function SettingLine({ id, title, sentence, children }: SettingLineProps) {
  return (
    <div className={styles.line}>
      <div>
        <label htmlFor={id} style={{ fontWeight: 500 }}>
          {title}
        </label>
        <p id={`${id}-sentence`} className="type-second text-2">
          {sentence}
        </p>
      </div>
      {children}
    </div>
  );
}
