import { useState } from 'react';
import { type BridgeFailure, bridge, toBridgeFailure } from '../../bridge';
import type { PipelinePlace } from './use-pipeline-rows';

export interface Export {
  readonly isAtWork: boolean;
  readonly saved: { readonly fileName: string; readonly savedId: string; readonly rowCount: number } | null;
  readonly failure: BridgeFailure | null;
  readonly save: (format: 'xlsx' | 'csv') => void;
  readonly showInFolder: () => void;
  readonly close: () => void;
}

/** Saves a project where the recruiter says; the path stays in the main process. */
export function useExport(place: PipelinePlace): Export {
  const [isAtWork, setIsAtWork] = useState(false);
  const [saved, setSaved] = useState<Export['saved']>(null);
  const [failure, setFailure] = useState<BridgeFailure | null>(null);
  const fail = (thrown: unknown) => setFailure(toBridgeFailure(thrown));
  return {
    isAtWork,
    saved,
    failure,
    save: (format) => {
      setIsAtWork(true);
      setSaved(null);
      setFailure(null);
      bridge
        .ask('pipeline:export', { ...place, format })
        .then((answer) => answer.kind === 'saved' && setSaved(answer), fail)
        .finally(() => setIsAtWork(false));
    },
    showInFolder: () => {
      if (saved !== null) bridge.ask('results:show-in-folder', { savedId: saved.savedId }).catch(fail);
    },
    close: () => {
      setSaved(null);
      setFailure(null);
    },
  };
}
