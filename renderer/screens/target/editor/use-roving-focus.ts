import { type FocusEvent, type KeyboardEvent, useState } from 'react';

interface RovingFocus {
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  /** What was reached with the mouse is where Tab comes back to. */
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  /** Which button Tab leads to. */
  readonly tabIndexOf: (index: number) => 0 | -1;
}

const buttonsIn = (row: HTMLElement): HTMLElement[] => [...row.querySelectorAll<HTMLElement>('button')];

/** One stop for Tab in a row of buttons; arrows, Home and End move inside it (WAI-ARIA, toolbar pattern). */
export function useRovingFocus(): RovingFocus {
  const [current, setCurrent] = useState(0);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const buttons = buttonsIn(event.currentTarget);
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
    buttons[next]?.focus();
  };
  const onFocus = ({ currentTarget, target }: FocusEvent<HTMLElement>) => {
    const at = buttonsIn(currentTarget).indexOf(target);
    if (at !== -1) setCurrent(at);
  };
  return { onKeyDown, onFocus, tabIndexOf: (index) => (index === current ? 0 : -1) };
}
