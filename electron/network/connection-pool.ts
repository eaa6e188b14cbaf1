// Keeps connections warm for node:http(s), each opened along the routes to its origin. It opens and keeps; it never sends and never retries.
import http from 'node:http';
import https from 'node:https';
import type net from 'node:net';
import type { Duplex } from 'node:stream';
import type tls from 'node:tls';
import { ConnectionFailure } from './connection-failure';
import { openConnection } from './open-connection';
import { type ResolveProxy, toRouteKey } from './proxy-route';
import { createRouteFinder } from './route-finder';
import { toSecureContext } from './secure-context';

export interface NetworkSettings {
  /** Without it everything goes straight. */
  readonly resolveProxy?: ResolveProxy | undefined;
  /** Trusted roots in PEM, read once, with the first TLS connection. Without it, Node's own count. */
  readonly readCertificates?: (() => readonly string[]) | undefined;
}

export interface ConnectionPool {
  /** What http.request needs to travel over this pool. @throws ConnectionFailure where no route can be told in time. */
  optionsFor(url: URL, limitMs: number): Promise<http.RequestOptions>;
  /** Ends all connections, open ones and ones on their way. */
  close(): void;
}

/** What a request hands to its agent besides Node's own options. */
interface RoutedOptions extends http.RequestOptions {
  readonly open?: () => Promise<net.Socket>;
  readonly routeKey?: string;
}

type Opened = (error: Error | null, socket: Duplex) => void;

/** At most 16 connections to a host: the most requests that a run may have in flight. */
const agentOptions = { keepAlive: true, maxSockets: 16, maxFreeSockets: 16, timeout: 0 };

/**
 * An idle connection is let go after so long: servers close theirs after 2 s (gunicorn), 5 s (Node, Apache) and more, and a request
 * that meets the closing gets no answer. Node's agent heeds a server's Keep-Alive hint only below a time limit of its own.
 */
const mostIdleMs = 1500;

class RoutedHttpAgent extends http.Agent {
  override createConnection(options: RoutedOptions, opened?: Opened): undefined {
    startOpening(options, opened);
  }
  override getName(options: RoutedOptions = {}): string {
    return `${super.getName(options)}:${options.routeKey ?? ''}`;
  }
  override keepSocketAlive(socket: net.Socket): boolean {
    const isKept = super.keepSocketAlive(socket) as unknown as boolean;
    if (isKept) socket.setTimeout(mostIdleMs);
    return isKept;
  }
  override reuseSocket(socket: net.Socket, request: http.ClientRequest): void {
    socket.setTimeout(0);
    super.reuseSocket(socket, request);
  }
}

class RoutedHttpsAgent extends https.Agent {
  override createConnection(options: RoutedOptions, opened?: Opened): undefined {
    startOpening(options, opened);
  }
  override getName(options: RoutedOptions = {}): string {
    return `${super.getName(options)}:${options.routeKey ?? ''}`;
  }
  override keepSocketAlive(socket: net.Socket): boolean {
    const isKept = super.keepSocketAlive(socket) as unknown as boolean;
    if (isKept) socket.setTimeout(mostIdleMs);
    return isKept;
  }
  override reuseSocket(socket: net.Socket, request: http.ClientRequest): void {
    socket.setTimeout(0);
    super.reuseSocket(socket, request);
  }
}

/** The agent hands the socket to a request only once it stands, so until then not a byte of any request can have left. */
function startOpening({ open }: RoutedOptions, opened: Opened | undefined): void {
  const failed = opened as ((error: Error) => void) | undefined;
  open?.().then(
    (socket) => opened?.(null, socket),
    (error: Error) => failed?.(error),
  );
}

/** A pool of its own, with nothing open yet. */
export function createConnectionPool({ resolveProxy, readCertificates }: NetworkSettings): ConnectionPool {
  const agents = { 'http:': new RoutedHttpAgent(agentOptions), 'https:': new RoutedHttpsAgent(agentOptions) };
  const findRoutes = createRouteFinder(resolveProxy);
  const opening = new Set<net.Socket>();
  let secureContext: tls.SecureContext | null | undefined = null;
  return {
    async optionsFor(url, limitMs) {
      const endsAtMs = Date.now() + limitMs;
      const routes = await within(findRoutes(url), limitMs);
      const isSecure = url.protocol === 'https:';
      if (isSecure && secureContext === null) secureContext = toSecureContext(readCertificates);
      const target = {
        host: url.hostname.replace(/^\[|\]$/g, ''),
        port: Number(url.port || (isSecure ? 443 : 80)),
        isSecure,
      };
      const openLimitMs = Math.max(1, endsAtMs - Date.now());
      const options: RoutedOptions = {
        agent: agents[isSecure ? 'https:' : 'http:'],
        routeKey: toRouteKey(routes),
        open: () =>
          openConnection(target, routes, {
            limitMs: openLimitMs,
            secureContext: secureContext ?? undefined,
            opening,
          }),
      };
      return options;
    },
    close() {
      for (const socket of opening) socket.destroy(new Error('the connections were closed'));
      agents['http:'].destroy();
      agents['https:'].destroy();
    },
  };
}

async function within<Value>(work: Promise<Value>, limitMs: number): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const seconds = Math.round(limitMs / 100) / 10;
      const sentence = `The proxy settings of this computer could not be read within ${seconds} s.`;
      reject(new ConnectionFailure('proxy', sentence, true));
    }, limitMs);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
