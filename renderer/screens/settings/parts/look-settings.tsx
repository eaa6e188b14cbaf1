import type { AppSettings } from '../../../../shared/ipc/contract';
import { Segmented } from '../../../components/segmented';
import styles from '../settings-screen.module.css';

interface LookSettingsProps {
  readonly settings: AppSettings;
  readonly onChange: (changes: Partial<AppSettings>) => void;
}

/** Light, dark, or as the system is. */
export function LookSettings({ settings, onChange }: LookSettingsProps) {
  return (
    <section className={styles.section}>
      <h2 className="type-section">Look</h2>
      <div className={styles.line}>
        <div>
          <p style={{ fontWeight: 500 }}>Theme</p>
          <p className="type-second text-2">The environment’s colours are the same in both.</p>
        </div>
        <Segmented
          label="Theme"
          value={settings.theme}
          onChange={(theme) => onChange({ theme })}
          choices={[
            { value: 'system', label: 'As the system' },
            { value: 'light', label: 'Light' },
            { value: 'dark', label: 'Dark' },
          ]}
        />
      </div>
    </section>
  );
}
