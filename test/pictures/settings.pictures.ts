// Every part of the settings.
import { connect } from '../e2e/pages/connect-page';
import { acceptColumns, acceptRows, openFile } from '../e2e/pages/new-batch-page';
import { goTo, test } from './fixtures';
import { csvOf, makePicturePeople } from './people';

/** The part's word at the side, and its picture's name. */
const parts = [
  ['Look and dates', '43-settings-look'],
  ['Sending', '44-settings-sending'],
  ['Checking rows', '45-settings-checking'],
  ['Messages', '46-settings-messages'],
  ['Columns', '47-settings-columns'],
  ['Workspaces', '48-settings-workspaces'],
  ['Data folder', '49-settings-data'],
  ['About', '50-settings-about'],
] as const;

test('the settings', async ({ open, practise }) => {
  const server = await practise();
  const { window, picture } = await open({ env: { FLOWMINGO_BASE_URL: server.url } });
  await connect(window, server.keys.production, 'Nordwind Talent');
  await window.getByRole('button', { name: /^Workspace:/ }).click();
  await window.getByRole('menuitem', { name: 'Connect another workspace' }).click();
  await connect(window, server.keys.staging, 'Nordwind test');
  await window.getByRole('button', { name: /^Workspace:/ }).click();
  await window.getByRole('menuitem', { name: /^Forget/ }).waitFor();
  await picture('42-workspaces');
  await window.keyboard.press('Escape');
  // Something is kept of every kind: columns, and a message.
  await openFile(window, csvOf('Graduate fair.csv', makePicturePeople(12)));
  await acceptColumns(window);
  await acceptRows(window);
  await window.getByText('Yes, send the invitation').click();
  await window.getByRole('button', { name: 'Messages you keep' }).click();
  await window.getByRole('menuitem', { name: 'Keep this message under a name' }).click();
  await window.getByRole('textbox', { name: 'Name', exact: true }).fill('Invitation, friendly');
  await window.getByRole('button', { name: 'Keep it' }).click();
  await window.getByText('Kept as “Invitation, friendly”.').waitFor();
  await goTo(window, 'Settings');
  const index = window.getByRole('navigation', { name: 'Parts of the settings' });
  for (const [part, name] of parts) {
    await index.getByRole('button', { name: part, exact: true }).click();
    await picture(name, { dark: part === 'Look and dates' });
  }
});
