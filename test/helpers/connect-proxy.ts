// A proxy of the company's kind: it takes CONNECT, carries bytes to a server of this computer whatever the name says, and writes down what it saw.
import type { AddressInfo } from 'node:net';
import net from 'node:net';
import tls from 'node:tls';

export interface ConnectProxy {
  readonly port: number;
  /** The head of every CONNECT, as it came. */
  readonly heads: string[];
  /** Everything that clients sent through the tunnels. */
  bytesThrough(): Buffer;
  /** Ends every client's connection with a reset. */
  reset(): void;
  close(): Promise<void>;
}

export interface ConnectProxyOptions {
  /** The port of 127.0.0.1 that every tunnel leads to. */
  readonly targetPort?: number;
  /** Instead of opening the tunnel. */
  readonly respond?: (socket: net.Socket) => void;
  /** Speak TLS with the clients. */
  readonly secure?: { readonly key: string; readonly cert: string };
}

/** Starts one on a free port of 127.0.0.1. */
export async function startConnectProxy({
  targetPort = 0,
  respond,
  secure,
}: ConnectProxyOptions = {}): Promise<ConnectProxy> {
  const heads: string[] = [];
  const through: Buffer[] = [];
  const clients = new Set<net.Socket>();
  const serve = (client: net.Socket) => {
    client.on('error', () => undefined);
    let received = Buffer.alloc(0);
    const readHead = (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      const end = received.indexOf('\r\n\r\n');
      if (end === -1) return;
      client.off('data', readHead);
      heads.push(received.subarray(0, end).toString('latin1'));
      if (respond !== undefined) return respond(client);
      const target = net.connect(targetPort, '127.0.0.1', () => {
        client.write('HTTP/1.1 200 Connection established\r\n\r\n');
        client.on('data', (bytes: Buffer) => through.push(bytes));
        client.pipe(target).pipe(client);
      });
      target.on('error', () => client.destroy());
      target.on('close', () => client.destroy());
      client.on('close', () => target.destroy());
    };
    client.on('data', readHead);
  };
  const server = secure === undefined ? net.createServer(serve) : tls.createServer({ ...secure }, serve);
  server.on('connection', (socket: net.Socket) => {
    clients.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => clients.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    heads,
    bytesThrough: () => Buffer.concat(through),
    reset: () => {
      for (const client of clients) client.resetAndDestroy();
    },
    close: () =>
      new Promise((resolve) => {
        for (const client of clients) client.destroy();
        server.close(() => resolve());
      }),
  };
}
