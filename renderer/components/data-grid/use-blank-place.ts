import { type RefObject, useEffect, useRef } from 'react';

/**
 * A press on the place under or beside the rows, where there is nothing to go to, leaves the focus in the grid: keys go on
 * working, as in a spreadsheet. `onPress` null: it is an ordinary place.
 */
export function useBlankPlace(scroller: RefObject<HTMLElement | null>, onPress: (() => void) | null): void {
  const latest = useRef(onPress);
  latest.current = onPress;
  useEffect(() => {
    const element = scroller.current;
    const onMouseDown = (event: MouseEvent) => {
      if (element === null || latest.current === null || event.target !== element) return;
      const { left, top } = element.getBoundingClientRect();
      // The scroll bars belong to the same element.
      if (event.clientX - left >= element.clientWidth || event.clientY - top >= element.clientHeight) return;
      event.preventDefault();
      latest.current();
    };
    element?.addEventListener('mousedown', onMouseDown);
    return () => element?.removeEventListener('mousedown', onMouseDown);
  }, [scroller]);
}
