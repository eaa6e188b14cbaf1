// Check 23 in a running app: hostile messages and hostile names are shown, and nothing of them runs, loads or leads away.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import type { Page } from 'playwright';
import { askBridge } from '../security/ask-bridge';
import { type Listener, startListener } from '../security/start-listener';
import { hostileSnippets, trap } from '../unit/renderer/target/hostile-snippets';
import { test } from './fixtures';
import { acceptColumns, acceptRows, openFile } from './pages/new-batch-page';

/** Short enough for a name and a message, on one line, as a sheet's cell holds it. */
const namesTried = hostileSnippets.filter((snippet) => snippet.includes('onerror=')).slice(0, 12);

interface Watch {
  readonly listener: Listener;
  /** What the page tried to load from the listener so far, also where it was stopped. */
  readonly tried: string[];
  /** What ran, opened a dialog or reached the listener so far. */
  readWrongs(): Promise<string[]>;
}

async function watchPage(page: Page): Promise<Watch> {
  const listener = await startListener();
  const wrongs: string[] = [];
  const tried: string[] = [];
  page.on('dialog', (dialog) => {
    wrongs.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (request.url().startsWith(listener.url)) tried.push(request.url());
  });
  await page.evaluate(() => {
    const ran: string[] = [];
    Object.assign(globalThis, { ran });
    globalThis.addEventListener('message', ({ data }) => {
      if (data === 'ran') ran.push('ran');
    });
  });
  return {
    listener,
    tried,
    readWrongs: async () => [
      ...wrongs,
      ...listener.seen,
      ...(await page.evaluate(() => (globalThis as unknown as { ran: string[] }).ran)),
    ],
  };
}

/** The frame has drawn what it was given: images, styles and handlers of it have had their moment. */
async function waitForFrame(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}

async function goToMessage(page: Page, folder: string): Promise<void> {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const rows = namesTried.map((name, index) => `person${index}@example.com,${quoted(name)},Novotna`);
  const file = path.join(folder, 'people.csv');
  writeFileSync(file, ['Email,First name,Last name', ...rows].join('\n'));
  await openFile(page, file);
  await acceptColumns(page);
  await acceptRows(page);
}

test('check 23: hostile messages and names neither run nor load in the preview', async ({
  launch,
  folder,
}) => {
  const { window } = await launch();
  expect(await askBridge(window, 'workspaces:open-practice', {})).toMatchObject({ ok: true });
  await goToMessage(window, folder);
  const watch = await watchPage(window);
  const frame = window.locator('iframe[title^="Message to"]');
  const shown = window.frameLocator('iframe[title^="Message to"]');
  await window.getByText('Yes, send the invitation').click();
  await window.getByText('HTML', { exact: true }).click();
  const field = window.getByRole('textbox', { name: 'Message as HTML' });

  // Names: each stands in the message as the text that it is.
  await field.fill('<p title="{{candidate_name}}">Dear {{candidate_name}}, come: {{interview_link}}</p>');
  for (const [index, name] of namesTried.entries()) {
    if (index > 0) await window.getByRole('button', { name: 'The next person' }).click();
    await expect(shown.locator('[data-filled="candidate_name"]')).toHaveText(name.trim());
    await expect(shown.locator('[data-filled="candidate_name"] *')).toHaveCount(0);
  }

  for (const [index, snippet] of hostileSnippets.entries()) {
    const marked = `<p>words ${index}</p>${snippet.replaceAll(trap, `${watch.listener.url}/`)}`;
    await field.fill(marked);
    await expect(shown.getByText(`words ${index}`, { exact: true })).toBeVisible();
    await waitForFrame(window);
  }
  expect(await watch.readWrongs()).toEqual([]);
  expect(watch.tried).toEqual([]);
  expect(await frame.getAttribute('sandbox')).toBe('');

  // The frame alone, as if nothing had been cleaned: its sandbox and its policy hold by themselves.
  const page = (await frame.getAttribute('srcdoc')) ?? '';
  const head = page.slice(0, page.indexOf('<body>') + '<body>'.length);
  expect(head).toContain('Content-Security-Policy');
  await frame.evaluate(
    async (element, pages) => {
      for (const each of pages) {
        const loaded = new Promise((resolve) => element.addEventListener('load', resolve, { once: true }));
        (element as HTMLIFrameElement).srcdoc = each;
        await loaded;
      }
    },
    hostileSnippets.map((snippet) => head + snippet.replaceAll(trap, `${watch.listener.url}/`)),
  );
  await waitForFrame(window);
  // The snippets are real ones: uncleaned they do try, and the frame's policy stops them.
  expect(watch.tried.length).toBeGreaterThan(10);
  expect(await watch.readWrongs()).toEqual([]);
  await watch.listener.close();
});
