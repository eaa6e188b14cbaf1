// The key lives in the desktop's keyring, and nowhere else; without one the app says so and works for the session.
import { execFileSync } from 'node:child_process';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import type { LaunchedApp } from '../helpers/launch-app';
import { test } from './fixtures';
import { checkKey, connect } from './pages/connect-page';

function lookUp(workspaceId: string): string {
  try {
    return execFileSync('secret-tool', ['lookup', 'service', 'Flowmingo Batch', 'username', workspaceId], {
      encoding: 'utf8',
    });
  } catch {
    return '';
  }
}

async function currentWorkspaceId({ window }: LaunchedApp): Promise<string> {
  return window.evaluate(async () => {
    const answer = await (
      globalThis as unknown as {
        flowmingo: Record<string, (input: object) => Promise<{ value: { currentWorkspaceId: string } }>>;
      }
    ).flowmingo['workspaces:list']?.({});
    return answer?.value.currentWorkspaceId ?? '';
  });
}

/** The secret in every form in which it could lie somewhere. */
function spellingsOf(secret: string): Buffer[] {
  const bytes = Buffer.from(secret);
  return [
    bytes,
    Buffer.from(secret, 'utf16le'),
    Buffer.from(bytes.toString('base64').replace(/=+$/, '').slice(1, -2)),
    Buffer.from(bytes.toString('hex')),
  ];
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name);
    try {
      const found = lstatSync(file);
      return found.isDirectory() ? filesBelow(file) : found.isFile() ? [file] : [];
    } catch {
      return [];
    }
  });
}

test('the key is in the keyring, secret-tool finds it, and forgetting takes it out', async ({
  launch,
  practise,
}) => {
  const server = await practise();
  const launched = await launch({ env: { FLOWMINGO_BASE_URL: server.url } });
  const { window } = launched;
  await connect(window, server.keys.production, 'Nordwind Talent');
  const workspaceId = await currentWorkspaceId(launched);
  expect(lookUp(workspaceId)).toBe(server.keys.production);

  await window
    .getByRole('button', { name: /Nordwind Talent/ })
    .first()
    .click();
  await window.getByRole('menuitem', { name: /^Forget Nordwind Talent/ }).click();
  await window.getByRole('button', { name: /^Forget/ }).click();
  await expect.poll(() => lookUp(workspaceId)).toBe('');
});

test('the key comes back after a restart, from the keyring alone', async ({ launch, practise, folder }) => {
  const server = await practise();
  const options = { dataDir: path.join(folder, 'data'), env: { FLOWMINGO_BASE_URL: server.url } };
  const first = await launch(options);
  await connect(first.window, server.keys.full, 'Team Praha');
  await first.app.close();
  const second = await launch(options);
  await second.window
    .getByRole('button', { name: /Team Praha/ })
    .first()
    .waitFor();
  const kept = await second.window.evaluate(async () => {
    const answer = await (
      globalThis as unknown as {
        flowmingo: Record<
          string,
          (input: object) => Promise<{ value: { workspaces: { keyKeptIn: string }[] } }>
        >;
      }
    ).flowmingo['workspaces:list']?.({});
    return answer?.value.workspaces.map(({ keyKeptIn }) => keyKeptIn);
  });
  expect(kept).toEqual(['keychain']);
});

test('without a keyring the app says so, and works for the session', async ({ launch, practise }) => {
  const server = await practise();
  const { window } = await launch({
    env: { FLOWMINGO_BASE_URL: server.url, DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' },
  });
  await expect(window.getByText(/no keychain/).first()).toBeVisible();
  await connect(window, server.keys.full, 'Team Praha');
  await expect(window.getByText('PRACTICE').first()).toBeVisible();
});

test('check 14: after the key is saved, its secret half is nowhere in the page', async ({
  launch,
  practise,
}) => {
  const server = await practise();
  const { window } = await launch({ env: { FLOWMINGO_BASE_URL: server.url } });
  await connect(window, server.keys.production, 'Nordwind Talent');
  const secret = server.keys.production.split('.')[1] ?? '';
  expect(
    await window.evaluate(
      (text) =>
        document.documentElement.outerHTML.includes(text) ||
        [...document.querySelectorAll('input')].some(({ value }) => value.includes(text)),
      secret,
    ),
  ).toBe(false);
  expect(
    await window.evaluate(
      (text) =>
        JSON.stringify({ ...localStorage }).includes(text) ||
        JSON.stringify({ ...sessionStorage }).includes(text),
      secret,
    ),
  ).toBe(false);
  const inspector = await window.context().newCDPSession(window);
  let snapshot = '';
  inspector.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }: { chunk: string }) => {
    snapshot += chunk;
  });
  await inspector.send('HeapProfiler.collectGarbage');
  await inspector.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  expect(snapshot.length).toBeGreaterThan(100_000);
  // The probe is in the heap, so the search would find the secret if it were there.
  expect(snapshot).toContain('Nordwind Talent');
  expect(snapshot.includes(secret)).toBe(false);
});

test('check 15 and 16: the secret half is in no file, log, argument or environment; the log masks addresses', async ({
  launch,
  practise,
  folder,
}) => {
  const server = await practise();
  const launched = await launch({ env: { FLOWMINGO_BASE_URL: server.url } });
  const { window, dataDir } = launched;
  await connect(window, server.keys.production, 'Nordwind Talent');
  await window.evaluate(
    (key) =>
      (globalThis as unknown as { flowmingo: Record<string, (input: object) => Promise<unknown>> }).flowmingo[
        'app:report-failure'
      ]?.({ text: `Failed for jana.novotna@example.com with x-api-key: ${key}` }),
    server.keys.production,
  );
  const pids = await launched.app.evaluate(({ app }) => [
    process.pid,
    ...app.getAppMetrics().map(({ pid }) => pid),
  ]);
  const secret = server.keys.production.split('.')[1] ?? '';
  for (const spelling of spellingsOf(secret)) {
    for (const pid of new Set(pids)) {
      for (const name of ['cmdline', 'environ'])
        expect(readFileSync(`/proc/${pid}/${name}`).includes(spelling)).toBe(false);
    }
    for (const file of filesBelow(dataDir)) expect(readFileSync(file).includes(spelling), file).toBe(false);
  }
  const log = readFileSync(path.join(dataDir, 'logs', 'app.log'), 'utf8');
  expect(log).toContain('j***@***.com');
  expect(log).not.toContain('jana.novotna');
  expect(folder).not.toBe('');
});

test('each kind of bad key has its own sentence, and nothing is saved', async ({ launch, practise }) => {
  const server = await practise();
  const { window } = await launch({ env: { FLOWMINGO_BASE_URL: server.url } });
  await checkKey(window, server.keys.otherEnvironment);
  await expect(window.getByRole('alert')).toContainText('does not accept this key');
  await checkKey(window, server.keys.expired);
  await expect(window.getByRole('alert')).toContainText('does not accept this key');
  await server.close();
  await checkKey(window, server.keys.full);
  await expect(window.getByRole('alert')).toContainText('cannot be reached');
  await expect(window.getByText('NO WORKSPACE').first()).toBeVisible();
});
