// Opens a connection to a link's host: with TLS up to the host itself, along the system's proxy where there is one, and on the straight way
// to public addresses only. Sends nothing but what TLS and a proxy need, and none of Flowmingo's.
import net from 'node:net';
import { ConnectionFailure } from '../network/connection-failure';
import type { NetworkSettings } from '../network/connection-pool';
import { openConnection } from '../network/open-connection';
import type { ProxyRoute } from '../network/proxy-route';
import { createRouteFinder } from '../network/route-finder';
import { toSecureContext } from '../network/secure-context';
import {
  type AddressGuard,
  createGuardedLookup,
  findAllowedAddresses,
  specialAddressCode,
} from './guarded-lookup';

/** @throws ConnectionFailure; its message is `specialAddressCode` where the host is not a public one. */
export type OpenLinkConnection = (url: URL, limitMs: number, signal: AbortSignal) => Promise<net.Socket>;

/** Behind a proxy: a resolver that knows no outside names may also keep silent about them. */
const ownResolverMs = 1500;

/** Connections of their own, kept for nobody: each is for one request. */
export function createLinkConnections(
  { resolveProxy, readCertificates }: NetworkSettings,
  guard: AddressGuard,
): OpenLinkConnection {
  const findRoutes = createRouteFinder(resolveProxy);
  const lookup = createGuardedLookup(guard);
  let secureContext: ReturnType<typeof toSecureContext> | null = null;
  return async (url, limitMs, signal) => {
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const target = { host, port: Number(url.port || 443), isSecure: true };
    const endsAtMs = Date.now() + limitMs;
    const routes = await untilAborted(findRoutes(url), signal, limitMs);
    await untilAborted(refuseSpecialHost(host, routes, guard), signal, endsAtMs - Date.now());
    secureContext ??= toSecureContext(readCertificates);
    const opening = new Set<net.Socket>();
    const stop = () => {
      for (const socket of opening) socket.destroy(new Error('stopped'));
    };
    signal.addEventListener('abort', stop, { once: true });
    try {
      return await openConnection(target, routes, {
        limitMs: Math.max(1, endsAtMs - Date.now()),
        secureContext,
        opening,
        lookup,
      });
    } finally {
      signal.removeEventListener('abort', stop);
    }
  };
}

/**
 * A host that is an address is judged at once. Behind a proxy the proxy finds the host's address, so what this computer's resolver says
 * can only refuse: a network in which it knows no outside names is no reason to.
 */
async function refuseSpecialHost(
  host: string,
  routes: readonly ProxyRoute[],
  guard: AddressGuard,
): Promise<void> {
  if (net.isIP(host) === 0 && routes.every(({ kind }) => kind === 'direct')) return;
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ownResolverMs);
  });
  try {
    await Promise.race([findAllowedAddresses(host, guard), patience]);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === specialAddressCode)
      throw new ConnectionFailure('network', specialAddressCode, true);
  } finally {
    clearTimeout(timer);
  }
}

/** A resolver cannot be interrupted; it may go on by itself, and nobody waits for it. */
async function untilAborted<Value>(
  work: Promise<Value>,
  signal: AbortSignal,
  limitMs: number,
): Promise<Value> {
  work.catch(() => undefined);
  let end: (() => void) | undefined;
  let timer: NodeJS.Timeout | undefined;
  const ended = new Promise<never>((_, reject) => {
    end = () => reject(new ConnectionFailure('network', 'stopped', true));
    if (signal.aborted) end();
    signal.addEventListener('abort', end, { once: true });
    timer = setTimeout(
      () => reject(new ConnectionFailure('network', 'ETIMEDOUT', true)),
      Math.max(1, limitMs),
    );
  });
  try {
    return await Promise.race([work, ended]);
  } finally {
    clearTimeout(timer);
    if (end !== undefined) signal.removeEventListener('abort', end);
  }
}
