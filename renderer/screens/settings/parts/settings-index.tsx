import { UnstyledButton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { type SettingsPart, settingsPartId, settingsParts } from '../settings-parts';
import styles from '../settings-screen.module.css';
import { usePartInView } from '../use-part-in-view';

/** The move to a part is over by then: what moves later is moved by the reader. */
const ownMoveMs = 300;

/** The list at the side: leads to each part and says which one is being read. */
export function SettingsIndex() {
  const inView = usePartInView();
  const [chosen, setChosen] = useState<{ readonly part: SettingsPart; readonly atMs: number } | null>(null);
  useEffect(() => {
    if (chosen === null) return;
    const forget = () => performance.now() - chosen.atMs > ownMoveMs && setChosen(null);
    document.addEventListener('scroll', forget, { capture: true, passive: true });
    return () => document.removeEventListener('scroll', forget, { capture: true });
  }, [chosen]);
  // The last parts cannot come to the top, and short ones have others below them: the one that was chosen is the one that is read.
  const current = chosen?.part ?? inView;
  const goTo = (part: SettingsPart) => {
    setChosen({ part, atMs: performance.now() });
    const heading = document.getElementById(settingsPartId(part))?.querySelector('h2');
    if (heading == null) return;
    heading.tabIndex = -1;
    heading.scrollIntoView({ block: 'start' });
    heading.focus({ preventScroll: true });
  };
  return (
    <nav className={styles.index} aria-label="Parts of the settings">
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
