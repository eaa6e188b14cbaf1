// Sites that CV links lead to, on this computer: one TLS server for every name below example.com, which answers by host and path as told,
// and writes down what it was asked. With the checker's network and guard that lead there.
import type dns from 'node:dns';
import type { IncomingMessage, ServerResponse } from 'node:http';
import https from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import {
  createLinkChecker,
  type LinkChecker,
  type LinkCheckerOptions,
} from '../../electron/links/link-checker';
import { isSpecialAddress } from '../../electron/links/special-address';
import { visitLimits } from '../../electron/links/visit-link';
import { makeTestAuthority } from './test-authority';

export interface AskedLink {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
}

export interface LinkSite {
  readonly port: number;
  readonly root: string;
  readonly asked: AskedLink[];
  /** Requests being answered at this moment, and the most there ever were: of all hosts, and of any one. */
  readonly most: { all: number; oneHost: number };
  /** Connections that came to the server, TLS or not. */
  connectionCount(): number;
  /** `https://cv.example.com:port/path`. */
  link(path: string, host?: string): string;
  /** A checker to which this computer counts as public, and every name leads here. */
  checker(
    options?: Omit<LinkCheckerOptions, 'limits'> & {
      readonly limits?: Partial<NonNullable<LinkCheckerOptions['limits']>>;
    },
  ): LinkChecker;
  close(): Promise<void>;
}

/** What the server does with a request; the answer's end counts it as settled. */
export type Respond = (request: IncomingMessage, response: ServerResponse, socket: Socket) => void;

export const onThisComputer: dns.LookupAddress[] = [{ address: '127.0.0.1', family: 4 }];
/** Only 127.0.0.1 is let in besides public addresses. */
export const isAllowedInTests = (address: string) => address === '127.0.0.1' || !isSpecialAddress(address);

/** Starts one on a free port of 127.0.0.1. `days`: how long its certificate holds. */
export async function startLinkSite(respond: Respond, days?: number): Promise<LinkSite> {
  const authority = makeTestAuthority();
  const asked: AskedLink[] = [];
  const most = { all: 0, oneHost: 0 };
  const open = new Map<string, number>();
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = https.createServer(authority.issue('*.example.com', days), (request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    asked.push({ method: request.method ?? '', host, path: request.url ?? '', headers: request.headers });
    const count = (change: number) => open.set(host, (open.get(host) ?? 0) + change);
    count(1);
    most.oneHost = Math.max(most.oneHost, open.get(host) ?? 0);
    most.all = Math.max(
      most.all,
      [...open.values()].reduce((sum, one) => sum + one, 0),
    );
    response.on('close', () => count(-1));
    respond(request, response, request.socket);
  });
  server.on('connection', (socket: Socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    root: authority.root,
    asked,
    most,
    connectionCount: () => connections,
    link: (path, host = 'cv.example.com') => `https://${host}:${port}${path}`,
    checker: ({ limits, ...options } = {}) =>
      createLinkChecker({
        network: { readCertificates: () => [authority.root] },
        guard: { lookUp: async () => onThisComputer, isAllowed: isAllowedInTests },
        isOnline: () => true,
        limits: { ...visitLimits, callMs: 60_000, ...limits },
        ...options,
      }),
    close: () =>
      new Promise((resolve) => {
        authority.remove();
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
