import { useEffect } from 'react';

/** What can hold the focus in place of a control in it. */
const holderSelector = '[role="dialog"], section, form, fieldset, li, [tabindex="-1"]';
/** A dialog gives the focus back by itself after 10 ms, where it can. */
const othersFirstMs = 20;
/** From a dialog over a menu it is three stops back to the button that opened it; more lie in between where somebody went round in it. */
const rememberedCount = 24;

/**
 * A control that goes, or is switched off, takes the focus with it, and whoever works by keyboard or screen reader is nowhere.
 * Then the focus goes back to what opened the dialog that has closed; else to what lay around the control, never to another
 * control, which a key pressed once more would press. A control that is switched on again has it again.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let visited: HTMLElement[] = [];
    let switchedOn: MutationObserver | null = null;
    let looksSoon: ReturnType<typeof setTimeout> | undefined;

    const onFocusIn = ({ target }: FocusEvent) => {
      switchedOn?.disconnect();
      if (!(target instanceof HTMLElement)) return;
      visited = [target, ...visited.filter((one) => one !== target)].slice(0, rememberedCount);
    };
    const onFocusOut = ({ target }: FocusEvent) => {
      if (document.activeElement !== document.body || !(target instanceof HTMLElement)) return;
      const holders = holdersOf(target);
      const wasOnScreen = target.closest('main') !== null;
      clearTimeout(looksSoon);
      looksSoon = setTimeout(() => {
        if (document.activeElement !== document.body || canTake(target)) return;
        const holder = holders.find(canTake);
        const opener = wasOnScreen ? undefined : visited.find(canTake);
        focusHolder(holder ?? opener ?? document.getElementById('main'));
        if (target.isConnected) switchedOn = returnWhenOn(target);
      }, othersFirstMs);
    };
    document.addEventListener('focusin', onFocusIn);
    document.addEventListener('focusout', onFocusOut);
    return () => {
      document.removeEventListener('focusin', onFocusIn);
      document.removeEventListener('focusout', onFocusOut);
      clearTimeout(looksSoon);
      switchedOn?.disconnect();
    };
  }, []);
}

function canTake(element: HTMLElement): boolean {
  return element.isConnected && !element.matches(':disabled') && element.closest('[hidden]') === null;
}

/** From the nearest outwards. */
function holdersOf(element: HTMLElement): readonly HTMLElement[] {
  const holders: HTMLElement[] = [];
  let holder = element.parentElement?.closest<HTMLElement>(holderSelector);
  while (holder != null) {
    holders.push(holder);
    holder = holder.parentElement?.closest<HTMLElement>(holderSelector);
  }
  return holders;
}

/** What takes the focus only for once is no stop afterwards. */
function focusHolder(holder: HTMLElement | null): void {
  if (holder === null) return;
  if (holder.tabIndex < 0 && !holder.hasAttribute('tabindex')) {
    holder.tabIndex = -1;
    holder.addEventListener('blur', () => holder.removeAttribute('tabindex'), { once: true });
  }
  holder.focus({ preventScroll: true });
}

/** Gives the focus back to a control once it is switched on, as long as it has not gone elsewhere meanwhile. */
function returnWhenOn(control: HTMLElement): MutationObserver {
  const observer = new MutationObserver(() => {
    if (!canTake(control)) return;
    observer.disconnect();
    control.focus({ preventScroll: true });
  });
  observer.observe(control, { attributes: true, attributeFilter: ['disabled'] });
  return observer;
}
