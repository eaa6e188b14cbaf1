// The app finds its way through the proxy that the system names, and the window still has none.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from '@playwright/test';
import { startConnectProxy } from '../helpers/connect-proxy';
import { furtherRoot } from '../helpers/further-root';
import { startRawHttpServer, toHttpAnswer } from '../helpers/raw-http-server';
import { makeTestAuthority } from '../helpers/test-authority';
import { test } from './fixtures';
import { checkKey } from './pages/connect-page';

const key = 'fl_live_abcd1234.verysecrethalf';
const me = JSON.stringify({
  organization_id: 7,
  scopes: ['read_hiring', 'invite_candidates'],
  expires_at: null,
});

/** Where the proxy was asked to go. */
function toAuthorities(heads: readonly string[]): string[] {
  return heads.map((head) => head.split(' ')[1] ?? '');
}

test('a fixed proxy: the key is checked through it, inside TLS', furtherRoot, async ({ launch }) => {
  const authority = makeTestAuthority();
  const api = await startRawHttpServer(
    (_, socket) => socket.write(toHttpAnswer(200, me)),
    authority.issue('apis.flowmingo.ai'),
  );
  const proxy = await startConnectProxy({ targetPort: api.port });
  const { window } = await launch({
    args: [`--proxy-server=http://127.0.0.1:${proxy.port}`],
    env: { NODE_EXTRA_CA_CERTS: authority.rootFile },
  });
  await checkKey(window, key);
  await window.getByLabel('Your name for it').waitFor();
  expect(toAuthorities(proxy.heads)).toEqual(['apis.flowmingo.ai:443']);
  expect(api.requests[0]?.head).toContain(`x-api-key: ${key}`);
  expect(proxy.heads.join() + proxy.bytesThrough().toString('latin1')).not.toContain('verysecret');
  await Promise.all([proxy.close(), api.close()]);
  authority.remove();
});

test('a proxy script: its answer is followed, and a proxy that refuses is named on the screen', async ({
  launch,
}) => {
  const proxy = await startConnectProxy({
    respond: (socket) =>
      void socket.end('HTTP/1.1 407 Who are you\r\nProxy-Authenticate: Basic realm="x"\r\n\r\n'),
  });
  const script = `function FindProxyForURL(url, host) {
    return host === 'apis.flowmingo.ai' ? 'PROXY 127.0.0.1:${proxy.port}; DIRECT' : 'PROXY 127.0.0.1:9';
  }`;
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'application/x-ns-proxy-autoconfig').end(script);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { window } = await launch({
    args: [`--proxy-pac-url=http://127.0.0.1:${(server.address() as AddressInfo).port}/proxy.pac`],
  });
  await checkKey(window, key);
  await window.getByText(`The proxy 127.0.0.1:${proxy.port} asks for a user name and password.`).waitFor();
  expect(proxy.heads).toHaveLength(1);
  expect(proxy.heads[0]).not.toContain('verysecret');
  await proxy.close();
  server.close();
});

test('check 4: the window keeps its dead proxy, whatever proxy the system names', async ({ launch }) => {
  const proxy = await startConnectProxy();
  const { app } = await launch({ args: [`--proxy-server=http://127.0.0.1:${proxy.port}`] });
  const found = await app.evaluate(({ session }) =>
    session.defaultSession.resolveProxy('https://example.com'),
  );
  expect(found).toBe('PROXY 127.0.0.1:0');
  await proxy.close();
});
