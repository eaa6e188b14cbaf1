import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { parseTypedNumber } from '../../../../shared/operations/typed-number';
import type { RunSummary } from '../../../../shared/runs/progress';
import { holdSecondsBounds } from '../../../../shared/runs/run-settings';
import { type BridgeFailure, toBridgeFailure } from '../../../bridge';
import { ConfirmDialog } from '../../../components/confirm-dialog';
import { ErrorPanel } from '../../../components/error-panel';
import { formatNumber } from '../../../components/format-number';
import { isEnded } from '../../../components/run-words';
import { useNavigate } from '../../../components/use-navigate';
import { useSettings } from '../../../components/use-settings';
import { toAgainMoment, toAgainWarning, toNames } from '../decision-words';
import { startAgain } from '../start-again';
import type { Unsure } from '../use-unsure';
import styles from './send-again-dialog.module.css';

interface SendAgainDialogProps {
  readonly run: RunSummary;
  readonly unsure: Unsure;
  readonly onClose: () => void;
}

/** More names would be a list to scroll past instead of one to read. */
const namedCount = 5;

/** The second time that it is asked, by name; in production by the number, typed. */
export function SendAgainDialog({ run, unsure, onClose }: SendAgainDialogProps) {
  const navigate = useNavigate();
  const { settings } = useSettings();
  const [typed, setTyped] = useState('');
  const [failure, setFailure] = useState<BridgeFailure | null>(null);
  const people = [...unsure.sendAgain.values()];
  const count = people.length;
  const needsNumber = run.environment === 'production';

  const send = async () => {
    setFailure(null);
    const decided = await unsure.decide();
    if (decided === null) return;
    if (!isEnded(decided.state)) return navigate({ kind: 'run', runId: run.runId });
    try {
      const runId = await startAgain({
        run: decided,
        count,
        settings: { concurrency: settings?.concurrency, peoplePerRequest: settings?.peoplePerRequest },
        holdSeconds: settings?.holdSeconds ?? holdSecondsBounds.least,
        typedNumber: needsNumber ? typed : null,
      });
      navigate({ kind: 'run', runId: runId ?? run.runId });
    } catch (thrown) {
      setFailure(toBridgeFailure(thrown));
    }
  };
  const shown = failure ?? unsure.failure;

  return (
    <ConfirmDialog
      isOpen
      title={`Send again to ${toNames(people)}?`}
      confirmLabel={`Send ${formatNumber(count)} again`}
      cancelLabel="Send nothing"
      tone="danger"
      canConfirm={!needsNumber || parseTypedNumber(typed) === count}
      onConfirm={send}
      onClose={onClose}
    >
      <p>
        <b>{toAgainWarning(run)}.</b> {toAgainMoment(run, count)}
      </p>
      <ul className={styles.people}>
        {people.slice(0, namedCount).map((person) => (
          <li key={person.ordinal}>
            <span className="text-2 figures">Row {person.rowNumber}</span>
            <span>
              {[person.firstname, person.lastname].filter(Boolean).join(' ')}{' '}
              <span className="text-2">{person.email}</span>
            </span>
          </li>
        ))}
      </ul>
      {count > namedCount && <p className="text-2">and {formatNumber(count - namedCount)} more</p>}
      {needsNumber && (
        <TextInput
          label={`Type ${formatNumber(count)} to send`}
          value={typed}
          autoComplete="off"
          inputMode="numeric"
          maxLength={40}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      {shown && (
        <ErrorPanel
          failure={shown}
          actions={
            failure !== null && (
              <button
                type="button"
                className="link-button"
                onClick={() => navigate({ kind: 'run', runId: run.runId })}
              >
                See the run
              </button>
            )
          }
        />
      )}
    </ConfirmDialog>
  );
}
