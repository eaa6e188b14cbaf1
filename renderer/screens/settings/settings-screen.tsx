import { useState } from 'react';
import type { AppSettings } from '../../../shared/settings/app-settings';
import { type BridgeFailure, toBridgeFailure } from '../../bridge';
import { ErrorPanel } from '../../components/error-panel';
import { ReadingPage } from '../../components/reading-page';
import { SkeletonRows } from '../../components/skeleton-rows';
import { useSettings } from '../../components/use-settings';
import { AboutSettings } from './parts/about-settings';
import { CheckingSettings } from './parts/checking-settings';
import { ConnectionSettings } from './parts/connection-settings';
import { DataSettings } from './parts/data-settings';
import { HistorySettings } from './parts/history-settings';
import { LookSettings } from './parts/look-settings';
import { MappingSettings } from './parts/mapping-settings';
import { NoticeSettings } from './parts/notice-settings';
import { SendSettings } from './parts/send-settings';
import { SettingsIndex } from './parts/settings-index';
import { TemplateSettings } from './parts/template-settings';
import { WorkspaceSettings } from './parts/workspace-settings';
import styles from './settings-screen.module.css';

/** Everything that can be set, in parts, with a list of them at the side. A change holds at once. */
export function SettingsScreen() {
  const { settings, change } = useSettings();
  const [failure, setFailure] = useState<BridgeFailure | null>(null);

  const onChange = (changes: Partial<AppSettings>) => {
    setFailure(null);
    change(changes).catch((thrown: unknown) => setFailure(toBridgeFailure(thrown)));
  };

  return (
    <ReadingPage>
      <div className={styles.page}>
        <h1 className="type-page">Settings</h1>
        <SettingsIndex />
        <div className={styles.settings}>
          {failure && <ErrorPanel failure={failure} onClose={() => setFailure(null)} />}
          {settings === null ? (
            <SkeletonRows label="Reading the settings" />
          ) : (
            <>
              <LookSettings settings={settings} onChange={onChange} />
              <SendSettings settings={settings} onChange={onChange} />
              <CheckingSettings settings={settings} onChange={onChange} />
              <NoticeSettings settings={settings} onChange={onChange} />
            </>
          )}
          <TemplateSettings />
          <MappingSettings />
          <HistorySettings />
          <WorkspaceSettings />
          <DataSettings />
          <ConnectionSettings />
          <AboutSettings />
        </div>
      </div>
    </ReadingPage>
  );
}
