/** The parts of the settings, in their order on the screen. */
export const settingsParts = [
  { id: 'look', label: 'Look and dates' },
  { id: 'sending', label: 'Sending' },
  { id: 'checking', label: 'Checking rows' },
  { id: 'notices', label: 'Notices' },
  { id: 'messages', label: 'Messages' },
  { id: 'columns', label: 'Columns' },
  { id: 'history', label: 'History' },
  { id: 'workspaces', label: 'Workspaces' },
  { id: 'data', label: 'Data folder' },
  { id: 'connection', label: 'Connection' },
  { id: 'about', label: 'About' },
] as const;
export type SettingsPart = (typeof settingsParts)[number]['id'];

/** The id of a part's element on the page. */
export function settingsPartId(part: SettingsPart): string {
  return `settings-${part}`;
}
