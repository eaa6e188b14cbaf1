import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { isPipelineKind } from '../../../../shared/operations/operation-kind';
import { asksForTypedNumber, parseTypedNumber } from '../../../../shared/operations/typed-number';
import type { RunCause, RunSummary } from '../../../../shared/runs/progress';
import { holdSecondsBounds } from '../../../../shared/runs/run-settings';
import { type BridgeFailure, bridge, toBridgeFailure } from '../../../bridge';
import { ConfirmDialog } from '../../../components/confirm-dialog';
import { ErrorPanel } from '../../../components/error-panel';
import { formatCount, formatNumber } from '../../../components/format-number';
import { toDoLabel } from '../../../components/operation-words';
import { useSettings } from '../../../components/use-settings';

interface RunAgainDialogProps {
  readonly run: RunSummary;
  /** Whose rows go into the new run. */
  readonly cause: RunCause;
  readonly onStarted: (runId: string) => void;
  readonly onClose: () => void;
}

function toEffect({ environment, sendInvite, operation }: RunSummary, people: string): string {
  if (isPipelineKind(operation))
    return `${people} of this run. Who was moved by somebody meanwhile is left as they are.`;
  if (environment === 'practice') return `${people} of this run. Nobody gets real email: this is practice.`;
  return sendInvite
    ? `${people} of this run. Whoever of them has an address gets an email.`
    : `${people} of this run. Nobody gets email.`;
}

/** Asked before a new run of one cause; in production by the number of people, typed. */
export function RunAgainDialog({ run, cause, onStarted, onClose }: RunAgainDialogProps) {
  const { settings } = useSettings();
  const [typed, setTyped] = useState('');
  const [failure, setFailure] = useState<BridgeFailure | null>(null);
  const isPipeline = isPipelineKind(run.operation);
  const needsNumber = asksForTypedNumber(run.environment, run.operation, cause.repeatableCount);
  const doLabel = isPipeline
    ? toDoLabel(run.operation, cause.repeatableCount)
    : `Send to ${formatCount(cause.repeatableCount, 'person', 'people')}`;
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
      title={cause.outcome === 'notSent' || isPipeline ? `${doLabel}?` : `${doLabel} again?`}
      confirmLabel={doLabel}
      cancelLabel={isPipeline ? 'Change nothing' : 'Send nothing'}
      canConfirm={!needsNumber || parseTypedNumber(typed) === cause.repeatableCount}
      onConfirm={start}
      onClose={onClose}
    >
      <p>{toEffect(run, people)}</p>
      <p className="text-2">
        A new run begins with these rows alone, in {run.workspaceName}. This run stays as it is.
      </p>
      {needsNumber && (
        <TextInput
          label={`Type ${formatNumber(cause.repeatableCount)} to ${isPipeline ? 'go on' : 'send'}`}
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
