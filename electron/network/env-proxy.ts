// The proxy that the environment names, as curl and others read it: HTTPS_PROXY, ALL_PROXY and NO_PROXY, in capitals or not. Pure.
// HTTP_PROXY is for http addresses: those are this computer's own here, and go straight.
import { ConnectionFailure } from './connection-failure';
import { directRoute, type ProxyRoute, type ProxyServer, type ResolveProxy } from './proxy-route';

type Env = Readonly<Record<string, string | undefined>>;

const schemes: ReadonlyMap<string, { kind: ProxyServer['kind']; defaultPort: number }> = new Map([
  ['http:', { kind: 'http', defaultPort: 80 }],
  ['https:', { kind: 'https', defaultPort: 443 }],
  ['socks:', { kind: 'socks5', defaultPort: 1080 }],
  ['socks4:', { kind: 'socks4', defaultPort: 1080 }],
  ['socks4a:', { kind: 'socks4', defaultPort: 1080 }],
  ['socks5:', { kind: 'socks5', defaultPort: 1080 }],
  ['socks5h:', { kind: 'socks5', defaultPort: 1080 }],
]);

/** A resolver for one environment. It rejects with a ConnectionFailure where a variable holds no proxy. */
export function createEnvProxy(env: Env): ResolveProxy {
  return async (url) => [toEnvRoute(env, url)];
}

/** @throws ConnectionFailure where the variable that counts holds no proxy. Its text is not repeated: it may hold a password. */
export function toEnvRoute(env: Env, url: URL): ProxyRoute {
  const names = url.protocol === 'https:' ? ['https_proxy', 'all_proxy'] : ['http_proxy', 'all_proxy'];
  for (const name of names) {
    const text = readVariable(env, name);
    if (text === '') continue;
    if (isExempt(readVariable(env, 'no_proxy'), url)) return directRoute;
    const proxy = parseProxy(text);
    if (proxy !== null) return proxy;
    const sentence = `${name.toUpperCase()} does not name a proxy that can be used, such as http://proxy.example.com:8080.`;
    throw new ConnectionFailure('proxy', sentence, true);
  }
  return directRoute;
}

/** The small spelling wins where both are set, as with curl. */
function readVariable(env: Env, name: string): string {
  return (env[name]?.trim() || env[name.toUpperCase()]?.trim()) ?? '';
}

function parseProxy(text: string): ProxyServer | null {
  let url: URL;
  try {
    url = new URL(text.includes('://') ? text : `http://${text}`);
  } catch {
    return null;
  }
  const scheme = schemes.get(url.protocol);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (scheme === undefined || host === '') return null;
  const { username, password } = url;
  return {
    kind: scheme.kind,
    host,
    port: url.port === '' ? scheme.defaultPort : Number(url.port),
    credentials:
      username === '' && password === '' ? null : { username: decode(username), password: decode(password) },
  };
}

/** A lone % in a password is a % that nobody encoded. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Whether NO_PROXY names this host, a domain that it is in, or everything (`*`). Ranges of addresses are not read: the API has a name. */
function isExempt(list: string, url: URL): boolean {
  const host = url.hostname.toLowerCase();
  const port = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port;
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .some((entry) => {
      if (entry === '*') return true;
      const [, name = entry, entryPort = port] = /^(.*?):(\d+)$/.exec(entry) ?? [];
      const domain = name.replace(/^\*?\./, '');
      if (domain === '' || entryPort !== port) return false;
      return host === domain || host.endsWith(`.${domain}`);
    });
}
