import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import type { RunSettings } from '../../../../shared/runs/run-settings';
import styles from '../last-look-step.module.css';

interface SpeedFieldsProps {
  readonly settings: RunSettings;
  readonly onSettings: (settings: RunSettings) => void;
}

/** Requests at once and people per request, behind a link: few change them. */
export function SpeedFields({ settings, onSettings }: SpeedFieldsProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <p>
        <button
          type="button"
          className="link-button type-second"
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          Speed and people per request
        </button>
      </p>
      {isOpen && (
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
    </>
  );
}
