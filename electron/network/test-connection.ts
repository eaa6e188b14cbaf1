// Opens one connection to an address and closes it again, to see whether this network lets it through. Never sends a request, nor a key.
import tls from 'node:tls';
import type { NetworkTest } from '../../shared/settings/settings-channels';
import { ConnectionFailure, toCode } from './connection-failure';
import type { NetworkSettings } from './connection-pool';
import { openConnection } from './open-connection';
import { type ProxyRoute, toProxyName } from './proxy-route';
import { createRouteFinder } from './route-finder';
import { toSecureContext } from './secure-context';

/** Finds the routes to an address as a run would, and tries them in their order. Never rejects. */
export async function testConnection(
  url: URL,
  { resolveProxy, readCertificates }: NetworkSettings,
  limitMs: number,
): Promise<NetworkTest> {
  const startedAtMs = performance.now();
  const { origin } = url;
  let routes: readonly ProxyRoute[] = [];
  try {
    // Its own finder, so that nothing is answered from a minute ago.
    routes = await createRouteFinder(resolveProxy)(url);
    const isSecure = url.protocol === 'https:';
    const target = {
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: Number(url.port || (isSecure ? 443 : 80)),
      isSecure,
    };
    const socket = await openConnection(target, routes, {
      limitMs,
      secureContext: isSecure ? toSecureContext(readCertificates) : undefined,
      opening: new Set(),
    });
    const tookMs = Math.round(performance.now() - startedAtMs);
    const tlsFacts = socket instanceof tls.TLSSocket && isSecure ? toTlsFacts(socket) : null;
    socket.destroy();
    return { origin, routes: routes.map(toRouteView), outcome: { kind: 'connected', tookMs, tls: tlsFacts } };
  } catch (error) {
    const why = error instanceof ConnectionFailure ? error.why : 'network';
    const detail = error instanceof ConnectionFailure ? error.message : toCode(error);
    return { origin, routes: routes.map(toRouteView), outcome: { kind: 'failed', why, detail } };
  }
}

function toRouteView(route: ProxyRoute): NetworkTest['routes'][number] {
  return route.kind === 'direct'
    ? { kind: 'direct' }
    : { kind: 'proxy', name: toProxyName(route), protocol: route.kind };
}

function toTlsFacts(socket: tls.TLSSocket): { protocol: string; issuer: string } {
  // Typed as one text, a name may hold several.
  const { issuer } = socket.getPeerCertificate() as { issuer?: Record<string, string | string[]> };
  const name = issuer?.O ?? issuer?.CN ?? '';
  return { protocol: socket.getProtocol() ?? '', issuer: [name].flat().join(', ') };
}
