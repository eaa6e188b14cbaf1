// The main job by keyboard alone, in production: a key, a file, its columns and rows, a target, a message, sending, the results. No mouse, and the focus is never lost.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { answerSaveDialogs } from '../helpers/launch-app';
import { test } from './fixtures';
import { expectFocusOnScreen, tabAndPress, tabTo } from './pages/keyboard';
import { makePeople, readResults } from './people-files';

const setTitle = 'Sales Assessment';

test('the whole main job by keyboard alone', async ({ launch, practise, folder }) => {
  const server = await practise();
  const people = makePeople(8);
  const file = path.join(folder, 'Job fair.csv');
  const rows = people.map(({ id, firstname, lastname, email }, index) =>
    [id, firstname, lastname, index === 2 ? 'jurgen.muller' : email].join(';'),
  );
  writeFileSync(file, ['Candidate ID;First name;Last name;E-mail', ...rows].join('\r\n'));
  const { app, window, pageErrors } = await launch({ env: { FLOWMINGO_BASE_URL: server.url } });
  const { keyboard } = window;
  const button = (name: string | RegExp) => window.getByRole('button', { name });
  const press = (name: string | RegExp) => tabAndPress(window, button(name));

  // The first stop leads past the bar and the rail.
  await keyboard.press('Tab');
  await expect(window.getByRole('link', { name: 'Skip to the screen' })).toBeFocused();
  await keyboard.press('Enter');
  await expectFocusOnScreen(window);
  await press('Paste a key');
  await expect(window.getByLabel('Key', { exact: true })).toBeFocused();
  await keyboard.insertText(server.keys.production);
  await keyboard.press('Enter');
  await expect(window.getByLabel('Your name for it')).toBeFocused();
  await keyboard.type('Nordwind Talent');
  await keyboard.press('Enter');
  await window.getByRole('heading', { name: 'Open a spreadsheet' }).waitFor();
  await expectFocusOnScreen(window);

  await tabAndPress(window, window.getByRole('main').getByRole('button', { name: 'New batch' }));
  await button('Choose a file').waitFor();
  await expectFocusOnScreen(window);
  const chooser = window.waitForEvent('filechooser');
  await press('Choose a file');
  await (await chooser).setFiles(file);
  await button('Use these 8 rows').waitFor();
  await expectFocusOnScreen(window);
  await press('Use these 8 rows');
  await button('Check 8 rows').waitFor();
  await expectFocusOnScreen(window);
  await press('Check 8 rows');

  // The one row that needs somebody: shown at its cell, typed over, and on.
  await button('Show it').waitFor();
  await expectFocusOnScreen(window);
  await press('Show it');
  await expect(window.getByRole('gridcell', { name: /^jurgen\.muller/ })).toBeFocused();
  await keyboard.type('jurgen.muller@example.com');
  await keyboard.press('Enter');
  await button('Go on with 8 people').waitFor();
  await press('Go on with 8 people');

  await window.getByRole('heading', { name: 'What are they invited to?' }).waitFor();
  await expectFocusOnScreen(window);
  await tabTo(
    window,
    window
      .getByRole('textbox', { name: 'Interview set' })
      .or(window.getByRole('combobox', { name: 'Interview set' }))
      .first(),
  );
  await keyboard.type(setTitle);
  await window.getByRole('option', { name: setTitle }).waitFor();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await tabAndPress(window, window.getByRole('radio', { name: /Yes, send the invitation/ }), 'Space');
  const message = window.getByRole('textbox', { name: 'Message', exact: true });
  await tabTo(window, message);
  await keyboard.press('Control+A');
  await keyboard.type('Come and see us. Begin here: ');
  await keyboard.press('Alt+F10');
  await keyboard.press('End');
  await expect(button('Insert Interview link')).toBeFocused();
  await keyboard.press('Enter');
  await expect(message).toBeFocused();
  await press('Last look');

  await window.getByRole('heading', { level: 1, name: /will get/ }).waitFor();
  await expectFocusOnScreen(window);
  await tabTo(window, window.getByRole('radio', { name: /^3 first/ }));
  await keyboard.press('ArrowDown');
  await expect(window.getByRole('radio', { name: /^All 8 at once/ })).toBeFocused();
  await tabTo(window, window.getByRole('textbox', { name: 'Type 8 to send in production' }));
  await keyboard.type('8');
  await press('Send 8 invitations');

  // Second thoughts: Stop has the focus, and one press ends it with nothing sent.
  await expect(button('Stop')).toBeFocused();
  await keyboard.press('Enter');
  await window.getByText(/^Cancelled at .* Nothing was sent\.$/).waitFor();
  await expectFocusOnScreen(window);
  expect(server.record.emailsSent).toHaveLength(0);
  await press('Send the 8 that were not sent');
  await expectFocusOnScreen(window);
  await tabTo(window, window.getByRole('textbox', { name: 'Type 8 to send' }));
  await keyboard.type('8');
  await press('Send to 8 people');
  await expect(button('Stop')).toBeFocused();

  await expect(window.getByText(/^Finished/).first()).toBeVisible({ timeout: 60_000 });
  await expectFocusOnScreen(window);
  const results = path.join(folder, 'results.xlsx');
  await answerSaveDialogs(app, results);
  await press('Save as XLSX');
  await window.getByText('Saved 8 rows.').waitFor();
  // It was switched off while it was at work.
  await expect(button('Save as XLSX')).toBeFocused();
  await tabTo(window, button('About this run'), 'Shift+Tab');
  await keyboard.press('Enter');
  await expectFocusOnScreen(window);
  await keyboard.press('Escape');
  await expect(button('About this run')).toBeFocused();
  await tabTo(window, button('Show in folder'));

  const saved = await readResults(results);
  expect(saved.map((row) => [row['Email sent to'], row.Outcome])).toEqual(
    people.map(({ email }, index) => [index === 2 ? 'jurgen.muller@example.com' : email, 'Done']),
  );
  expect(server.record.emailsSent).toHaveLength(8);
  const [sent] = server.record.requests.filter(({ method }) => method === 'POST');
  expect(JSON.stringify(sent)).toContain('Begin here: {{interview_link}}');
  expect(pageErrors).toEqual([]);
});
