import { holdSecondsBounds } from '../../../../shared/runs/run-settings';
import {
  type AppSettings,
  longestRequestMs,
  requestsPerSecondBounds,
  timeLimitBounds,
} from '../../../../shared/settings/app-settings';
import { formatNumber } from '../../../components/format-number';
import styles from '../settings-screen.module.css';
import { NumberField } from './number-field';
import { SettingLine } from './setting-line';
import { SettingsSection } from './settings-section';

interface SendSettingsProps {
  readonly settings: AppSettings;
  readonly onChange: (changes: Partial<AppSettings>) => void;
}

type NumberName =
  | 'concurrency'
  | 'peoplePerRequest'
  | 'holdSeconds'
  | 'connectSeconds'
  | 'firstByteSeconds'
  | 'wholeAnswerSeconds';

interface NumberLine {
  readonly name: NumberName;
  readonly title: string;
  readonly why: string;
  readonly least: number;
  readonly most: number;
}

const lines: readonly NumberLine[] = [
  {
    name: 'concurrency',
    title: 'Requests at once',
    why: 'More is quicker, until Flowmingo asks to wait. If the network breaks, at most this many people are unknown.',
    least: 1,
    most: 16,
  },
  {
    name: 'peoplePerRequest',
    title: 'People per request',
    why: 'With 1, a lost answer leaves one person unknown. With more, all of that request.',
    least: 1,
    most: 50,
  },
  {
    name: 'holdSeconds',
    title: 'Seconds before the first request',
    why: 'That long after you press Send nothing leaves, and Stop sends nothing at all.',
    ...holdSecondsBounds,
  },
  {
    name: 'connectSeconds',
    title: 'Seconds for a connection',
    why: 'Through a slow proxy it takes longer. Nothing has been sent by then.',
    ...timeLimitBounds.connect,
  },
  {
    name: 'firstByteSeconds',
    title: 'Seconds until an answer begins',
    why: 'Too short, and people become unknown who were invited all the same. Longer is safer.',
    ...timeLimitBounds.firstByte,
  },
  {
    name: 'wholeAnswerSeconds',
    title: 'Seconds until an answer is whole',
    why: 'After its first byte. A weak network needs more.',
    ...timeLimitBounds.wholeAnswer,
  },
];

/** How runs send from now on; each batch may choose its own speed. */
export function SendSettings({ settings, onChange }: SendSettingsProps) {
  return (
    <SettingsSection part="sending" title="Sending">
      {lines.map(({ name, title, why, least, most }) => (
        <SettingLine key={name} id={name} title={title} sentence={`${least} to ${most}. ${why}`}>
          <NumberField
            id={name}
            value={settings[name]}
            min={least}
            max={most}
            onKeep={(value) => value !== null && onChange({ [name]: value })}
          />
        </SettingLine>
      ))}
      <SettingLine
        id="requestsPerSecond"
        title="Most requests a second"
        sentence={`Empty for as many as Flowmingo bears, which the app finds out. ${requestsPerSecondBounds.least} to ${requestsPerSecondBounds.most} where others use the same key. It holds for what invites or changes.`}
      >
        <NumberField
          id="requestsPerSecond"
          value={settings.requestsPerSecond}
          min={requestsPerSecondBounds.least}
          max={requestsPerSecondBounds.most}
          decimals={1}
          emptyLabel="No limit"
          onKeep={(requestsPerSecond) => onChange({ requestsPerSecond })}
        />
      </SettingLine>
      <p className={`${styles.after} type-second text-2`}>
        One request takes {formatNumber(longestRequestMs(settings) / 1000)} seconds at most. That is also the
        longest that closing the app in the middle of a run takes.
      </p>
    </SettingsSection>
  );
}
