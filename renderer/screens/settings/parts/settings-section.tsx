import type { ReactNode } from 'react';
import { type SettingsPart, settingsPartId } from '../settings-parts';
import styles from '../settings-screen.module.css';

interface SettingsSectionProps {
  readonly part: SettingsPart;
  readonly title: string;
  readonly children: ReactNode;
}

/** One part of the settings, under its heading. */
export function SettingsSection({ part, title, children }: SettingsSectionProps) {
  return (
    <section className={styles.section} id={settingsPartId(part)}>
      <h2 className="type-section">{title}</h2>
      {children}
    </section>
  );
}
