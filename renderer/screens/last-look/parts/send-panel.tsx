import { Button, NumberInput, Progress, TextInput } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { parseTypedNumber } from '../../../../shared/operations/typed-number';
import type { RunSettings } from '../../../../shared/runs/run-settings';
import { formatTimeLeft } from '../../../components/format-date';
import { formatNumber } from '../../../components/format-number';
import styles from '../last-look-step.module.css';
import { durationMs } from '../last-look-words';
import type { Starting } from '../use-start-run';

interface SendPanelProps {
  readonly label: string;
  /** How many rows are sent: the number that production asks for. */
  readonly count: number;
  readonly asksForNumber: boolean;
  readonly settings: RunSettings;
  readonly starting: Starting;
  readonly offBecause: string | null;
  readonly onSettings: (settings: RunSettings) => void;
  readonly onSend: (typedNumber: string | null) => void;
  readonly onStop: () => void;
}

/** Speed, the number in production, and the one button that sends. */
export function SendPanel(props: SendPanelProps) {
  const { label, count, asksForNumber, settings, starting, offBecause, onSettings, onSend, onStop } = props;
  const [typed, setTyped] = useState('');
  const [showsSpeed, setShowsSpeed] = useState(false);
  const isRight = !asksForNumber || parseTypedNumber(typed) === count;
  const isBusy = starting.kind === 'writing-down' || starting.kind === 'checking';

  const send = (event: FormEvent) => {
    event.preventDefault();
    if (isRight && !isBusy && offBecause === null) onSend(asksForNumber ? typed : null);
  };
  return (
    <form className={styles.send} onSubmit={send}>
      <h2 className="type-section">How it is sent</h2>
      <p className="text-2">
        Takes {formatTimeLeft(durationMs(count, settings.concurrency, settings.peoplePerRequest))},{' '}
        {formatNumber(settings.concurrency)} at a time, {formatNumber(settings.peoplePerRequest)} a request.{' '}
        <button
          type="button"
          className="link-button"
          aria-expanded={showsSpeed}
          onClick={() => setShowsSpeed(!showsSpeed)}
        >
          Speed and people per request
        </button>
      </p>
      {showsSpeed && (
        <div className={styles.speed}>
          <NumberInput
            label="Requests at once (1 to 16)"
            min={1}
            max={16}
            clampBehavior="strict"
            allowDecimal={false}
            value={settings.concurrency}
            onChange={(value) =>
              typeof value === 'number' && value >= 1 && onSettings({ ...settings, concurrency: value })
            }
          />
          <NumberInput
            label="People per request (1 to 50)"
            description="If an answer is lost, this many people at once are unknown."
            min={1}
            max={50}
            clampBehavior="strict"
            allowDecimal={false}
            value={settings.peoplePerRequest}
            onChange={(value) =>
              typeof value === 'number' && value >= 1 && onSettings({ ...settings, peoplePerRequest: value })
            }
          />
        </div>
      )}
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
          leftSection={<IconSend size={18} />}
          disabled={!isRight || isBusy || offBecause !== null}
        >
          {label}
        </Button>
      </div>
      <div aria-live="polite" className="type-second text-2">
        {offBecause}
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
