import { useEffect, useState } from 'react';
import { type SettingsPart, settingsPartId, settingsParts } from './settings-parts';

/** A part counts as soon as its heading has come into the upper part of the window: the last ones never reach the top. */
const upperPart = 0.4;

/** The part that is being read: the last one whose heading has passed the top. */
export function usePartInView(): SettingsPart {
  const [part, setPart] = useState<SettingsPart>('look');
  useEffect(() => {
    const look = () => {
      const passed = settingsParts.filter(({ id }) => {
        const element = document.getElementById(settingsPartId(id));
        return element !== null && element.getBoundingClientRect().top < window.innerHeight * upperPart;
      });
      setPart(passed.at(-1)?.id ?? 'look');
    };
    // Scrolling does not bubble, and it is the page inside the window that moves.
    document.addEventListener('scroll', look, { capture: true, passive: true });
    return () => document.removeEventListener('scroll', look, { capture: true });
  }, []);
  return part;
}
