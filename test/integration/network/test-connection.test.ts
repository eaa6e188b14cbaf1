// The test of the network finds the same ways as a run, sees what a run would see, and sends nothing.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { testConnection } from '../../../electron/network/test-connection';
import { startConnectProxy } from '../../helpers/connect-proxy';
import { startRawHttpServer } from '../../helpers/raw-http-server';
import { makeTestAuthority, type TestAuthority } from '../../helpers/test-authority';

const host = 'apis.example.com';
const address = new URL(`https://${host}/company`);
const limitMs = 3000;
let authority: TestAuthority;
let certificate: { key: string; cert: string };
beforeAll(() => {
  authority = makeTestAuthority();
  certificate = authority.issue(host);
});
afterAll(() => authority.remove());

const opened: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close();
});

/** Flowmingo behind a proxy, which alone can find its name. */
async function setUp() {
  const api = await startRawHttpServer(() => undefined, certificate);
  const proxy = await startConnectProxy({ targetPort: api.port });
  opened.push(api, proxy);
  const route = {
    kind: 'http',
    host: '127.0.0.1',
    port: proxy.port,
    credentials: { username: 'jana', password: 'very-secret' },
  } as const;
  return { api, proxy, route };
}

test('names the proxy and whose certificate holds, and sends no request', async () => {
  const { api, proxy, route } = await setUp();
  const found = await testConnection(
    address,
    { resolveProxy: async () => [route, { kind: 'direct' }], readCertificates: () => [authority.root] },
    limitMs,
  );
  expect(found).toEqual({
    origin: `https://${host}`,
    routes: [{ kind: 'proxy', name: `127.0.0.1:${route.port}`, protocol: 'http' }, { kind: 'direct' }],
    outcome: {
      kind: 'connected',
      tookMs: expect.any(Number),
      tls: { protocol: 'TLSv1.3', issuer: 'Example Company Root' },
    },
  });
  expect(JSON.stringify(found)).not.toContain('very-secret');
  expect(proxy.heads).toHaveLength(1);
  expect(api.requests).toEqual([]);
});

test('says that nobody vouches for what answers', async () => {
  const { route } = await setUp();
  const found = await testConnection(address, { resolveProxy: async () => [route] }, limitMs);
  expect(found.outcome).toMatchObject({ kind: 'failed', why: 'not-trusted' });
});

test('says that the proxy is the cause, and names it', async () => {
  const { proxy, route } = await setUp();
  await proxy.close();
  const found = await testConnection(address, { resolveProxy: async () => [route] }, limitMs);
  expect(found.outcome).toMatchObject({
    kind: 'failed',
    why: 'proxy',
    detail: expect.stringContaining(`127.0.0.1:${route.port}`),
  });
});

test('says that the settings of the proxy cannot be read, and goes no way around them', async () => {
  const resolveProxy = async () => {
    throw new Error('PAC');
  };
  const found = await testConnection(address, { resolveProxy }, limitMs);
  expect(found.routes).toEqual([]);
  expect(found.outcome).toMatchObject({ kind: 'failed', why: 'proxy' });
});

test('this computer is reached straight and without TLS', async () => {
  const server = await startRawHttpServer(() => undefined);
  opened.push(server);
  const found = await testConnection(new URL(server.baseUrl), {}, limitMs);
  expect(found).toMatchObject({
    routes: [{ kind: 'direct' }],
    outcome: { kind: 'connected', tls: null },
  });
});
