import { NativeSelect } from '@mantine/core';
import { type AppSettings, displayRegions } from '../../../../shared/settings/app-settings';
import { formatDay, formatTime } from '../../../components/format-date';
import { formatNumber } from '../../../components/format-number';
import { Segmented } from '../../../components/segmented';
import { ChoiceLine } from './choice-line';
import { SettingLine } from './setting-line';
import { SettingsSection } from './settings-section';

interface LookSettingsProps {
  readonly settings: AppSettings;
  readonly onChange: (changes: Partial<AppSettings>) => void;
}

const regionNames = new Intl.DisplayNames('en', { type: 'region' });
const regions = displayRegions.map((region) => ({
  value: region,
  label: region === 'system' ? 'As the system' : (regionNames.of(region) ?? region),
}));
/** Large enough to show how thousands are grouped. */
const exampleNumber = 35_000;

/** Light or dark, and how dates and numbers are written. */
export function LookSettings({ settings, onChange }: LookSettingsProps) {
  const nowMs = Date.now();
  return (
    <SettingsSection part="look" title="Look and dates">
      <ChoiceLine title="Theme" sentence="The environment’s colours are the same in both.">
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
      </ChoiceLine>
      <SettingLine
        id="displayRegion"
        title="Dates and numbers on the screen"
        sentence={`Like this: ${formatDay(nowMs)}, ${formatTime(nowMs)}, ${formatNumber(exampleNumber)}. Dates in your sheets always stay as they are written there.`}
      >
        <NativeSelect
          id="displayRegion"
          aria-describedby="displayRegion-sentence"
          w={176}
          data={regions}
          value={settings.displayRegion}
          onChange={(event) => {
            const displayRegion = displayRegions.find((region) => region === event.currentTarget.value);
            if (displayRegion !== undefined) onChange({ displayRegion });
          }}
        />
      </SettingLine>
      <ChoiceLine
        title="Dates in workbooks you save"
        sentence="They are dates to Excel either way, to be sorted and filtered. CSV files always have 2026-03-21."
      >
        <Segmented
          label="Dates in workbooks you save"
          value={settings.exportDates}
          onChange={(exportDates) => onChange({ exportDates })}
          choices={[
            { value: 'iso', label: '2026-03-21' },
            { value: 'reader', label: 'As the reader’s computer' },
          ]}
        />
      </ChoiceLine>
    </SettingsSection>
  );
}
