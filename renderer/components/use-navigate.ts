import { createContext, useContext } from 'react';
import type { Screen } from './screen';

/** Filled in by app.tsx. */
export const NavigateContext = createContext<(screen: Screen) => void>(() => {});

/** Gives the function that goes to another screen. */
export function useNavigate(): (screen: Screen) => void {
  return useContext(NavigateContext);
}

/** A batch that has not been sent or left. */
export interface BatchInHand {
  /** The draft that it is kept as; null as long as it is not kept. */
  readonly draftId: string | null;
  /** Gives it up. What is kept of it stays kept. */
  readonly putAway: () => void;
}

/** Null where none is in hand. Filled in by app.tsx. */
export const BatchInHandContext = createContext<BatchInHand | null>(null);

/** Tells which batch is in hand, so that nothing else takes its place unasked. */
export function useBatchInHand(): BatchInHand | null {
  return useContext(BatchInHandContext);
}
