import { useRef, useState } from 'react';
import type { PreparedPipeline } from '../../../shared/pipeline/prepared-pipeline';
import { holdSecondsBounds } from '../../../shared/runs/run-settings';
import { type BridgeFailure, bridge, toBridgeFailure } from '../../bridge';
import { useSettings } from '../use-settings';

interface StartPrepared {
  readonly start: (prepared: Pick<PreparedPipeline, 'batchId'>, typedNumber: string | null) => void;
  /** Sends nothing: it stands among the ready batches then. `draftId`: of its sheet, where it came from one. */
  readonly keepReady: (
    prepared: Pick<PreparedPipeline, 'batchId'>,
    draftId: string | null,
    onKept: () => void,
  ) => void;
  readonly isStarting: boolean;
  readonly failure: BridgeFailure | null;
}

/** Starts the run of a prepared pipeline batch, or keeps it ready, once, however often the button is pressed. */
export function useStartPrepared(onStarted: (runId: string) => void): StartPrepared {
  const { settings } = useSettings();
  const [isStarting, setIsStarting] = useState(false);
  const [failure, setFailure] = useState<BridgeFailure | null>(null);
  const underWay = useRef(false);
  const { concurrency, holdSeconds } = settings ?? {};
  // One request a row, whatever the settings for invitations say (API guide, 5).
  const ofPipeline = { concurrency, peoplePerRequest: 1 };
  const once = (work: () => Promise<void>) => {
    if (underWay.current) return;
    underWay.current = true;
    setIsStarting(true);
    setFailure(null);
    work()
      .catch((thrown: unknown) => setFailure(toBridgeFailure(thrown)))
      .finally(() => {
        underWay.current = false;
        setIsStarting(false);
      });
  };
  return {
    isStarting,
    failure,
    start: ({ batchId }, typedNumber) => {
      if (batchId === null) return;
      once(async () => {
        const start = { firstRows: null, holdSeconds: holdSeconds ?? holdSecondsBounds.least };
        const asked = { batchId, settings: ofPipeline, start, typedNumber };
        onStarted((await bridge.ask('batches:start-run', asked)).runId);
      });
    },
    keepReady: ({ batchId }, draftId, onKept) => {
      if (batchId === null) return;
      once(async () => {
        await bridge.ask('batches:keep-ready', { batchId, settings: ofPipeline, firstRows: null, draftId });
        onKept();
      });
    },
  };
}
