// The checks of the one bridge between the page and the main process: who may use it, with what, and where it leads. Numbers are those of docs/security.md.
import path from 'node:path';
import { expect } from '@playwright/test';
import { pushes, requests } from '../../shared/ipc/contract';
import { askBridge } from '../security/ask-bridge';
import { test } from './fixtures';

test('check 10: the browser is opened for our own addresses only', async ({ launch }) => {
  const { app, window } = await launch();
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = async (address) => {
      opened.push(address);
    };
  });
  const readOpened = () => app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
  const evil = [
    { link: 'https://evil.example/' },
    { link: 'https://team.flowmingo.ai/' },
    { link: 'https://team.flowmingo.ai.evil.example/' },
    { link: 'https://team.flowmingo.ai@evil.example/' },
    { link: 'file:///etc/passwd' },
    { link: 'javascript:alert(1)' },
    { link: 'ms-msdt:/id' },
    { link: '__proto__' },
    { link: 'toString' },
    { link: ['api-keys'] },
    { link: 'api-keys', address: 'https://evil.example/' },
    { address: 'https://evil.example/' },
  ];
  expect(evil).toHaveLength(12);
  for (const payload of evil) {
    expect(await askBridge(window, 'app:open-link', payload)).toMatchObject({
      ok: false,
      error: { code: 'ipc/bad-request' },
    });
  }
  expect(await readOpened()).toEqual([]);
  expect(await askBridge(window, 'app:open-link', { link: 'api-keys' })).toEqual({ ok: true, value: {} });
  expect(await readOpened()).toEqual(['https://team.flowmingo.ai/']);
});

test('check 11: frames have no bridge, and other windows are not answered', async ({ launch }) => {
  const { app, window } = await launch();
  const inFrames = await window.evaluate(async () => {
    const sources = [
      { srcdoc: '<p>words</p>' },
      { src: 'about:blank' },
      { src: `${location.origin}/index.html` },
      { srcdoc: '<p>words</p>', sandbox: 'allow-scripts allow-same-origin' },
    ];
    const found: string[] = [];
    for (const attributes of sources) {
      const frame = document.createElement('iframe');
      for (const [name, value] of Object.entries(attributes)) frame.setAttribute(name, value);
      const settled = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
      document.body.append(frame);
      await settled;
      try {
        found.push(typeof (frame.contentWindow as unknown as { flowmingo: unknown } | null)?.flowmingo);
      } catch {
        // Another origin: the policy put an error page there.
        found.push('undefined');
      }
      frame.remove();
    }
    return found;
  });
  expect(inFrames).toEqual(Array.from({ length: 4 }, () => 'undefined'));

  const preload = path.join(
    await app.evaluate(({ app: electronApp }) => electronApp.getAppPath()),
    'dist/electron/preload.cjs',
  );
  for (const address of ['data:text/html,<h1>mine</h1>', 'about:blank', 'app://flowmingo/index.html']) {
    const opened = app.waitForEvent('window');
    await app.evaluate(
      async ({ BrowserWindow }, given) => {
        const other = new BrowserWindow({
          show: false,
          webPreferences: { preload: given.preload, sandbox: true, contextIsolation: true },
        });
        await other.loadURL(given.address);
      },
      { preload, address },
    );
    const other = await opened;
    for (const channel of Object.keys(requests)) {
      expect(await askBridge(other, channel, {}), `${channel} from ${address}`).toMatchObject({
        ok: false,
        error: { code: 'ipc/not-trusted' },
      });
    }
    await other.close();
  }
  expect(await askBridge(window, 'app:get-settings', {})).toMatchObject({ ok: true });
});

test('check 12: every channel takes junk with a typed refusal', async ({ launch }) => {
  const { window } = await launch();
  const channels = Object.keys(requests);
  const faults = await window.evaluate(async (names) => {
    const bridge = (
      globalThis as unknown as {
        flowmingo: Record<string, (input: unknown) => Promise<{ ok: boolean; error?: { code: string } }>>;
      }
    ).flowmingo;
    const seeds: unknown[] = [
      undefined,
      null,
      0,
      -1,
      Number.NaN,
      '',
      'x',
      [],
      [1],
      true,
      'a'.repeat(20_000),
      { runId: 7 },
      { __proto__: null, a: 1 },
      { runId: '../../x', extra: 1 },
    ];
    const junk = Array.from({ length: 200 }, (_, index) => {
      const seed = seeds[index % seeds.length];
      return index < seeds.length
        ? seed
        : { junk: seed, index, nested: { deep: [seed, { constructor: 'x' }] } };
    });
    const found: string[] = [];
    for (const name of names) {
      for (const [index, payload] of junk.entries()) {
        const answer = await bridge[name]?.(payload).catch((error: unknown) => ({
          ok: false,
          error: { code: `rejected: ${String(error)}` },
        }));
        if (answer === undefined || answer.ok || answer.error?.code !== 'ipc/bad-request')
          found.push(`${name} #${index}: ${JSON.stringify(answer)}`);
        else if (/\bat \w|node:|\.cjs/.test(JSON.stringify(answer)))
          found.push(`${name} #${index}: technical text`);
      }
    }
    return found;
  }, channels);
  expect(faults).toEqual([]);
  expect(await askBridge(window, 'app:get-settings', {})).toMatchObject({ ok: true });
});

test('check 13: window.flowmingo holds the contract and nothing else', async ({ launch }) => {
  const { window } = await launch();
  const keys = await window.evaluate(() =>
    Object.keys((globalThis as unknown as { flowmingo: object }).flowmingo),
  );
  expect(keys.sort()).toEqual([...Object.keys(requests), 'on'].sort());
  expect(Object.keys(pushes).length).toBeGreaterThan(0);
  const changed = await window.evaluate(() => {
    const holder = globalThis as unknown as { flowmingo: Record<string, unknown> };
    try {
      holder.flowmingo['app:get-info'] = 'mine';
    } catch {
      // Frozen, as it should be.
    }
    return holder.flowmingo['app:get-info'] === 'mine';
  });
  expect(changed).toBe(false);
});
