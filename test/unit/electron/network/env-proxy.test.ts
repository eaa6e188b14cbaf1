import { describe, expect, it } from 'vitest';
import { createEnvProxy, toEnvRoute } from '../../../../electron/network/env-proxy';

const api = new URL('https://apis.flowmingo.ai/company');
const direct = { kind: 'direct' };
const proxy = (kind: string, host: string, port: number, credentials: object | null = null) => ({
  kind,
  host,
  port,
  credentials,
});

describe('the proxy that the environment names', () => {
  it.each([
    [{}, direct],
    [{ HTTPS_PROXY: '' }, direct],
    [{ HTTP_PROXY: 'http://p.example.com:1' }, direct],
    [{ HTTPS_PROXY: 'http://p.example.com:8080' }, proxy('http', 'p.example.com', 8080)],
    [{ https_proxy: 'http://p.example.com:8080/' }, proxy('http', 'p.example.com', 8080)],
    [
      { https_proxy: 'http://small.example.com', HTTPS_PROXY: 'http://large.example.com' },
      proxy('http', 'small.example.com', 80),
    ],
    [{ HTTPS_PROXY: 'p.example.com:3128' }, proxy('http', 'p.example.com', 3128)],
    [{ HTTPS_PROXY: 'localhost:3128' }, proxy('http', 'localhost', 3128)],
    [{ HTTPS_PROXY: 'https://p.example.com' }, proxy('https', 'p.example.com', 443)],
    [{ ALL_PROXY: 'socks5://p.example.com' }, proxy('socks5', 'p.example.com', 1080)],
    [{ all_proxy: 'socks5h://p.example.com:9' }, proxy('socks5', 'p.example.com', 9)],
    [{ ALL_PROXY: 'socks4a://p.example.com' }, proxy('socks4', 'p.example.com', 1080)],
    [
      { ALL_PROXY: 'socks5://a.example.com', HTTPS_PROXY: 'http://b.example.com' },
      proxy('http', 'b.example.com', 80),
    ],
    [{ HTTPS_PROXY: 'http://[::1]:3128' }, proxy('http', '::1', 3128)],
    [
      { HTTPS_PROXY: 'http://ana:p%40ss@p.example.com:1' },
      proxy('http', 'p.example.com', 1, { username: 'ana', password: 'p@ss' }),
    ],
    [
      { HTTPS_PROXY: 'http://ana:100%@p.example.com:1' },
      proxy('http', 'p.example.com', 1, { username: 'ana', password: '100%' }),
    ],
    [
      { ALL_PROXY: 'socks5://ana:pw@p.example.com' },
      proxy('socks5', 'p.example.com', 1080, { username: 'ana', password: 'pw' }),
    ],
  ])('%j', (env, expected) => {
    expect(toEnvRoute(env, api)).toEqual(expected);
  });

  it.each([
    'ftp://p.example.com',
    'http://',
    '://',
    'pac+https://p.example.com',
    'http://p.example.com:99999',
    'http://ana:secret@p.example.com:x',
  ])('%s is refused rather than gone around, and not repeated', async (text) => {
    const sentence =
      'HTTPS_PROXY does not name a proxy that can be used, such as http://proxy.example.com:8080.';
    await expect(createEnvProxy({ HTTPS_PROXY: text })(api)).rejects.toMatchObject({
      why: 'proxy',
      message: sentence,
    });
  });
});

describe('NO_PROXY', () => {
  const through = (list: string, url = api) =>
    toEnvRoute({ HTTPS_PROXY: 'http://p.example.com:1', NO_PROXY: list }, url).kind !== 'direct';

  it.each([
    '*',
    'apis.flowmingo.ai',
    'APIS.Flowmingo.AI',
    'flowmingo.ai',
    '.flowmingo.ai',
    '*.flowmingo.ai',
    'a.example.com, apis.flowmingo.ai',
    'a.example.com flowmingo.ai',
    'apis.flowmingo.ai:443',
  ])('%s takes Flowmingo out', (list) => {
    expect(through(list)).toBe(false);
  });

  it.each([
    '',
    ',',
    'mingo.ai',
    'pre-apis.flowmingo.ai',
    'apis.flowmingo.ai:8443',
    'apis.flowmingo.ai.example.com',
    '.',
  ])('%j does not', (list) => {
    expect(through(list)).toBe(true);
  });

  it('knows the port that an address names', () => {
    expect(through('flowmingo.ai:8443', new URL('https://apis.flowmingo.ai:8443'))).toBe(false);
  });
});
