import type { AppSettings } from '../../../../shared/settings/app-settings';
import { Segmented } from '../../../components/segmented';
import { ChoiceLine } from './choice-line';
import { SettingsSection } from './settings-section';

interface NoticeSettingsProps {
  readonly settings: AppSettings;
  readonly onChange: (changes: Partial<AppSettings>) => void;
}

/** What is told while the window is not in front. */
export function NoticeSettings({ settings, onChange }: NoticeSettingsProps) {
  return (
    <SettingsSection part="notices" title="Notices">
      <ChoiceLine
        title="When a run ends, pauses or needs you"
        sentence="Only while you work in another window. They hold numbers and the batch’s name, never a person."
      >
        <Segmented
          label="When a run ends, pauses or needs you"
          value={settings.notices}
          onChange={(notices) => onChange({ notices })}
          choices={[
            { value: 'with-names', label: 'With the batch’s name' },
            { value: 'without-names', label: 'Without' },
            { value: 'off', label: 'None' },
          ]}
        />
      </ChoiceLine>
    </SettingsSection>
  );
}
