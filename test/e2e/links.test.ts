// CV links in the real app: looked at when asked for and before a ready batch starts, along the system's proxy, without the key; and nothing private is asked for.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { startConnectProxy } from '../helpers/connect-proxy';
import { furtherRoot } from '../helpers/further-root';
import { startLinkSite } from '../helpers/link-site';
import { askBridge } from '../security/ask-bridge';
import { test } from './fixtures';
import { goToBatches, keepReady, prepareForReady } from './pages/batches-page';
import { connect } from './pages/connect-page';
import { acceptColumns, openFile } from './pages/new-batch-page';

/** A site of CVs, all there but `/gone.pdf`, the proxy that leads to it, and the root that the app has to trust for it. */
async function startSiteWithCvs(folder: string) {
  const site = await startLinkSite((request, response) => {
    if (request.url === '/gone.pdf') return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': 'application/pdf', 'content-length': 9 });
    return response.end('%PDF-1.7\n');
  });
  const proxy = await startConnectProxy({ targetPort: site.port });
  const rootFile = path.join(folder, 'root.pem');
  writeFileSync(rootFile, site.root);
  return { site, proxy, rootFile };
}

test(
  'a recruiter checks the CV links of a file, and mends the one that does not answer',
  furtherRoot,
  async ({ launch, folder }) => {
    const { site, proxy, rootFile } = await startSiteWithCvs(folder);
    const { window } = await launch({
      args: [`--proxy-server=http://127.0.0.1:${proxy.port}`],
      env: { NODE_EXTRA_CA_CERTS: rootFile },
    });
    const rows = [
      'Email,First name,Last name,CV',
      'ana@example.com,Ana,Silva,https://cv.example.com/ana.pdf',
      'bo@example.com,Bo,Lund,https://cv.example.com/gone.pdf',
    ];
    await openFile(window, {
      name: 'people.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(rows.join('\n')),
    });
    await acceptColumns(window);
    expect(proxy.heads).toEqual([]);
    await window.getByRole('button', { name: 'Check 2 links' }).click();
    await window.getByText('1 of 2 CV links answers with a file.').waitFor();
    await window.getByRole('button', { name: /^CV link does not answer/ }).click();
    await window.getByRole('gridcell', { name: 'CV link does not answer (404)' }).click();
    await window
      .getByRole('group', { name: 'About this cell' })
      .getByText('there is nothing at this address')
      .waitFor();
    await window.getByRole('button', { name: 'Leave it empty' }).click();
    await window.getByText('The CV link answers.').waitFor();
    expect(new Set(proxy.heads.map((head) => head.split(' ')[1]))).toEqual(new Set(['cv.example.com:443']));

    // What code in the page could ask for, whatever the screens do.
    const check = (links: readonly string[]) =>
      askBridge(window, 'links:check', { checkId: 'x', links, isAgain: true });
    expect(await check(['http://cv.example.com/'])).toMatchObject({
      ok: false,
      error: { code: 'ipc/bad-request' },
    });
    const inside = [
      'https://127.0.0.1/',
      'https://169.254.169.254/latest',
      'https://[::1]/',
      'https://2130706433/',
      'https://localhost/',
    ];
    expect(await check(inside)).toMatchObject({
      ok: true,
      value: { checked: inside.map((link) => ({ link, outcome: { kind: 'no-answer', why: 'private' } })) },
    });
    expect(new Set(proxy.heads.map((head) => head.split(' ')[1]))).toEqual(new Set(['cv.example.com:443']));
    await Promise.all([proxy.close(), site.close()]);
  },
);

test(
  'a ready batch whose CV link has gone: the look before it runs says so, and nothing goes until somebody has seen it',
  furtherRoot,
  async ({ launch, practise, folder }) => {
    const { site, proxy, rootFile } = await startSiteWithCvs(folder);
    const server = await practise({ candidates: 0 });
    const { window, pageErrors } = await launch({
      args: [`--proxy-server=http://127.0.0.1:${proxy.port}`],
      env: { NODE_EXTRA_CA_CERTS: rootFile, FLOWMINGO_BASE_URL: server.url },
    });
    await connect(window, server.keys.full, 'Team Praha');
    const rows = [
      'Email,First name,Last name,CV',
      'ana@example.com,Ana,Silva,https://cv.example.com/ana.pdf',
      'bo@example.com,Bo,Lund,https://cv.example.com/gone.pdf',
      'cleo@example.com,Cleo,Moor,',
      'dan@example.com,Dan,Rao,',
    ];
    await openFile(window, {
      name: 'people.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(rows.join('\n')),
    });
    await prepareForReady(window, 'Sales Assessment');
    await keepReady(window);
    await goToBatches(window);
    await window.getByRole('button', { name: 'Run people' }).click();
    const dialog = window.getByRole('dialog');
    const links = dialog.getByRole('checkbox', { name: 'Look at CV links, too: 2' });
    await expect(links).toBeChecked();
    await expect(dialog.getByText(/CV link.* not answer/)).toBeVisible({ timeout: 30_000 });
    const names = dialog.getByRole('checkbox', { name: 'people' });
    await expect(names).not.toBeChecked();
    await expect(dialog.getByRole('button', { name: 'Run', exact: true })).toBeDisabled();
    expect(new Set(proxy.heads.map((head) => head.split(' ')[1]))).toEqual(new Set(['cv.example.com:443']));
    expect(site.asked.every(({ headers }) => headers['x-api-key'] === undefined)).toBe(true);
    // Without a look at the links nothing stands against it; with one, it takes a click.
    await links.uncheck();
    await expect(dialog.getByRole('button', { name: 'Run 1 batch: 4 people' })).toBeEnabled();
    await links.check();
    await expect(dialog.getByText(/CV link.* not answer/)).toBeVisible({ timeout: 30_000 });
    await names.check();
    await expect(dialog.getByRole('button', { name: 'Run 1 batch: 4 people' })).toBeEnabled();
    await dialog.getByRole('button', { name: 'Not now' }).click();

    // It does not start by itself either, until somebody says that its links do not matter.
    const startItself = async (looksAtLinks: boolean) => {
      await dialog.getByRole('checkbox', { name: 'Look at CV links, too: 2' }).setChecked(looksAtLinks);
      await dialog.getByRole('button', { name: 'Let it start by itself' }).click();
    };
    await window.getByRole('button', { name: 'More for people' }).click();
    await window.getByRole('menuitem', { name: 'Start by itself when connected' }).click();
    await expect(dialog.getByRole('checkbox', { name: 'Look at CV links, too: 2' })).toBeChecked();
    await startItself(true);
    await expect(window.getByText('1 of 2 CV links did not answer as a file does')).toBeVisible({
      timeout: 30_000,
    });
    expect(server.record.requests.filter(({ method }) => method === 'POST')).toEqual([]);
    await window.getByRole('button', { name: 'More for people' }).click();
    await window.getByRole('menuitem', { name: 'Do not start by itself' }).click();
    await window.getByRole('button', { name: 'More for people' }).click();
    await window.getByRole('menuitem', { name: 'Start by itself when connected' }).click();
    await startItself(false);
    await expect(window.getByText('4 done')).toBeVisible({ timeout: 60_000 });
    expect(server.record.emailsSent).toHaveLength(4);
    expect(pageErrors).toEqual([]);
    await Promise.all([proxy.close(), site.close()]);
  },
);
