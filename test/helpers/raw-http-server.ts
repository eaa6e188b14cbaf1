// A bare TCP (or TLS) server that speaks just enough HTTP/1.1 to misbehave exactly: it counts requests and answers as told.
import type { AddressInfo } from 'node:net';
import net from 'node:net';
import tls from 'node:tls';

export interface ReceivedRequest {
  readonly head: string;
  readonly body: string;
  /** Which connection, and the how-manieth request on it. */
  readonly connection: number;
  readonly onConnection: number;
}

export interface RawHttpServer {
  readonly baseUrl: string;
  readonly port: number;
  readonly requests: ReceivedRequest[];
  close(): Promise<void>;
}

/** Answers each request by `respond`, which may write anything to the socket, or end or destroy it. */
export async function startRawHttpServer(
  respond: (request: ReceivedRequest, socket: net.Socket) => void,
  secure?: { readonly key: string; readonly cert: string },
): Promise<RawHttpServer> {
  const requests: ReceivedRequest[] = [];
  const sockets = new Set<net.Socket>();
  let connections = 0;
  const serve = (socket: net.Socket) => {
    const connection = ++connections;
    let onConnection = 0;
    let received = '';
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      received += chunk.toString('utf8');
      const headEnd = received.indexOf('\r\n\r\n');
      if (headEnd === -1) return;
      const head = received.slice(0, headEnd);
      const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
      if (Buffer.byteLength(received.slice(headEnd + 4)) < length) return;
      onConnection += 1;
      const request = { head, body: received.slice(headEnd + 4), connection, onConnection };
      received = '';
      requests.push(request);
      respond(request, socket);
    });
  };
  const server = secure === undefined ? net.createServer(serve) : tls.createServer({ ...secure }, serve);
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: secure === undefined ? `http://127.0.0.1:${port}` : `https://localhost:${port}`,
    port,
    requests,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** A whole HTTP/1.1 answer that keeps the connection open. */
export function toHttpAnswer(
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): string {
  const all = {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return `HTTP/1.1 ${status} X\r\n${lines.join('\r\n')}\r\n\r\n${body}`;
}
