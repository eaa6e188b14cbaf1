// One look at one address: HEAD, or a GET for the first bytes. It carries no key, no cookie and no referrer, follows nothing, and reads
// no more than it needs to tell a file from a page.
import http from 'node:http';
import { ConnectionFailure } from '../network/connection-failure';
import type { OpenLinkConnection } from './link-connection';

export interface LinkAnswer {
  readonly kind: 'answered';
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  /** Of the body, for GET. */
  readonly firstBytes: Buffer;
  /** The body ended within what was read. */
  readonly isWhole: boolean;
}

/** `isBefore`: nothing of the request had left. `code`: the system's, TLS's or `ConnectionFailure`'s message. */
export interface LinkFailure {
  readonly kind: 'failed';
  readonly why: ConnectionFailure['why'] | 'too-slow' | 'stopped' | 'cut-off';
  readonly code: string;
  readonly isBefore: boolean;
}

export interface LinkRequest {
  readonly method: 'HEAD' | 'GET';
  readonly url: URL;
  /** Connection, answer and first bytes together. */
  readonly limitMs: number;
  /** Of that, from a standing connection on. */
  readonly answerMs: number;
  readonly signal: AbortSignal;
}

/** 64 KB: a page's form for a password stands within it, and a CV's kind in the first few bytes. */
export const maxBytesRead = 64 * 1024;
/** 16 KB, Node's own default: no answer about a file needs more. */
const maxHeadBytes = 16 * 1024;
/** A file that is not text is known by then (the longest of the signatures is 8 bytes, a PDF's may come after some junk). */
const enoughBytes = 1024;

/** What sites see. It says what it is, and names nobody. */
const headers = {
  accept: '*/*',
  'accept-encoding': 'identity',
  'user-agent': 'Mozilla/5.0 (compatible; Flowmingo-Batch link check)',
  connection: 'close',
};

/** Never rejects. */
export async function askLink(
  open: OpenLinkConnection,
  request: LinkRequest,
): Promise<LinkAnswer | LinkFailure> {
  const { url, limitMs, signal } = request;
  const startedAtMs = Date.now();
  if (signal.aborted) return failed('stopped', '', true);
  try {
    const socket = await open(url, limitMs, signal);
    const leftMs = limitMs - (Date.now() - startedAtMs);
    return await exchange(socket, { ...request, limitMs: Math.max(1, Math.min(leftMs, request.answerMs)) });
  } catch (error) {
    if (signal.aborted) return failed('stopped', '', true);
    const { why, message } =
      error instanceof ConnectionFailure ? error : new ConnectionFailure('network', String(error));
    const isTooSlow = why === 'network' && Date.now() - startedAtMs >= limitMs;
    return failed(isTooSlow ? 'too-slow' : why, message, true);
  }
}

function exchange(
  socket: Awaited<ReturnType<OpenLinkConnection>>,
  { method, url, limitMs, signal }: LinkRequest,
): Promise<LinkAnswer | LinkFailure> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let answer: http.IncomingMessage | null = null;
    const settle = (failure: LinkFailure, isWhole = false) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      socket.destroy();
      const firstBytes = Buffer.concat(chunks);
      // A body that does not end, or breaks off, has told what it is all the same.
      const isAnswered = answer !== null && failure.why !== 'stopped' && (isWhole || firstBytes.length > 0);
      if (!isAnswered || answer === null) return resolve(failure);
      const { statusCode = 0, headers } = answer;
      resolve({ kind: 'answered', status: statusCode, headers, firstBytes, isWhole });
    };
    const stop = () => settle(failed('stopped', '', false));
    const timer = setTimeout(() => settle(failed('too-slow', '', false)), limitMs);
    signal.addEventListener('abort', stop, { once: true });
    const request = http.request({
      createConnection: () => socket,
      maxHeaderSize: maxHeadBytes,
      method,
      host: url.hostname,
      path: `${url.pathname}${url.search}`,
      headers: {
        host: url.host,
        ...headers,
        ...(method === 'GET' ? { range: `bytes=0-${maxBytesRead - 1}` } : {}),
      },
    });
    request.on('error', (error: NodeJS.ErrnoException) =>
      settle(failed('cut-off', error.code ?? error.message, false)),
    );
    request.on('response', (response) => {
      answer = response;
      const cut = failed('cut-off', '', false);
      response.on('data', (chunk: Buffer) => {
        const read = chunks.reduce((sum, { length }) => sum + length, 0);
        chunks.push(chunk.subarray(0, maxBytesRead - read));
        const total = Math.min(read + chunk.length, maxBytesRead);
        if (total === maxBytesRead || (total >= enoughBytes && !isText(chunks[0] as Buffer))) settle(cut);
      });
      response.on('end', () => settle(cut, response.complete));
      response.on('error', () => settle(cut));
    });
    // An answer that is none (a switch of protocols, nothing at all) ends here.
    request.on('close', () => settle(failed('cut-off', '', false)));
    request.end();
  });
}

/** No NUL among the first bytes: then it may be a page, and more of it is wanted. */
function isText(bytes: Buffer): boolean {
  return !bytes.subarray(0, enoughBytes).includes(0) && !bytes.subarray(0, enoughBytes).includes('%PDF-');
}

function failed(why: LinkFailure['why'], code: string, isBefore: boolean): LinkFailure {
  return { kind: 'failed', why, code, isBefore };
}
