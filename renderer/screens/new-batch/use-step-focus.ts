import { type RefObject, useEffect, useRef } from 'react';
import { focusTop } from '../../components/focus-top';
import type { NewBatchStep } from './new-batch-state';

/** Each new step is read from its top: the focus goes to the element that holds it. At the start it stays where it is. */
export function useStepFocus(step: NewBatchStep): RefObject<HTMLDivElement | null> {
  const root = useRef<HTMLDivElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    focusTop(root.current);
  }, [step]);
  return root;
}
