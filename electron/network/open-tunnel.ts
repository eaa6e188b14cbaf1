// Asks a proxy for a tunnel. It is told the target's host and port and its own credentials, and never anything of the request.
import { once } from 'node:events';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import type { SecureContext } from 'node:tls';
import { SocksClient } from 'socks';
import { ConnectionFailure, toCode } from './connection-failure';
import { type ProxyServer, toProxyName } from './proxy-route';

/** Where a connection is to end. */
export interface Target {
  /** IPv6 without brackets. */
  readonly host: string;
  readonly port: number;
}

/** Longer than any opening may take: the bound that counts is the caller's, which destroys the socket. */
const noLimitMs = 10 * 60_000;

/**
 * A socket whose other end is the target. `own` gets every socket as soon as it is there: whoever owns it may destroy it.
 * @throws ConnectionFailure with `why: 'proxy'` and a sentence.
 */
export function openTunnel(
  proxy: ProxyServer,
  target: Target,
  secureContext: SecureContext | undefined,
  own: (socket: net.Socket) => void,
): Promise<net.Socket> {
  return proxy.kind === 'http' || proxy.kind === 'https'
    ? openHttpTunnel(proxy, target, secureContext, own)
    : openSocksTunnel(proxy, target, own);
}

/** CONNECT (RFC 9110, 9.3.6), sent once. */
function openHttpTunnel(
  proxy: ProxyServer,
  target: Target,
  secureContext: SecureContext | undefined,
  own: (socket: net.Socket) => void,
): Promise<net.Socket> {
  const authority = `${target.host.includes(':') ? `[${target.host}]` : target.host}:${target.port}`;
  return new Promise((resolve, reject) => {
    const request = (proxy.kind === 'https' ? https : http).request({
      method: 'CONNECT',
      host: proxy.host,
      port: proxy.port,
      path: authority,
      agent: false,
      headers: {
        host: authority,
        connection: 'keep-alive',
        'proxy-connection': 'keep-alive',
        ...toProxyAuthorization(proxy),
      },
      ...(proxy.kind === 'https'
        ? { secureContext, servername: net.isIP(proxy.host) === 0 ? proxy.host : '' }
        : {}),
    });
    request.on('socket', own);
    request.on('error', (error) => reject(notReached(proxy, error)));
    request.on('connect', ({ statusCode = 0 }, socket, head) => {
      // The target speaks after us (TLS), so a byte that comes along with the proxy's yes is not the target's.
      if (statusCode >= 200 && statusCode < 300 && head.length === 0) return resolve(socket);
      socket.destroy();
      reject(refused(proxy, statusCode));
    });
    request.end();
  });
}

function toProxyAuthorization({ credentials }: ProxyServer): Record<string, string> {
  if (credentials === null) return {};
  const pair = Buffer.from(`${credentials.username}:${credentials.password}`, 'utf8');
  return { 'proxy-authorization': `Basic ${pair.toString('base64')}` };
}

/** SOCKS 5 (RFC 1928, 1929) and 4a. The proxy resolves the target's name. */
async function openSocksTunnel(
  proxy: ProxyServer,
  target: Target,
  own: (socket: net.Socket) => void,
): Promise<net.Socket> {
  const socket = net.connect({ host: proxy.host, port: proxy.port });
  own(socket);
  try {
    await once(socket, 'connect');
    await SocksClient.createConnection({
      command: 'connect',
      existing_socket: socket,
      destination: { ...target },
      proxy: {
        host: proxy.host,
        port: proxy.port,
        type: proxy.kind === 'socks4' ? 4 : 5,
        ...(proxy.credentials === null
          ? {}
          : { userId: proxy.credentials.username, password: proxy.credentials.password }),
      },
      timeout: noLimitMs,
    });
    return socket;
  } catch (error) {
    socket.destroy();
    // The library's error holds the password among its fields, so only its text goes on.
    throw notReached(proxy, error);
  }
}

function notReached(proxy: ProxyServer, error: unknown): ConnectionFailure {
  return new ConnectionFailure(
    'proxy',
    `The proxy ${toProxyName(proxy)} did not open a connection (${toCode(error)}).`,
  );
}

function refused(proxy: ProxyServer, status: number): ConnectionFailure {
  const name = toProxyName(proxy);
  if (status !== 407)
    return new ConnectionFailure('proxy', `The proxy ${name} did not let us through (status ${status}).`);
  const wanted =
    proxy.credentials === null
      ? 'asks for a user name and password'
      : 'did not accept its user name and password';
  return new ConnectionFailure('proxy', `The proxy ${name} ${wanted}.`, true);
}
