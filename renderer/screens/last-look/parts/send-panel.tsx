import { Button, Progress, TextInput } from '@mantine/core';
import { IconSend, IconStack2 } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { parseTypedNumber } from '../../../../shared/operations/typed-number';
import { formatNumber } from '../../../components/format-number';
import styles from '../last-look-step.module.css';
import type { Starting } from '../use-start-run';

interface SendPanelProps {
  readonly label: string;
  /** How many rows are sent: the number that production asks for. */
  readonly count: number;
  readonly asksForNumber: boolean;
  /** False where the target is open: then it can only be kept ready. */
  readonly canSend: boolean;
  readonly starting: Starting;
  readonly offBecause: string | null;
  /** What is said under the button while nothing is under way. */
  readonly holdSentence: string;
  /** The choices above the button. */
  readonly children: ReactNode;
  readonly onSend: (typedNumber: string | null) => void;
  readonly onKeepReady: () => void;
  readonly onStop: () => void;
}

const keptSentence =
  'It waits among your batches, and nothing of it is sent. Choose its target there, with a workspace and a network.';

/** How it starts, the number in production, and the one button that sends. */
export function SendPanel(props: SendPanelProps) {
  const { label, count, canSend, starting, offBecause, holdSentence, children } = props;
  const { onSend, onKeepReady, onStop } = props;
  const asksForNumber = canSend && props.asksForNumber;
  const [typed, setTyped] = useState('');
  const isRight = !asksForNumber || parseTypedNumber(typed) === count;
  const isBusy = starting.kind === 'writing-down' || starting.kind === 'checking';

  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!canSend) onKeepReady();
    else if (isRight && !isBusy && offBecause === null) onSend(asksForNumber ? typed : null);
  };
  return (
    <form className={styles.send} onSubmit={send}>
      {children}
      <hr className={styles.rule} />
      {asksForNumber && (
        <label htmlFor="typed-number" className={styles.typedLabel}>
          Type <b>{formatNumber(count)}</b> to send in production
        </label>
      )}
      <div className={styles.sendLine}>
        {asksForNumber && (
          <TextInput
            id="typed-number"
            size="lg"
            w={112}
            inputMode="numeric"
            autoComplete="off"
            maxLength={40}
            disabled={isBusy}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
        <Button
          className={styles.sendButton ?? ''}
          type="submit"
          size="lg"
          variant="filled"
          leftSection={canSend ? <IconSend size={18} /> : <IconStack2 size={18} />}
          disabled={!isRight || isBusy || (canSend && offBecause !== null)}
        >
          {canSend ? label : 'Keep it ready'}
        </Button>
      </div>
      <div aria-live="polite" className="type-second text-2">
        {!isBusy && (canSend ? (offBecause ?? holdSentence) : keptSentence)}
        {starting.kind === 'checking' &&
          'Asking Flowmingo once more about the key and the target. Nothing has been sent yet.'}
        {starting.kind === 'writing-down' && (
          <div className={styles.writing}>
            <span className="figures">
              Writing down {formatNumber(starting.done)} of {formatNumber(starting.total)} rows. Nothing has
              been sent yet.
            </span>
            <Progress
              value={(starting.done / Math.max(1, starting.total)) * 100}
              aria-label="Rows written down"
            />
            <Button size="xs" onClick={onStop}>
              Stop
            </Button>
          </div>
        )}
      </div>
    </form>
  );
}
