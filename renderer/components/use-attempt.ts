import { useState } from 'react';
import { type BridgeFailure, toBridgeFailure } from '../bridge';

interface Attempt {
  readonly isAtWork: boolean;
  readonly failure: BridgeFailure | null;
  readonly clearFailure: () => void;
  /** Does the work; what it throws is shown. */
  readonly attempt: (work: () => Promise<void>) => Promise<void>;
}

/** One thing at a time, with its failure. */
export function useAttempt(): Attempt {
  const [isAtWork, setIsAtWork] = useState(false);
  const [failure, setFailure] = useState<BridgeFailure | null>(null);
  return {
    isAtWork,
    failure,
    clearFailure: () => setFailure(null),
    attempt: async (work) => {
      setIsAtWork(true);
      setFailure(null);
      try {
        await work();
      } catch (thrown) {
        setFailure(toBridgeFailure(thrown));
      } finally {
        setIsAtWork(false);
      }
    },
  };
}
