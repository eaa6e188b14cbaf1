// Opens a connection to the API along the first route that works, with TLS up to Flowmingo itself. Nothing of a request is sent here,
// so whatever fails here has certainly not been processed.
import { once } from 'node:events';
import net from 'node:net';
import tls from 'node:tls';
import { ConnectionFailure, toCode } from './connection-failure';
import { openTunnel, type Target } from './open-tunnel';
import { type ProxyRoute, toProxyName } from './proxy-route';

/** OpenSSL's and Node's names for a TLS handshake that does not hold. */
const tlsCodes =
  /^(ERR_TLS_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA|ERR_SSL_)/;

export interface OpenOptions {
  /** For all routes together. */
  readonly limitMs: number;
  /** Which roots count; Node's own where it is missing. */
  readonly secureContext: tls.SecureContext | undefined;
  /** Sockets on their way: destroying one ends the opening. */
  readonly opening: Set<net.Socket>;
  /** Asked for the target's addresses on the straight way; the system's resolver where it is missing. */
  readonly lookup?: net.LookupFunction;
}

/**
 * Tries the routes in their order, each within its share of the time. Another route is tried only after a failure that says nothing
 * against the target: never after a certificate that does not hold.
 * @throws ConnectionFailure, the first route's.
 */
export async function openConnection(
  target: Target & { readonly isSecure: boolean },
  routes: readonly ProxyRoute[],
  options: OpenOptions,
): Promise<net.Socket> {
  const endsAtMs = Date.now() + options.limitMs;
  let first: ConnectionFailure | null = null;
  for (const [index, route] of routes.entries()) {
    const shareMs = Math.max(1, (endsAtMs - Date.now()) / (routes.length - index));
    try {
      return await openAlong(route, target, { ...options, limitMs: shareMs });
    } catch (error) {
      const failure =
        error instanceof ConnectionFailure ? error : new ConnectionFailure('network', toCode(error));
      first ??= failure;
      if (failure.isFinal) throw failure;
    }
  }
  throw first ?? new ConnectionFailure('proxy', 'No way to Flowmingo is known.', true);
}

async function openAlong(
  route: ProxyRoute,
  target: Target & { readonly isSecure: boolean },
  { limitMs, secureContext, opening, lookup }: OpenOptions,
): Promise<net.Socket> {
  const owned: net.Socket[] = [];
  let isOver = false;
  const own = (socket: net.Socket) => {
    socket.setNoDelay(true);
    // A socket may fail at any time, also between two steps, and must not take the process with it.
    socket.on('error', () => undefined);
    owned.push(socket);
    opening.add(socket);
    if (isOver) socket.destroy();
  };
  const open = async () => {
    const socket =
      route.kind === 'direct'
        ? await openTcp(target, lookup, own)
        : await openTunnel(route, target, secureContext, own);
    return target.isSecure ? await openTls(socket, target, secureContext, own) : socket;
  };
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(tooSlow(route, limitMs)), limitMs);
  });
  try {
    return await Promise.race([open(), limit]);
  } catch (error) {
    isOver = true;
    for (const socket of owned) socket.destroy();
    throw error;
  } finally {
    clearTimeout(timer);
    for (const socket of owned) opening.delete(socket);
  }
}

async function openTcp(
  { host, port }: Target,
  lookup: net.LookupFunction | undefined,
  own: (socket: net.Socket) => void,
): Promise<net.Socket> {
  const socket = net.connect({ host, port, ...(lookup === undefined ? {} : { lookup }) });
  own(socket);
  await once(socket, 'connect');
  return socket;
}

/** The certificate is the target's and is checked for its name, whoever carries the bytes. */
async function openTls(
  socket: net.Socket,
  { host }: Target,
  secureContext: tls.SecureContext | undefined,
  own: (socket: net.Socket) => void,
): Promise<net.Socket> {
  const secured = tls.connect({
    socket,
    host,
    servername: net.isIP(host) === 0 ? host : '',
    ALPNProtocols: ['http/1.1'],
    rejectUnauthorized: true,
    ...(secureContext === undefined ? {} : { secureContext }),
  });
  own(secured);
  try {
    await once(secured, 'secureConnect');
    return secured;
  } catch (error) {
    const code = toCode(error);
    if (secured.authorizationError != null || tlsCodes.test(code))
      throw new ConnectionFailure('not-trusted', code, true);
    throw error;
  }
}

function tooSlow(route: ProxyRoute, limitMs: number): ConnectionFailure {
  const seconds = `${Math.round(limitMs / 100) / 10} s`;
  return route.kind === 'direct'
    ? new ConnectionFailure('network', `no connection within ${seconds}`)
    : new ConnectionFailure(
        'proxy',
        `The proxy ${toProxyName(route)} opened no connection within ${seconds}.`,
      );
}
