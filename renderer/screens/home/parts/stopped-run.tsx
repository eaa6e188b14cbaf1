import { Button } from '@mantine/core';
import { useState } from 'react';
import type { RunSummary } from '../../../../shared/runs/progress';
import { type BridgeFailure, bridge, toBridgeFailure } from '../../../bridge';
import { ErrorPanel } from '../../../components/error-panel';
import { formatNumber } from '../../../components/format-number';
import { MessageBox } from '../../../components/message-box';
import { useNavigate } from '../../../components/use-navigate';
import { toStoppedSentence, toStoppedTitle, waysOn } from './stopped-words';

/** A run that stands still part way: one sentence, and the one button that goes on. */
export function StoppedRun({ run }: { readonly run: RunSummary }) {
  const navigate = useNavigate();
  const [failure, setFailure] = useState<BridgeFailure | null>(null);
  const [isAtWork, setIsAtWork] = useState(false);

  const goOn = async () => {
    setIsAtWork(true);
    try {
      await bridge.ask('runs:resume', { runId: run.runId });
      navigate({ kind: 'run', runId: run.runId });
    } catch (thrown) {
      setFailure(toBridgeFailure(thrown));
      setIsAtWork(false);
    }
  };
  const way = waysOn(run);

  return (
    <>
      <MessageBox
        tone={run.counts.unknown > 0 ? 'unknown' : 'warning'}
        title={toStoppedTitle(run)}
        end={
          <>
            <Button variant="subtle" onClick={() => navigate({ kind: 'run', runId: run.runId })}>
              See the run
            </Button>
            {way === 'go-on' && (
              <Button disabled={isAtWork} onClick={goOn}>
                Go on with {formatNumber(run.counts.notSent)}
              </Button>
            )}
            {way === 'new-key' && (
              <Button
                onClick={() =>
                  navigate({
                    kind: 'connect',
                    replacesWorkspaceId: run.workspaceId,
                    returnsToRunId: run.runId,
                  })
                }
              >
                Put in a new key
              </Button>
            )}
          </>
        }
      >
        {toStoppedSentence(run)}
      </MessageBox>
      {failure && <ErrorPanel failure={failure} onClose={() => setFailure(null)} />}
    </>
  );
}
