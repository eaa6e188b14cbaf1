// Through a company's proxy: TLS up to Flowmingo, one POST for each send on a warm tunnel, and the truth about whether anything left.
import type net from 'node:net';
import tls from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createFlowmingoClient } from '../../../electron/flowmingo/flowmingo-client';
import { createHttpTransport } from '../../../electron/flowmingo/http-transport';
import { openConnection } from '../../../electron/network/open-connection';
import type { ProxyRoute, ProxyServer, ResolveProxy } from '../../../electron/network/proxy-route';
import { type ConnectProxy, type ConnectProxyOptions, startConnectProxy } from '../../helpers/connect-proxy';
import { type RawHttpServer, startRawHttpServer, toHttpAnswer } from '../../helpers/raw-http-server';
import { startSocksProxy } from '../../helpers/socks-proxy';
import { makeTestAuthority, type TestAuthority } from '../../helpers/test-authority';

const host = 'apis.example.com';
const key = 'fl_live_abcd1234.verysecrethalf';
const invite = {
  com_interview_set_id: 'set-1',
  candidates: [{ email: 'ana@example.com' }],
  send_invite: true,
};
const good = JSON.stringify({
  results: [{ email_address: 'ana@example.com', submission: { id: 's' }, invitation: { id: 'i' } }],
});
const envelope = (status: number) => JSON.stringify({ statusCode: status, message: 'No', path: '/x' });

let authority: TestAuthority;
let certificate: { key: string; cert: string };
let stranger: TestAuthority;
beforeAll(() => {
  authority = makeTestAuthority();
  stranger = makeTestAuthority();
  certificate = authority.issue(host);
});
afterAll(() => {
  authority.remove();
  stranger.remove();
});

const opened: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close();
});

type Respond = Parameters<typeof startRawHttpServer>[0];

async function startApi(respond: Respond = (_, socket) => socket.write(toHttpAnswer(201, good))) {
  const api = await startRawHttpServer(respond, certificate);
  opened.push(api);
  return api;
}

async function startProxy(options: ConnectProxyOptions): Promise<ConnectProxy> {
  const proxy = await startConnectProxy(options);
  opened.push(proxy);
  return proxy;
}

const httpProxy = (port: number, credentials: ProxyServer['credentials'] = null): ProxyServer => ({
  kind: 'http',
  host: '127.0.0.1',
  port,
  credentials,
});

/** A client whose API stands behind `routes`, under a name that only a proxy can find. */
function makeClient(
  routes: readonly ProxyRoute[] | ResolveProxy,
  { connectMs = 2000, port = 443, roots = [authority.root], name = host } = {},
) {
  const transport = createHttpTransport(
    { connectMs, firstByteMs: 300, bodyMs: 300 },
    {
      resolveProxy: typeof routes === 'function' ? routes : async () => routes,
      readCertificates: () => roots,
    },
  );
  opened.push(transport);
  return createFlowmingoClient({
    baseUrl: `https://${name}:${port}/company`,
    readKey: async () => key,
    transport,
  });
}

