import { type AppSettings, defaultSettings } from '../../shared/settings/app-settings';

/** What is set for the whole app and counts for every sheet. */
export type SheetRules = Pick<AppSettings, 'nameOrder' | 'invitedAgainAfterDays'>;

/** Those that hold until others are told. */
export const ordinaryRules: SheetRules = defaultSettings;
