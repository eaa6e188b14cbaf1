import { useAppInfo } from '../../../components/use-app-info';
import styles from '../settings-screen.module.css';
import { LicenseList } from './license-list';
import { SettingsSection } from './settings-section';

/** What this app is, for whoever asks for help. */
export function AboutSettings() {
  const info = useAppInfo();
  if (info === null) return null;
  return (
    <SettingsSection part="about" title="About">
      <dl className={styles.facts}>
        <dt>Flowmingo Batch</dt>
        <dd>{info.version}</dd>
        <dt>Electron</dt>
        <dd>{info.electronVersion}</dd>
        <dt>Keys are kept in</dt>
        <dd>
          {info.keychainAvailable
            ? info.keychainName
            : 'memory, for this session only: this computer has no keychain that we can use, so keys are pasted again next time'}
        </dd>
      </dl>
      <LicenseList />
    </SettingsSection>
  );
}
