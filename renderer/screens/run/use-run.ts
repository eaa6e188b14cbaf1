import { useCallback, useEffect, useState } from 'react';
import type { RequestChannel } from '../../../shared/ipc/contract';
import type { RunSummary } from '../../../shared/runs/progress';
import { type BridgeFailure, bridge, toBridgeFailure } from '../../bridge';
import { type Asked, useAsked } from '../../components/use-asked';

type RunAction = Extract<RequestChannel, 'runs:pause' | 'runs:resume' | 'runs:cancel'>;

interface RunInHand {
  readonly asked: Asked<RunSummary>;
  readonly askAgain: () => void;
  /** The run as another request has just given it. */
  readonly setRun: (run: RunSummary) => void;
  /** Asks once at a time: a second press while one is under way does nothing. */
  readonly act: (action: RunAction) => Promise<void>;
  readonly actingOn: RunAction | null;
  readonly failure: BridgeFailure | null;
  readonly forgetFailure: () => void;
}

/** One run: asked for first, then followed as it is told. */
export function useRun(runId: string): RunInHand {
  const { asked, askAgain, setValue } = useAsked(
    useCallback(() => bridge.ask('runs:get', { runId }), [runId]),
  );
  const [actingOn, setActingOn] = useState<RunAction | null>(null);
  const [failure, setFailure] = useState<BridgeFailure | null>(null);

  useEffect(
    () =>
      bridge.listen('runs:progressed', ({ summary }) => {
        if (summary.runId === runId) setValue(summary);
      }),
    [runId, setValue],
  );

  const act = async (action: RunAction) => {
    if (actingOn !== null) return;
    setActingOn(action);
    setFailure(null);
    try {
      setValue(await bridge.ask(action, { runId }));
    } catch (thrown) {
      setFailure(toBridgeFailure(thrown));
      // The run may have gone on meanwhile: what can be done now is read anew.
      askAgain();
    } finally {
      setActingOn(null);
    }
  };
  return { asked, askAgain, setRun: setValue, act, actingOn, failure, forgetFailure: () => setFailure(null) };
}
