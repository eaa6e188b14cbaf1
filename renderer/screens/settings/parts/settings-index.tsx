import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { type SettingsPart, settingsPartId, settingsParts } from '../settings-parts';
import styles from '../settings-screen.module.css';
import { usePartInView } from '../use-part-in-view';

/** The list at the side: leads to each part and says which one is being read. */
export function SettingsIndex() {
  const inView = usePartInView();
  const [chosen, setChosen] = useState<SettingsPart | null>(null);
  // The last parts cannot come to the top; the one that was chosen is the one that is read.
  const current = chosen ?? inView;
  const goTo = (part: SettingsPart) => {
    setChosen(part);
    const heading = document.getElementById(settingsPartId(part))?.querySelector('h2');
    if (heading == null) return;
    heading.tabIndex = -1;
    heading.scrollIntoView({ block: 'start' });
    heading.focus({ preventScroll: true });
  };
  return (
    <nav className={styles.index} aria-label="Parts of the settings" onBlur={() => setChosen(null)}>
      {settingsParts.map(({ id, label }) => (
        <UnstyledButton
          key={id}
          className={styles.indexItem}
          aria-current={id === current ? 'location' : undefined}
          onClick={() => goTo(id)}
        >
          {label}
        </UnstyledButton>
      ))}
    </nav>
  );
}
