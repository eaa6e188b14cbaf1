import { useRef } from 'react';
import type { Asked } from './use-asked';

/** The last answer, also while another question of the same kind is on its way; null before the first one and after a failure. */
export function useKept<Value>(asked: Asked<Value>): Value | null {
  const kept = useRef<Value | null>(null);
  if (asked.kind === 'ready') kept.current = asked.value;
  if (asked.kind === 'failed') kept.current = null;
  return kept.current;
}
