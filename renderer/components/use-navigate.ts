import { createContext, useContext } from 'react';
import type { Screen } from './screen';

/** Filled in by app.tsx. */
export const NavigateContext = createContext<(screen: Screen) => void>(() => {});

/** Gives the function that goes to another screen. */
export function useNavigate(): (screen: Screen) => void {
  return useContext(NavigateContext);
}
