import { createContext, useContext } from 'react';
import type { Screen } from './screen';

/** Filled in by app.tsx. */
export const NavigateContext = createContext<(screen: Screen) => void>(() => {});

/** Gives the function that goes to another screen. */
export function useNavigate(): (screen: Screen) => void {
  return useContext(NavigateContext);
}

/** Whether a batch is in hand that has not been sent or left. Filled in by app.tsx. */
export const BatchInHandContext = createContext(false);

/** Tells whether a batch is in hand, so that nothing else takes its place unasked. */
export function useHasBatchInHand(): boolean {
  return useContext(BatchInHandContext);
}
