// One HTTP exchange with the API over node:http(s). It sends a request exactly once: it never retries, follows no redirect,
// and says how far the request had got when it failed. Electron's own network stack re-sends a POST by itself, so it is never used here.
import http from 'node:http';
import https from 'node:https';
import { ConnectionFailure, toCode } from '../network/connection-failure';
import { createConnectionPool, type NetworkSettings } from '../network/connection-pool';
import { isLoopbackUrl } from './base-url';

/** Bounds for one exchange, in milliseconds. */
export interface ExchangeLimits {
  /** The proxy's finding, DNS, TCP, the proxy's tunnel and TLS together. */
  readonly connectMs: number;
  /** From the request's end to the answer's first byte. An invite for several people may take its time. */
  readonly firstByteMs: number;
  /** From the first byte to the end of the body. */
  readonly bodyMs: number;
}

export const defaultLimits: ExchangeLimits = { connectMs: 10_000, firstByteMs: 60_000, bodyMs: 30_000 };

/** An opening ends by its own clock and says why; this much later ends a request that waits for a connection all the same. */
const graceMs = 250;

/** 8 MiB: a page of 100 applications is under 100 KB, so more is not an answer of this API. */
const maxBodyBytes = 8 * 1024 * 1024;

export interface ExchangeRequest {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON text, or null for none. */
  readonly body: string | null;
  /** A shorter wait for the first byte than the transport's own. */
  readonly firstByteMs?: number;
}

export interface HttpAnswer {
  readonly kind: 'answered';
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly bodyText: string;
}

/** What one exchange came to. `request-may-have-left` is false only where certainly no byte of the request reached the server. */
export type Exchange =
  | HttpAnswer
  /** The status line came, the body did not come whole. */
  | {
      readonly kind: 'cut';
      readonly status: number;
      readonly headers: http.IncomingHttpHeaders;
      readonly bodyText: string;
      readonly message: string;
    }
  | {
      readonly kind: 'failed';
      readonly requestMayHaveLeft: boolean;
      /** `proxy`, like `not-trusted`, comes before the request leaves; its message is a sentence. */
      readonly why: 'network' | 'not-trusted' | 'timed-out' | 'proxy';
      readonly message: string;
    };

export interface HttpTransport {
  /** Never rejects: every failure is an Exchange. */
  exchange(request: ExchangeRequest): Promise<Exchange>;
  /** Ends all connections. */
  close(): void;
}

/**
 * A transport with its own connections, kept warm, along the proxies and with the roots that `network` names. `limits` are read
 * anew for each exchange, so that they may be getters.
 */
export function createHttpTransport(
  limits: ExchangeLimits = defaultLimits,
  network: NetworkSettings = {},
): HttpTransport {
  const pool = createConnectionPool(network);
  return {
    async exchange(request) {
      const startedAtMs = Date.now();
      if (request.url.protocol !== 'https:' && !isLoopbackUrl(request.url.origin))
        return notSent('not-trusted', 'an address without TLS may only be this computer');
      try {
        const { connectMs: openMs, firstByteMs: mostMs, bodyMs } = limits;
        const options = await pool.optionsFor(request.url, openMs);
        const connectMs = Math.max(1, openMs - (Date.now() - startedAtMs));
        // Whatever is thrown up to here, or while the request is made out, comes before anything is sent.
        const firstByteMs = Math.min(request.firstByteMs ?? mostMs, mostMs);
        return exchangeOnce(makeRequest(request, options), request.body, { connectMs, firstByteMs, bodyMs });
      } catch (error) {
        return notSent(...toReason(error));
      }
    },
    close: () => pool.close(),
  };
}

type NotSentWhy = Extract<Exchange, { kind: 'failed' }>['why'];

function notSent(why: NotSentWhy, message: string): Exchange {
  return { kind: 'failed', requestMayHaveLeft: false, why, message };
}

function toReason(error: unknown): [NotSentWhy, string] {
  return error instanceof ConnectionFailure ? [error.why, error.message] : ['network', toCode(error)];
}

/** A request that waits for its socket; nothing of it leaves before `end`. */
function makeRequest(
  { method, url, headers, body }: ExchangeRequest,
  options: http.RequestOptions,
): http.ClientRequest {
  const length = body === null ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  return (url.protocol === 'https:' ? https : http).request(url, {
    ...options,
    method,
    headers: { ...headers, ...length },
  });
}

function exchangeOnce(
  request: http.ClientRequest,
  body: string | null,
  limits: ExchangeLimits,
): Promise<Exchange> {
  return new Promise((resolve) => {
    let mayHaveLeft = false;
    let timer: NodeJS.Timeout | undefined;
    const settle = (exchange: Exchange) => {
      clearTimeout(timer);
      resolve(exchange);
    };
    const limit = (ms: number, what: string) => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        settle({ kind: 'failed', requestMayHaveLeft: mayHaveLeft, why: 'timed-out', message: what });
        request.destroy();
      }, ms);
    };
    limit(limits.connectMs + graceMs, `no connection within ${Math.round(limits.connectMs / 100) / 10} s`);

    // The pool hands over a socket once TLS stands, and Node writes the request right after: the line between "not sent" and "unknown".
    request.on('socket', () => {
      mayHaveLeft = true;
      limit(limits.firstByteMs, `no answer within ${limits.firstByteMs / 1000} s`);
    });
    request.on('error', (error: Error) => {
      if (!mayHaveLeft) return settle(notSent(...toReason(error)));
      settle({ kind: 'failed', requestMayHaveLeft: true, why: 'network', message: toCode(error) });
    });
    request.on('response', (response) => {
      const status = response.statusCode ?? 0;
      const chunks: Buffer[] = [];
      let sizeBytes = 0;
      const text = () => Buffer.concat(chunks).toString('utf8');
      const cut = (message: string) =>
        settle({ kind: 'cut', status, headers: response.headers, bodyText: text(), message });
      clearTimeout(timer);
      timer = setTimeout(() => {
        cut(`the answer did not end within ${limits.bodyMs / 1000} s`);
        request.destroy();
      }, limits.bodyMs);
      response.on('data', (chunk: Buffer) => {
        sizeBytes += chunk.length;
        if (sizeBytes <= maxBodyBytes) {
          chunks.push(chunk);
          return;
        }
        cut('the answer is too large');
        request.destroy();
      });
      response.on('end', () => {
        if (!response.complete) return cut('the answer was cut off');
        settle({ kind: 'answered', status, headers: response.headers, bodyText: text() });
      });
      response.on('error', (error: NodeJS.ErrnoException) => cut(error.code ?? error.message));
      response.on('aborted', () => cut('the answer was cut off'));
    });
    request.end(body ?? undefined);
  });
}
