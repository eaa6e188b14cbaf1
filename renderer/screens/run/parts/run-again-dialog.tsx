import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { parseTypedNumber } from '../../../../shared/operations/typed-number';
import type { RunCause, RunSummary } from '../../../../shared/runs/progress';
import { holdSecondsBounds } from '../../../../shared/runs/run-settings';
import { type BridgeFailure, bridge, toBridgeFailure } from '../../../bridge';
import { ConfirmDialog } from '../../../components/confirm-dialog';
import { ErrorPanel } from '../../../components/error-panel';
import { formatNumber } from '../../../components/format-number';
import { useSettings } from '../../../components/use-settings';

interface RunAgainDialogProps {
  readonly run: RunSummary;
  /** Whose rows go into the new run. */
  readonly cause: RunCause;
  readonly onStarted: (runId: string) => void;
  readonly onClose: () => void;
}

function toEffect({ environment, sendInvite }: RunSummary, people: string, verb: 'get' | 'gets'): string {
  if (environment === 'practice') return `${people} of this run. Nobody gets real email: this is practice.`;
  return sendInvite ? `${people} ${verb} an email.` : `${people} of this run. Nobody gets email.`;
}

/** Asked before a new run of one cause; in production by the number of people, typed. */
export function RunAgainDialog({ run, cause, onStarted, onClose }: RunAgainDialogProps) {
  const { settings } = useSettings();
  const [typed, setTyped] = useState('');
  const [failure, setFailure] = useState<BridgeFailure | null>(null);
  const needsNumber = run.environment === 'production';
  const people = `${formatNumber(cause.repeatableCount)} ${cause.repeatableCount === 1 ? 'person' : 'people'}`;

  const start = async () => {
    setFailure(null);
    try {
      const { concurrency, peoplePerRequest, holdSeconds } = settings ?? {};
      const { runId } = await bridge.ask('runs:run-again', {
        runId: run.runId,
        causeCode: cause.causeCode,
        settings: { concurrency, peoplePerRequest },
        start: { firstRows: null, holdSeconds: holdSeconds ?? holdSecondsBounds.least },
        typedNumber: needsNumber ? typed : null,
      });
      onStarted(runId);
    } catch (thrown) {
      setFailure(toBridgeFailure(thrown));
    }
  };

  return (
    <ConfirmDialog
      isOpen
      title={cause.outcome === 'notSent' ? `Send to ${people}?` : `Send to ${people} again?`}
      confirmLabel={`Send to ${people}`}
      cancelLabel="Send nothing"
      canConfirm={!needsNumber || parseTypedNumber(typed) === cause.repeatableCount}
      onConfirm={start}
      onClose={onClose}
    >
      <p>{toEffect(run, people, cause.repeatableCount === 1 ? 'gets' : 'get')}</p>
      <p className="text-2">
        A new run begins with these rows alone, in {run.workspaceName}. This run stays as it is.
      </p>
      {needsNumber && (
        <TextInput
          label={`Type ${formatNumber(cause.repeatableCount)} to send`}
          value={typed}
          autoComplete="off"
          inputMode="numeric"
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      {failure && <ErrorPanel failure={failure} />}
    </ConfirmDialog>
  );
}
