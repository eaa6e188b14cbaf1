import { useState } from 'react';
import type { HistoryFilter, PersonRef } from '../../../shared/history/history';
import { type BridgeFailure, bridge, toBridgeFailure } from '../../bridge';

export interface SaveHistory {
  readonly isAtWork: boolean;
  /** What was saved last. */
  readonly saved: { readonly fileName: string; readonly savedId: string; readonly rowCount: number } | null;
  readonly failure: BridgeFailure | null;
  readonly save: (format: 'xlsx' | 'csv', filter: HistoryFilter, person: PersonRef | null) => Promise<void>;
  readonly showInFolder: () => Promise<void>;
  readonly close: () => void;
}

/** Saves the history, or one person's, where the recruiter says; the path stays in the main process. */
export function useSaveHistory(): SaveHistory {
  const [isAtWork, setIsAtWork] = useState(false);
  const [saved, setSaved] = useState<SaveHistory['saved']>(null);
  const [failure, setFailure] = useState<BridgeFailure | null>(null);
  const attempt = async (work: () => Promise<void>) => {
    setIsAtWork(true);
    setFailure(null);
    await work().catch((thrown: unknown) => setFailure(toBridgeFailure(thrown)));
    setIsAtWork(false);
  };
  return {
    isAtWork,
    saved,
    failure,
    save: (format, filter, person) =>
      attempt(async () => {
        setSaved(null);
        const answer = await bridge.ask('history:export', { format, filter, person });
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