describe('a write through a tunnel', () => {
  it('reaches Flowmingo, and the proxy sees neither the key nor the request', async () => {
    const api = await startApi();
    const proxy = await startProxy({ targetPort: api.port });
    expect(await makeClient([httpProxy(proxy.port)]).sendInvite(invite)).toMatchObject({ kind: 'processed' });
    expect(api.requests).toHaveLength(1);
    expect(api.requests[0]?.head).toContain(`x-api-key: ${key}`);
    expect(proxy.heads).toHaveLength(1);
    expect(proxy.heads[0]).toMatch(/^CONNECT apis\.example\.com:443 HTTP\/1\.1\r\n/);
    const seen = proxy.heads.join() + proxy.bytesThrough().toString('latin1');
    expect(proxy.bytesThrough().length).toBeGreaterThan(500);
    for (const secret of [key, 'verysecrethalf', 'x-api-key', 'ana@example.com', 'invite'])
      expect(seen).not.toContain(secret);
  });

  it('keeps the tunnel: 20 writes, one CONNECT', async () => {
    const api = await startApi();
    const proxy = await startProxy({ targetPort: api.port });
    const client = makeClient([httpProxy(proxy.port)]);
    for (let count = 0; count < 20; count += 1)
      expect((await client.sendInvite(invite)).kind).toBe('processed');
    expect(proxy.heads).toHaveLength(1);
    expect(api.requests).toHaveLength(20);
  });

  it('asks for the way once, also when 16 writes leave together', async () => {
    const api = await startApi();
    const proxy = await startProxy({ targetPort: api.port });
    let asked = 0;
    const client = makeClient(async () => {
      asked += 1;
      return [httpProxy(proxy.port)];
    });
    const outcomes = await Promise.all(Array.from({ length: 16 }, () => client.sendInvite(invite)));
    expect(outcomes.every(({ kind }) => kind === 'processed')).toBe(true);
    expect(api.requests).toHaveLength(16);
    expect(asked).toBe(1);
  });

  it('goes through a proxy that is itself reached over TLS', async () => {
    const api = await startApi();
    const proxy = await startProxy({ targetPort: api.port, secure: authority.issue('localhost') });
    const route: ProxyRoute = { ...httpProxy(proxy.port), kind: 'https', host: 'localhost' };
    expect(await makeClient([route]).sendInvite(invite)).toMatchObject({ kind: 'processed' });
    expect(proxy.heads).toHaveLength(1);
  });

  it('hands the proxy its own user name and password, and nobody else', async () => {
    const api = await startApi();
    const proxy = await startProxy({ targetPort: api.port });
    const credentials = { username: 'ana', password: 'pä:ss' };
    await makeClient([httpProxy(proxy.port, credentials)]).sendInvite(invite);
    const expected = Buffer.from('ana:pä:ss', 'utf8').toString('base64');
    expect(proxy.heads[0]?.toLowerCase()).toContain('proxy-authorization: basic ');
    expect(proxy.heads[0]).toContain(expected);
    expect(api.requests[0]?.head.toLowerCase()).not.toContain('proxy-');
  });
});

describe('a SOCKS proxy', () => {
  const socks = (port: number, kind: 'socks4' | 'socks5', password: string | null = null): ProxyServer => ({
    kind,
    host: '127.0.0.1',
    port,
    credentials: password === null ? null : { username: 'ana', password },
  });
  const startSocks = async (port: number, password: string | null = null) => {
    const proxy = await startSocksProxy(port, password);
    opened.push(proxy);
    return proxy;
  };

  it.each(['socks4', 'socks5'] as const)(
    '%s finds the name by itself, and keeps the tunnel',
    async (kind) => {
      const api = await startApi();
      const proxy = await startSocks(api.port);
      const client = makeClient([socks(proxy.port, kind)]);
      for (let count = 0; count < 3; count += 1)
        expect(await client.sendInvite(invite)).toMatchObject({ kind: 'processed' });
      expect(proxy.asked).toEqual([kind === 'socks4' ? `4 ${host}:443` : `5  ${host}:443`]);
      expect(api.requests).toHaveLength(3);
    },
  );

  it('takes its user name and password; a wrong one is certainly not sent, and in no message', async () => {
    const api = await startApi();
    const proxy = await startSocks(api.port, 'right');
    expect(await makeClient([socks(proxy.port, 'socks5', 'right')]).sendInvite(invite)).toMatchObject({
      kind: 'processed',
    });
    expect(proxy.asked).toEqual([`5 ana:right ${host}:443`]);
    const outcome = await makeClient([socks(proxy.port, 'socks5', 'wrongword')]).sendInvite(invite);
    expect(outcome).toMatchObject({ kind: 'not-processed', why: 'offline' });
    expect(outcome).toMatchObject({ message: expect.stringContaining('did not open a connection') });
    expect(JSON.stringify(outcome)).not.toContain('wrongword');
  });

  it('a silent one is left after the limit', async () => {
    const silent = await startProxy({ respond: () => undefined });
    const client = makeClient([socks(silent.port, 'socks5')], { connectMs: 200 });
    expect(await client.sendInvite(invite)).toMatchObject({
      kind: 'not-processed',
      message: expect.stringContaining('within 0.2 s'),
    });
  });
});

