// What is written in the editor is what Flowmingo is sent: written, checked and sent by keyboard alone, and compared at the server.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { test } from './fixtures';
import { connect } from './pages/connect-page';
import { tabTo } from './pages/keyboard';
import { acceptColumns, acceptRows, chooseTarget, openFile, pressSend } from './pages/new-batch-page';

function makeFile(folder: string): string {
  const file = path.join(folder, 'Graduate fair.csv');
  const rows = ['ana@example.com,Ana,Silva', 'jobs@example.com,,Tran', 'ben@example.com,BEN,Okafor'];
  writeFileSync(file, ['Email,First name,Last name', ...rows].join('\n'));
  return file;
}

interface InviteBody {
  readonly candidates: readonly { readonly email: string }[];
  readonly invitation_message?: string;
}

test('a message is written, mended and sent by keyboard alone, and arrives to the letter', async ({
  launch,
  practise,
  folder,
}) => {
  const server = await practise();
  const { window, pageErrors } = await launch({ env: { FLOWMINGO_BASE_URL: server.url } });
  await connect(window, server.keys.staging, 'Nordwind Talent');
  await openFile(window, makeFile(folder));
  await acceptColumns(window);
  await acceptRows(window);
  const { keyboard } = window;

  const setField = window
    .getByRole('textbox', { name: 'Interview set' })
    .or(window.getByRole('combobox', { name: 'Interview set' }))
    .first();
  await tabTo(window, setField);
  await keyboard.type('Sales Assessment');
  await window.getByRole('option', { name: 'Sales Assessment' }).waitFor();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await tabTo(window, window.getByRole('radio', { name: /Yes, send the invitation/ }));
  await keyboard.press('Space');

  const message = window.getByRole('textbox', { name: 'Message', exact: true });
  await tabTo(window, message);
  await keyboard.press('Control+A');
  await keyboard.press('Delete');
  await keyboard.type('Hello {{candidate_name}}, 3 < 5');
  await expect(message.locator('[data-placeholder="candidate_name"]')).toHaveCount(1);
  await keyboard.press('Enter');
  await keyboard.press('Control+B');
  await keyboard.type('Start here: ');
  await keyboard.press('Control+B');
  // Into the toolbar, to its last button, which inserts the interview link, and back into the text.
  await keyboard.press('Alt+F10');
  await expect(window.getByRole('button', { name: 'Bold' })).toBeFocused();
  await keyboard.press('End');
  await expect(window.getByRole('button', { name: 'Insert Interview link' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(message).toBeFocused();
  await keyboard.press('Enter');
  await keyboard.press('Control+Shift+8');
  await keyboard.type('{{first_name}}');
  await keyboard.press('Enter');
  await keyboard.type('write to us');
  for (const _ of 'write to us') await keyboard.press('Shift+ArrowLeft');
  await keyboard.press('Control+K');
  await keyboard.type('jobs@example.com');
  await keyboard.press('Enter');
  await expect(message).toBeFocused();

  const html =
    '<p>Hello {{candidate_name}}, 3 &lt; 5</p><p><strong>Start here: </strong>{{interview_link}}</p><ul><li>{{first_name}}</li><li><a href="mailto:jobs@example.com">write to us</a></li></ul>';
  const problems = window.getByRole('list').filter({ hasText: 'Flowmingo does not know' });
  await expect(problems).toContainText('{{first_name}}');
  await expect(message).toHaveAttribute('aria-invalid', 'true');
  await tabTo(window, window.getByRole('button', { name: 'Use {{candidate_name}}' }));
  await keyboard.press('Enter');
  await expect(message.locator('[data-placeholder="candidate_name"]')).toHaveCount(2);
  const sent = html.replace('{{first_name}}', '{{candidate_name}}');

  const preview = window.frameLocator('iframe[title^="Message to"]');
  await tabTo(window, window.getByRole('textbox', { name: /no first name\. Instead of it/ }));
  await keyboard.type('there & you');
  await expect(window.getByText('They read “Hello there & you, 3 < 5”.')).toBeVisible();

  await tabTo(window, window.getByRole('radio', { name: /^All/ }));
  await keyboard.press('ArrowRight');
  await expect(window.getByText('Preview 1 of 2')).toBeVisible();
  await expect(preview.getByText('Hello there & you, 3 < 5')).toBeVisible();
  await keyboard.press('PageDown');
  await expect(window.getByText('Preview 2 of 2')).toBeVisible();
  await expect(window.getByText('Looks odd: a first name in capitals only.')).toBeVisible();
  await expect(preview.locator('[data-filled="candidate_name"]').first()).toHaveText('BEN');

  // The HTML view shows what is sent, to the letter.
  await tabTo(window, window.getByRole('radio', { name: 'Text', exact: true }), 'Shift+Tab');
  await keyboard.press('ArrowRight');
  await expect(window.getByRole('textbox', { name: 'Message as HTML' })).toHaveValue(sent);
  await keyboard.press('ArrowLeft');
  await expect(message).toBeVisible();

  await tabTo(window, window.getByRole('button', { name: 'Last look' }));
  await keyboard.press('Enter');
  await window.getByRole('heading', { level: 1, name: /will get/ }).waitFor();
  await expect(window.getByText('1 person reads “there & you” in place of it')).toBeVisible();
  await tabTo(window, window.getByRole('button', { name: /^Send / }));
  await keyboard.press('Enter');
  await expect(window.getByRole('button', { name: 'Stop', exact: true })).toBeFocused();
  await expect(window.getByText(/^Finished/).first()).toBeVisible({ timeout: 60_000 });
  expect(server.record.emailsSent).toHaveLength(3);

  const bodies = server.record.requests
    .filter(({ method }) => method === 'POST')
    .map(({ body }) => body as InviteBody);
  const byEmail = new Map(
    bodies.flatMap(({ candidates, invitation_message: text }) =>
      candidates.map(({ email }) => [email, text]),
    ),
  );
  expect(byEmail.get('ana@example.com')).toBe(sent);
  expect(byEmail.get('ben@example.com')).toBe(sent);
  expect(byEmail.get('jobs@example.com')).toBe(sent.replaceAll('{{candidate_name}}', 'there &amp; you'));
  expect(byEmail.size).toBe(3);
  expect(pageErrors).toEqual([]);
});

test('a message is kept under a name and used again after a restart; the last one to a set is offered', async ({
  launch,
  practise,
  folder,
}) => {
  const server = await practise();
  const env = { FLOWMINGO_BASE_URL: server.url };
  const first = await launch({ env });
  await connect(first.window, server.keys.staging, 'Nordwind Talent');
  await openFile(first.window, makeFile(folder));
  await acceptColumns(first.window);
  await acceptRows(first.window);
  await first.window.getByText('Yes, send the invitation').click();
  await first.window.getByText('HTML', { exact: true }).click();
  const html = '<h2>Welcome</h2><p>Dear {{candidate_name}}: {{interview_link}}</p>';
  await first.window.getByRole('textbox', { name: 'Message as HTML' }).fill(html);
  // The editor has no form for the heading: it stays HTML, and says so.
  await expect(first.window.getByText('The editor has no form for <h2>.')).toBeVisible();
  await expect(first.window.getByRole('radio', { name: 'Text', exact: true })).toBeDisabled();
  await first.window.getByRole('textbox', { name: /no first name\. Instead of it/ }).fill('guest');
  await first.window.getByRole('button', { name: 'Messages you keep' }).click();
  await first.window.getByRole('menuitem', { name: 'Keep this message under a name' }).click();
  await first.window.getByRole('textbox', { name: 'Name', exact: true }).fill('Welcome');
  await first.window.getByRole('button', { name: 'Keep it' }).click();
  await expect(first.window.getByText('Kept as “Welcome”.')).toBeVisible();
  await chooseTarget(first.window, 'Sales Assessment', true);
  await pressSend(first.window);
  await expect(first.window.getByText(/^Finished/).first()).toBeVisible({ timeout: 60_000 });
  await expect.poll(() => server.record.emailsSent.length).toBe(3);
  await first.app.close();

  const { window, pageErrors } = await launch({ env });
  await window.getByRole('button', { name: 'Settings' }).click();
  await window.getByRole('button', { name: 'Delete Welcome' }).click();
  await expect(window.getByText('Deleted “Welcome”.')).toBeVisible();
  await window.getByRole('button', { name: 'Undo' }).click();
  await window.getByRole('button', { name: 'Show Welcome' }).click();
  await expect(window.frameLocator('iframe[title="The message Welcome"]').getByText('Welcome')).toBeVisible();

  writeFileSync(path.join(folder, 'more.csv'), 'Email,First name\ncleo@example.com,\n');
  await openFile(window, path.join(folder, 'more.csv'));
  await acceptColumns(window);
  await acceptRows(window);
  await window.getByText('Yes, send the invitation').click();
  const field = window.getByRole('textbox', { name: 'Message as HTML' });
  await window.getByRole('button', { name: 'Messages you keep' }).click();
  await window.getByRole('menuitem', { name: /^Welcome/ }).click();
  await expect(field).toHaveValue(html);
  await expect(window.getByRole('textbox', { name: /no first name\. Instead of it/ })).toHaveValue('guest');
  await window.getByRole('button', { name: 'Undo' }).click();
  await expect(window.getByRole('textbox', { name: 'Message', exact: true })).toContainText('Kind regards');

  await window
    .getByRole('textbox', { name: 'Interview set' })
    .or(window.getByRole('combobox', { name: 'Interview set' }))
    .first()
    .fill('Sales');
  await window.getByRole('option', { name: 'Sales Assessment' }).click();
  await expect(window.getByText(/The last message to this target, .* by run 1: “Welcome Dear/)).toBeVisible();
  await window.getByRole('button', { name: 'Use that message' }).click();
  await expect(field).toHaveValue(html);
  await window.getByRole('button', { name: 'Last look' }).click();
  await pressSend(window);
  await expect(window.getByText(/^Finished/).first()).toBeVisible({ timeout: 60_000 });
  const toCleo = () =>
    server.record.requests
      .filter(({ method }) => method === 'POST')
      .map(({ body }) => body as InviteBody)
      .filter(({ candidates }) => candidates.some(({ email }) => email === 'cleo@example.com'))
      .map(({ invitation_message: text }) => text);
  await expect.poll(toCleo).toEqual([html.replace('{{candidate_name}}', 'guest')]);
  expect(pageErrors).toEqual([]);
});
