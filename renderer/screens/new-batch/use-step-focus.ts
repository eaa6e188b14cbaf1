import { type RefObject, useEffect, useRef } from 'react';
import type { NewBatchStep } from './new-batch-state';

/** Each new step is read from its top: the focus goes to the element that holds it. At the start it stays where it is. */
export function useStepFocus(step: NewBatchStep): RefObject<HTMLDivElement | null> {
  const root = useRef<HTMLDivElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    root.current?.focus({ preventScroll: true });
  }, [step]);
  return root;
}