describe('a write on a warm tunnel', () => {
  type Misbehave = (socket: net.Socket, proxy: ConnectProxy) => void;
  const unknown = (why: string) => ({ kind: 'unknown', why });
  const cases: [string, Misbehave, object][] = [
    ['a reset', (_, proxy) => proxy.reset(), unknown('answer-lost')],
    ['a quiet end', (socket) => socket.end(), unknown('answer-lost')],
    ['a dead end', (socket) => socket.destroy(), unknown('answer-lost')],
    [
      '408',
      (socket) => socket.end(toHttpAnswer(408, envelope(408), { connection: 'close' })),
      unknown('server-error'),
    ],
    ['503', (socket) => socket.write(toHttpAnswer(503, envelope(503))), unknown('server-error')],
    [
      'an answer that is cut',
      (socket) => socket.end(toHttpAnswer(201, good).slice(0, -20)),
      unknown('answer-lost'),
    ],
    [
      'an answer that stalls',
      (socket) => socket.write(toHttpAnswer(201, good).slice(0, -20)),
      unknown('answer-lost'),
    ],
    ['no answer at all', () => undefined, unknown('timed-out')],
    [
      '429',
      (socket) => socket.write(toHttpAnswer(429, 'slow down', { 'retry-after': '7' })),
      { kind: 'not-processed', why: 'rate-limited', retryAfterMs: 7000 },
    ],
    [
      '400',
      (socket) => socket.write(toHttpAnswer(400, envelope(400))),
      { kind: 'not-processed', why: 'bad-request' },
    ],
  ];
  it.each(cases)('%s: one POST, classified', async (_, misbehave, expected) => {
    let proxy: ConnectProxy | null = null;
    const api = await startApi((request, socket) => {
      if (request.onConnection === 1) socket.write(toHttpAnswer(201, good));
      else if (proxy !== null) misbehave(socket, proxy);
    });
    proxy = await startProxy({ targetPort: api.port });
    const client = makeClient([httpProxy(proxy.port)]);
    expect((await client.sendInvite(invite)).kind).toBe('processed');
    expect(await client.sendInvite(invite)).toMatchObject(expected);
    expect(api.requests.map(({ onConnection }) => onConnection)).toEqual([1, 2]);
    expect(proxy.heads).toHaveLength(1);
  });
});

describe('a proxy that opens no way', () => {
  const notSent = (message: RegExp | string) => ({
    kind: 'not-processed',
    why: 'offline',
    message: expect.stringMatching(message),
  });
  const answer = (head: string) => (socket: net.Socket) => void socket.end(`HTTP/1.1 ${head}\r\n\r\n`);
  const cases: [string, (socket: net.Socket) => void, RegExp][] = [
    [
      '407',
      answer('407 Auth\r\nProxy-Authenticate: Basic realm="x"'),
      /asks for a user name and password\.$/,
    ],
    ['403', answer('403 Forbidden'), /did not let us through \(status 403\)\.$/],
    ['502', answer('502 Bad gateway'), /\(status 502\)\.$/],
    ['a redirect', answer('302 Found\r\nLocation: http://127.0.0.1:9/'), /\(status 302\)\.$/],
    ['bytes of its own behind its yes', answer('200 OK\r\n\r\nGET / HTTP/1.1'), /did not let us through/],
    ['an end instead of an answer', (socket) => socket.end(), /did not open a connection/],
    ['a reset instead of an answer', (socket) => socket.resetAndDestroy(), /did not open a connection/],
    ['no HTTP', (socket) => void socket.end('SSH-2.0-x\r\n\r\n'), /did not open a connection/],
    ['silence', () => undefined, /opened no connection within 0\.3 s\.$/],
    [
      'silence behind its yes',
      (socket) => void socket.write('HTTP/1.1 200 OK\r\n\r\n'),
      /opened no connection within 0\.3 s\.$/,
    ],
  ];
  it.each(cases)('%s: certainly not sent, said in a sentence', async (_, respond, sentence) => {
    const proxy = await startProxy({ respond });
    const client = makeClient([httpProxy(proxy.port)], { connectMs: 300 });
    expect(await client.sendInvite(invite)).toMatchObject(notSent(sentence));
    expect(proxy.heads).toHaveLength(1);
    expect(proxy.heads[0]).not.toContain('verysecret');
  });

  it('a tunnel that breaks during the handshake: certainly not sent', async () => {
    const proxy = await startProxy({
      respond: (socket) => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        socket.once('data', () => socket.destroy());
      },
    });
    expect(await makeClient([httpProxy(proxy.port)]).sendInvite(invite)).toMatchObject(notSent(/ECONNRESET/));
  });

  it('nobody there: the screen gets a sentence with the proxy’s name', async () => {
    const proxy = await startConnectProxy();
    await proxy.close();
    const client = makeClient([httpProxy(proxy.port)]);
    const message = `The proxy 127.0.0.1:${proxy.port} did not open a connection (ECONNREFUSED).`;
    expect(await client.sendInvite(invite)).toMatchObject(notSent(message.replace(/[().]/g, '\\$&')));
    await expect(client.readMe()).rejects.toMatchObject({ code: 'api/proxy', params: { message } });
  });

  it('a password is in no message', async () => {
    const proxy = await startProxy({ respond: answer('407 Auth') });
    const credentials = { username: 'someuser', password: 'somepassword' };
    const outcome = await makeClient([httpProxy(proxy.port, credentials)]).sendInvite(invite);
    expect(outcome).toMatchObject(notSent(/did not accept its user name and password\.$/));
    expect(JSON.stringify(outcome)).not.toMatch(/someuser|somepassword/);
  });

  it('settings that cannot be read: nothing goes straight instead', async () => {
    const api = await startApi();
    const client = makeClient(async () => Promise.reject(new Error('no settings')), { port: api.port });
    expect(await client.sendInvite(invite)).toMatchObject(notSent(/settings .* could not be read\.$/));
    const silent = makeClient(() => new Promise(() => undefined), { connectMs: 200, port: api.port });
    expect(await silent.sendInvite(invite)).toMatchObject(notSent(/could not be read within 0\.2 s\.$/));
    expect(api.requests).toHaveLength(0);
  });
});

