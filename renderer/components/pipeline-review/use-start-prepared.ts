import { useRef, useState } from 'react';
import type { PreparedPipeline } from '../../../shared/pipeline/prepared-pipeline';
import { holdSecondsBounds } from '../../../shared/runs/run-settings';
import { type BridgeFailure, bridge, toBridgeFailure } from '../../bridge';
import { useSettings } from '../use-settings';

interface StartPrepared {
  readonly start: (prepared: Pick<PreparedPipeline, 'batchId'>, typedNumber: string | null) => void;
  readonly isStarting: boolean;
  readonly failure: BridgeFailure | null;
}

/** Starts the run of a prepared pipeline batch, once, however often the button is pressed. */
export function useStartPrepared(onStarted: (runId: string) => void): StartPrepared {
  const { settings } = useSettings();
  const [isStarting, setIsStarting] = useState(false);
  const [failure, setFailure] = useState<BridgeFailure | null>(null);
  const underWay = useRef(false);
  return {
    isStarting,
    failure,
    start: ({ batchId }, typedNumber) => {
      if (underWay.current || batchId === null) return;
      underWay.current = true;
      setIsStarting(true);
      setFailure(null);
      const { concurrency, holdSeconds } = settings ?? {};
      bridge
        .ask('batches:start-run', {
          batchId,
          // One request a row, whatever the settings for invitations say (API guide, 5).
          settings: { concurrency, peoplePerRequest: 1 },
          start: { firstRows: null, holdSeconds: holdSeconds ?? holdSecondsBounds.least },
          typedNumber,
        })
        .then(({ runId }) => onStarted(runId))
        .catch((thrown: unknown) => setFailure(toBridgeFailure(thrown)))
        .finally(() => {
          underWay.current = false;
          setIsStarting(false);
        });
    },
  };
}
