import { useState } from 'react';
import { type BridgeFailure, bridge, toBridgeFailure } from '../../bridge';

export interface SaveResults {
  readonly isAtWork: boolean;
  /** What was saved last. */
  readonly saved: { readonly fileName: string; readonly savedId: string; readonly rowCount: number } | null;
  readonly failure: BridgeFailure | null;
  readonly save: (format: 'xlsx' | 'csv') => Promise<void>;
  readonly showInFolder: () => Promise<void>;
  readonly close: () => void;
}

/** Saves the results of a run where the recruiter says; the path stays in the main process. */
export function useSaveResults(runId: string): SaveResults {
  const [isAtWork, setIsAtWork] = useState(false);
  const [saved, setSaved] = useState<SaveResults['saved']>(null);
  const [failure, setFailure] = useState<BridgeFailure | null>(null);

  const attempt = async (work: () => Promise<void>) => {
    setIsAtWork(true);
    setFailure(null);
    try {
      await work();
    } catch (thrown) {
      setFailure(toBridgeFailure(thrown));
    } finally {
      setIsAtWork(false);
    }
  };
  return {
    isAtWork,
    saved,
    failure,
    save: (format) =>
      attempt(async () => {
        setSaved(null);
        const answer = await bridge.ask('results:save', { runId, format });
        if (answer.kind === 'saved') setSaved(answer);
      }),
    showInFolder: () =>
      attempt(async () => {
        if (saved !== null) await bridge.ask('results:show-in-folder', { savedId: saved.savedId });
      }),
    close: () => {
      setSaved(null);
      setFailure(null);
    },
  };
}
