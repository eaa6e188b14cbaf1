import { useCallback, useState } from 'react';

const tellers = new WeakMap<Element, (isCut: boolean) => void>();

let observer: ResizeObserver | null = null;

/** One for all texts, told when the page has been laid out: a text that measures itself has the whole page laid out for it. */
function needObserver(): ResizeObserver {
  observer ??= new ResizeObserver((entries) => {
    for (const { target } of entries) tellers.get(target)?.(target.scrollWidth > target.clientWidth);
  });
  return observer;
}

/** Whether the text of an element is cut, from the next frame on and whenever its width changes. */
export function useIsCut(): {
  readonly isCut: boolean;
  readonly ref: (element: HTMLElement | null) => (() => void) | undefined;
} {
  const [isCut, setIsCut] = useState(false);
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    tellers.set(element, setIsCut);
    const shared = needObserver();
    shared.observe(element);
    return () => shared.unobserve(element);
  }, []);
  return { isCut, ref };
}
