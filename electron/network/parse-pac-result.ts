// Reads what a proxy script, or Electron's resolveProxy, answers: "PROXY a:8080; SOCKS5 b:1080; DIRECT". Pure.
import { ConnectionFailure } from './connection-failure';
import type { ProxyRoute, ProxyServer } from './proxy-route';

/** The words of the format; SOCKS alone means version 4 (Chromium, net/base/proxy_string_util). */
const kinds: ReadonlyMap<string, ProxyServer['kind']> = new Map([
  ['PROXY', 'http'],
  ['HTTP', 'http'],
  ['HTTPS', 'https'],
  ['SOCKS', 'socks4'],
  ['SOCKS4', 'socks4'],
  ['SOCKS5', 'socks5'],
]);

/** Where the text names no port (Chromium, ProxyServer::GetDefaultPortForScheme). */
const defaultPorts: Readonly<Record<ProxyServer['kind'], number>> = {
  http: 80,
  https: 443,
  socks4: 1080,
  socks5: 1080,
};

/**
 * The routes in their order, without those of a kind that is not known here (QUIC, for one).
 * @throws ConnectionFailure where nothing usable is left.
 */
export function parsePacResult(text: string): readonly ProxyRoute[] {
  const routes = text.split(';').flatMap((entry) => parseEntry(entry.trim()) ?? []);
  if (routes.length > 0) return routes;
  throw new ConnectionFailure(
    'proxy',
    'The proxy settings of this computer name no proxy that can be used here.',
    true,
  );
}

function parseEntry(entry: string): ProxyRoute | null {
  const [word = '', address = '', ...rest] = entry.split(/\s+/);
  if (rest.length > 0) return null;
  if (word.toUpperCase() === 'DIRECT') return address === '' ? { kind: 'direct' } : null;
  const kind = kinds.get(word.toUpperCase());
  const parts = /^(?:\[([0-9a-f:.]+)\]|([^\s:/@[\]]+))(?::(\d{1,5}))?$/i.exec(address);
  const host = parts?.[1] ?? parts?.[2];
  if (kind === undefined || host === undefined) return null;
  const port = parts?.[3] === undefined ? defaultPorts[kind] : Number(parts[3]);
  return port >= 1 && port <= 65_535 ? { kind, host, port, credentials: null } : null;
}
