import type { RunSummary } from '../../../../shared/runs/progress';
import { FirstRowsNote } from './first-rows-note';
import { PauseNote } from './pause-note';
import { WaitNote } from './wait-note';

interface RunNoteProps {
  readonly run: RunSummary;
  readonly hasNewKey: boolean;
  readonly isAtWork: boolean;
  readonly onResume: () => void;
  readonly onNewKey: () => void;
  /** In the hold before the first request: ends the run with nothing sent, unasked. */
  readonly onStop: () => void;
  /** Asks, and then cancels. */
  readonly onCancel: () => void;
}

/** Why nothing is sent at the moment: a wait that ends by itself, the look at the first ones, or a pause with its way on. */
export function RunNote({ run, hasNewKey, isAtWork, onResume, onNewKey, onStop, onCancel }: RunNoteProps) {
  const waitsForLook = run.state === 'paused' && run.pauseReason === 'first-rows';
  return (
    <>
      {run.wait !== null && (
        <WaitNote key={run.wait.why} run={run} wait={run.wait} isAtWork={isAtWork} onStop={onStop} />
      )}
      {waitsForLook ? (
        <FirstRowsNote run={run} isAtWork={isAtWork} onSendRest={onResume} onCancel={onCancel} />
      ) : (
        <PauseNote
          run={run}
          hasNewKey={hasNewKey}
          isAtWork={isAtWork}
          onResume={onResume}
          onNewKey={onNewKey}
        />
      )}
    </>
  );
}
