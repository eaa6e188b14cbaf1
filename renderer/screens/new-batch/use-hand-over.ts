import { useCallback, useRef, useState } from 'react';
import { type BridgeFailure, toBridgeFailure } from '../../bridge';
import type { HandedOverFile } from './save-hand-over';

/** How handing over stands. Nothing is sent in any of these states. */
export type HandingOver =
  | { readonly kind: 'none' }
  | { readonly kind: 'packing' }
  | HandedOverFile
  | { readonly kind: 'failed'; readonly failure: BridgeFailure };

/** Hands a batch over as a file with `save`, once however often it is asked for. */
export function useHandOver(): {
  readonly handingOver: HandingOver;
  readonly handOver: (save: () => Promise<HandedOverFile>) => void;
  readonly forget: () => void;
} {
  const [handingOver, setHandingOver] = useState<HandingOver>({ kind: 'none' });
  const isUnderWay = useRef(false);
  const handOver = useCallback((save: () => Promise<HandedOverFile>) => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    setHandingOver({ kind: 'packing' });
    save()
      .then(setHandingOver, (thrown: unknown) =>
        setHandingOver({ kind: 'failed', failure: toBridgeFailure(thrown) }),
      )
      .finally(() => {
        isUnderWay.current = false;
      });
  }, []);
  return { handingOver, handOver, forget: useCallback(() => setHandingOver({ kind: 'none' }), []) };
}