describe('several routes', () => {
  it('the next one is tried where a proxy is dead, refuses, or is silent', async () => {
    const api = await startApi();
    const dead = await startConnectProxy();
    await dead.close();
    const refusing = await startProxy({ respond: (socket) => void socket.end('HTTP/1.1 503 Busy\r\n\r\n') });
    const silent = await startProxy({ respond: () => undefined });
    const good = await startProxy({ targetPort: api.port });
    const routes = [dead, refusing, silent, good].map(({ port }) => httpProxy(port));
    const client = makeClient(routes, { connectMs: 1200 });
    expect(await client.sendInvite(invite)).toMatchObject({ kind: 'processed' });
    expect([refusing, silent, good].map(({ heads }) => heads.length)).toEqual([1, 1, 1]);
    expect(api.requests).toHaveLength(1);
  });

  it('the straight one is tried where the settings name it as the last resort', async () => {
    const api = await startApi();
    const dead = await startConnectProxy();
    await dead.close();
    const secureContext = tls.createSecureContext({ ca: [authority.root] });
    const target = { host: '127.0.0.1', port: api.port, isSecure: false };
    const options = { limitMs: 2000, secureContext, opening: new Set<net.Socket>() };
    const socket = await openConnection(target, [httpProxy(dead.port), { kind: 'direct' }], options);
    expect(socket.remotePort).toBe(api.port);
    expect(options.opening.size).toBe(0);
    socket.destroy();
  });

  it('none is tried after a 407: a company that asks for a name is not gone around', async () => {
    const api = await startApi();
    const asking = await startProxy({ respond: (socket) => void socket.end('HTTP/1.1 407 Auth\r\n\r\n') });
    const second = await startProxy({ targetPort: api.port });
    const client = makeClient([httpProxy(asking.port), httpProxy(second.port)]);
    expect(await client.sendInvite(invite)).toMatchObject({ kind: 'not-processed' });
    expect(second.heads).toHaveLength(0);
  });

  it('none is tried after a certificate that does not hold', async () => {
    const api = await startApi();
    const first = await startProxy({ targetPort: api.port });
    const second = await startProxy({ targetPort: api.port });
    const client = makeClient([httpProxy(first.port), httpProxy(second.port)], { roots: [stranger.root] });
    expect(await client.sendInvite(invite)).toMatchObject({ kind: 'not-processed', why: 'not-trusted' });
    expect(second.heads).toHaveLength(0);
    expect(api.requests).toHaveLength(0);
  });
});

describe('this computer’s own addresses', () => {
  it('are reached straight, and no settings are asked', async () => {
    const api: RawHttpServer = await startRawHttpServer((_, socket) => socket.write(toHttpAnswer(201, good)));
    opened.push(api);
    let asked = 0;
    const transport = createHttpTransport(undefined, {
      resolveProxy: async () => {
        asked += 1;
        return [httpProxy(9)];
      },
    });
    onTestFinished(() => transport.close());
    const client = createFlowmingoClient({ baseUrl: api.baseUrl, readKey: async () => key, transport });
    expect(await client.sendInvite(invite)).toMatchObject({ kind: 'processed' });
    expect(asked).toBe(0);
  });

  it('alone may be without TLS', async () => {
    const proxy = await startProxy({ respond: () => undefined });
    const transport = createHttpTransport(undefined, { resolveProxy: async () => [httpProxy(proxy.port)] });
    onTestFinished(() => transport.close());
    const client = createFlowmingoClient({
      baseUrl: 'http://apis.example.com',
      readKey: async () => key,
      transport,
    });
    expect(await client.sendInvite(invite)).toMatchObject({ kind: 'not-processed', why: 'not-trusted' });
    expect(proxy.heads).toHaveLength(0);
  });
});
