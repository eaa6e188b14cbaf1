import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import type { AppSettings } from '../../../../shared/ipc/contract';
import { holdSecondsBounds } from '../../../../shared/runs/run-settings';
import styles from '../settings-screen.module.css';
import { SettingLine } from './setting-line';

interface SendSettingsProps {
  readonly settings: AppSettings;
  readonly onChange: (changes: Partial<AppSettings>) => void;
}

interface CountFieldProps {
  readonly id: string;
  readonly value: number;
  readonly min?: number;
  readonly max: number;
  readonly onKeep: (value: number) => void;
}

/** A number that is kept when it is whole and allowed; anything else goes back to what holds. */
function CountField({ id, value, min = 1, max, onKeep }: CountFieldProps) {
  const [typed, setTyped] = useState<number | string>(value);
  const keep = () => {
    const count = Number(typed);
    if (!Number.isInteger(count) || count < min || count > max) setTyped(value);
    else if (count !== value) onKeep(count);
  };
  return (
    <NumberInput
      id={id}
      aria-describedby={`${id}-sentence`}
      w={88}
      min={min}
      max={max}
      allowDecimal={false}
      allowNegative={false}
      // A number on its way to 12 begins with a 1, which is below some least: what is typed is judged when it is left.
      clampBehavior="none"
      value={typed}
      onChange={setTyped}
      onBlur={keep}
      onKeyDown={(event) => event.key === 'Enter' && keep()}
      onKeyUp={(event) => (event.key === 'ArrowUp' || event.key === 'ArrowDown') && keep()}
      onPointerUp={() => requestAnimationFrame(keep)}
    />
  );
}

/** How runs send from now on; each batch may choose otherwise. */
export function SendSettings({ settings, onChange }: SendSettingsProps) {
  return (
    <section className={styles.section}>
      <h2 className="type-section">Sending</h2>
      <SettingLine
        id="concurrency"
        title="Requests at once"
        sentence="1 to 16. More is quicker, until Flowmingo asks to wait. If the network breaks, at most this many people are unknown."
      >
        <CountField
          id="concurrency"
          value={settings.concurrency}
          max={16}
          onKeep={(concurrency) => onChange({ concurrency })}
        />
      </SettingLine>
      <SettingLine
        id="people"
        title="People per request"
        sentence="1 to 50. With 1, a lost answer leaves one person unknown. With more, all of that request."
      >
        <CountField
          id="people"
          value={settings.peoplePerRequest}
          max={50}
          onKeep={(peoplePerRequest) => onChange({ peoplePerRequest })}
        />
      </SettingLine>
      <SettingLine
        id="hold"
        title="Seconds before the first request"
        sentence="5 to 30. That long after you press Send nothing leaves, and Stop sends nothing at all."
      >
        <CountField
          id="hold"
          value={settings.holdSeconds}
          min={holdSecondsBounds.least}
          max={holdSecondsBounds.most}
          onKeep={(holdSeconds) => onChange({ holdSeconds })}
        />
      </SettingLine>
    </section>
  );
}
