// The ways by which a connection can reach the API: straight, or through a proxy. Credentials of a proxy are never part of a message.

/** A proxy that carries a connection onward without looking into it. */
export interface ProxyServer {
  /** What is spoken with the proxy; `https` is HTTP inside TLS. */
  readonly kind: 'http' | 'https' | 'socks4' | 'socks5';
  /** A name or an address; IPv6 without brackets. */
  readonly host: string;
  readonly port: number;
  /** The proxy's own, never Flowmingo's. */
  readonly credentials: { readonly username: string; readonly password: string } | null;
}

export type ProxyRoute = { readonly kind: 'direct' } | ProxyServer;

/**
 * The routes to the origin of a URL, the preferred one first; never empty. Rejects where they cannot be told: then nothing may be
 * sent, since a straight connection could lead around a company's proxy.
 */
export type ResolveProxy = (url: URL) => Promise<readonly ProxyRoute[]>;

export const directRoute: ProxyRoute = { kind: 'direct' };

/** A proxy as people know it: `proxy.example.com:8080`. */
export function toProxyName({ host, port }: ProxyServer): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** The same text for the same routes, credentials included: connections are only shared along one and the same way. */
export function toRouteKey(routes: readonly ProxyRoute[]): string {
  return JSON.stringify(routes);
}
