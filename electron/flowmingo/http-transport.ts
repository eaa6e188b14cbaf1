// One HTTP exchange with the API over node:http(s). It sends a request exactly once: it never retries, follows no redirect,
// and says how far the request had got when it failed. Electron's own network stack re-sends a POST by itself, so it is never used here.
import http from 'node:http';
import https from 'node:https';

/** Bounds for one exchange, in milliseconds. */
export interface ExchangeLimits {
  /** DNS, TCP and TLS together. */
  readonly connectMs: number;
  /** From the request's end to the answer's first byte. An invite for several people may take its time. */
  readonly firstByteMs: number;
  /** From the first byte to the end of the body. */
  readonly bodyMs: number;
}

export const defaultLimits: ExchangeLimits = { connectMs: 10_000, firstByteMs: 60_000, bodyMs: 30_000 };

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
      readonly why: 'network' | 'not-trusted' | 'timed-out';
      readonly message: string;
    };

/** OpenSSL's and Node's names for a certificate that does not hold; such a failure comes before the request leaves. */
const certificateCodes =
  /^(ERR_TLS_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA|ERR_SSL_)/;

export interface HttpTransport {
  /** Never rejects: every failure is an Exchange. */
  exchange(request: ExchangeRequest): Promise<Exchange>;
  /** Ends idle connections. */
  close(): void;
}

/** A transport with its own connections (kept warm, at most 16 to a host: the most that a run may use). */
export function createHttpTransport(limits: ExchangeLimits = defaultLimits): HttpTransport {
  const options = { keepAlive: true, maxSockets: 16, maxFreeSockets: 16, timeout: 0 };
  const agents = { 'http:': new http.Agent(options), 'https:': new https.Agent(options) };
  return {
    exchange: (request) => exchangeOnce(request, limits, agents),
    close: () => {
      agents['http:'].destroy();
      agents['https:'].destroy();
    },
  };
}

function exchangeOnce(
  { method, url, headers, body, firstByteMs }: ExchangeRequest,
  limits: ExchangeLimits,
  agents: { 'http:': http.Agent; 'https:': https.Agent },
): Promise<Exchange> {
  return new Promise((resolve) => {
    const isSecure = url.protocol === 'https:';
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
    const request = (isSecure ? https : http).request(url, {
      method,
      agent: isSecure ? agents['https:'] : agents['http:'],
      headers: {
        ...headers,
        ...(body === null ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
      },
    });
    limit(limits.connectMs, `no connection within ${limits.connectMs / 1000} s`);

    request.on('socket', (socket) => {
      // Node writes the queued request as soon as the connection (with TLS: the handshake) stands.
      const ready = () => {
        mayHaveLeft = true;
        const waitMs = Math.min(firstByteMs ?? limits.firstByteMs, limits.firstByteMs);
        limit(waitMs, `no answer within ${waitMs / 1000} s`);
      };
      if (request.reusedSocket || !socket.connecting) ready();
      else socket.once(isSecure ? 'secureConnect' : 'connect', ready);
    });
    request.on('error', (error: NodeJS.ErrnoException) => {
      const code = error.code ?? error.message;
      const why = !mayHaveLeft && certificateCodes.test(code) ? 'not-trusted' : 'network';
      settle({ kind: 'failed', requestMayHaveLeft: mayHaveLeft, why, message: code });
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
