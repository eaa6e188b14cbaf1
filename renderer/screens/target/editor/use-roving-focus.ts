import { type KeyboardEvent, useState } from 'react';

interface RovingFocus {
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  /** Which button Tab leads to. */
  readonly tabIndexOf: (index: number) => 0 | -1;
}

/** One stop for Tab in a row of buttons; arrows, Home and End move inside it (WAI-ARIA, toolbar pattern). */
export function useRovingFocus(): RovingFocus {
  const [current, setCurrent] = useState(0);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button:not(:disabled)')];
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    if (at === -1) return;
    const last = buttons.length - 1;
    const next = {
      ArrowRight: at === last ? 0 : at + 1,
      ArrowLeft: at === 0 ? last : at - 1,
      Home: 0,
      End: last,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    setCurrent(next);
    buttons[next]?.focus();
  };
  return { onKeyDown, tabIndexOf: (index) => (index === current ? 0 : -1) };
}
