import dgram from 'node:dgram';
import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** Somebody's server, as far as the window is concerned: it notes everything that reaches it. */
export interface Listener {
  readonly url: string;
  readonly tcpPort: number;
  readonly udpPort: number;
  /** What arrived, in its order: connections, requests, upgrades and datagrams. */
  readonly seen: string[];
  close(): Promise<void>;
}

/** Listens on loopback, on a TCP and a UDP port. */
export async function startListener(): Promise<Listener> {
  const seen: string[] = [];
  const server = http.createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    response.setHeader('access-control-allow-origin', '*');
    response.end('ok');
  });
  server.on('connection', () => seen.push('connection'));
  server.on('upgrade', (request, socket) => {
    seen.push(`upgrade ${request.url}`);
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const datagrams = dgram.createSocket('udp4');
  datagrams.on('message', () => seen.push('datagram'));
  await new Promise<void>((resolve) => datagrams.bind(0, '127.0.0.1', resolve));
  const tcpPort = (server.address() as AddressInfo).port;
  return {
    url: `http://127.0.0.1:${tcpPort}`,
    tcpPort,
    udpPort: datagrams.address().port,
    seen,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await new Promise<void>((resolve) => datagrams.close(() => resolve()));
    },
  };
}
