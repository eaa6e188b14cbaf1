import { NativeSelect } from '@mantine/core';
import { type AppSettings, invitedAgainAfterDays } from '../../../../shared/settings/app-settings';
import { ChoiceLine } from './choice-line';
import { SettingLine } from './setting-line';
import { SettingsSection } from './settings-section';

interface CheckingSettingsProps {
  readonly settings: AppSettings;
  readonly onChange: (changes: Partial<AppSettings>) => void;
}

const afterWords = {
  90: 'Leave out for 90 days',
  180: 'Leave out for 180 days',
  365: 'Leave out for a year',
} as const;
const agains = [
  { value: 'never', label: 'Always leave out' },
  ...invitedAgainAfterDays.map((days) => ({ value: String(days), label: afterWords[days] })),
];
const nameOrders = [
  { value: 'decide', label: 'Decide for each name' },
  { value: 'last-word-is-family', label: 'Last word is the last name' },
  { value: 'first-word-is-family', label: 'First word is the last name' },
] as const;

/** Who is left out by itself, and how whole names are split. */
export function CheckingSettings({ settings, onChange }: CheckingSettingsProps) {
  return (
    <SettingsSection part="checking" title="Checking rows">
      <SettingLine
        id="invitedAgainAfterDays"
        title="Invited to the same before"
        sentence="After that time they are sent to again, and the check says so at each row. Somebody who is unknown is always left out."
      >
        <NativeSelect
          id="invitedAgainAfterDays"
          aria-describedby="invitedAgainAfterDays-sentence"
          w={224}
          data={agains}
          value={String(settings.invitedAgainAfterDays ?? 'never')}
          onChange={(event) => {
            const chosen = invitedAgainAfterDays.find((days) => String(days) === event.currentTarget.value);
            onChange({ invitedAgainAfterDays: chosen ?? null });
          }}
        />
      </SettingLine>
      <ChoiceLine
        title="Twice in one file"
        sentence="The first row of a person counts, always. You can take another one in at the check, row by row."
      >
        <span className="text-2">Left out</span>
      </ChoiceLine>
      <SettingLine
        id="nameOrder"
        title="Whole names in one column"
        sentence="Where neither the header nor the names themselves tell. Columns that are remembered keep theirs."
      >
        <NativeSelect
          id="nameOrder"
          aria-describedby="nameOrder-sentence"
          w={224}
          data={nameOrders}
          value={settings.nameOrder}
          onChange={(event) => {
            const chosen = nameOrders.find(({ value }) => value === event.currentTarget.value);
            if (chosen !== undefined) onChange({ nameOrder: chosen.value });
          }}
        />
      </SettingLine>
    </SettingsSection>
  );
}
