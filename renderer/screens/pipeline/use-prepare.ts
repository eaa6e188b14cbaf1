import { useState } from 'react';
import type { PreparedPipeline } from '../../../shared/pipeline/prepared-pipeline';
import { type BridgeFailure, toBridgeFailure } from '../../bridge';

export interface Prepare {
  readonly isAtWork: boolean;
  /** What would be done; null while nothing is looked at. */
  readonly prepared: PreparedPipeline | null;
  readonly failure: BridgeFailure | null;
  /** One at a time: a second press while one is prepared does nothing. */
  readonly prepare: (ask: () => Promise<PreparedPipeline>) => void;
  readonly close: () => void;
}

/** Prepares work on a pipeline and holds it for the look before it starts. Nothing is sent by it. */
export function usePrepare(): Prepare {
  const [isAtWork, setIsAtWork] = useState(false);
  const [prepared, setPrepared] = useState<PreparedPipeline | null>(null);
  const [failure, setFailure] = useState<BridgeFailure | null>(null);
  return {
    isAtWork,
    prepared,
    failure,
    prepare: (ask) => {
      if (isAtWork) return;
      setIsAtWork(true);
      setFailure(null);
      ask()
        .then(setPrepared, (thrown: unknown) => setFailure(toBridgeFailure(thrown)))
        .finally(() => setIsAtWork(false));
    },
    close: () => {
      setPrepared(null);
      setFailure(null);
    },
  };
}
