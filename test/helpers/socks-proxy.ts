// A SOCKS proxy (RFC 1928 and 1929, and version 4a) that leads every connection to one port of this computer, and writes down what it was asked for.
import type { AddressInfo } from 'node:net';
import net from 'node:net';

export interface SocksProxy {
  readonly port: number;
  /** `5 user:password host:port`, or `4 host:port`. */
  readonly asked: string[];
  close(): Promise<void>;
}

/** `password`: of the user `ana`; without it nobody is asked. */
export async function startSocksProxy(
  targetPort: number,
  password: string | null = null,
): Promise<SocksProxy> {
  const asked: string[] = [];
  const clients = new Set<net.Socket>();
  const server = net.createServer((client) => {
    clients.add(client);
    client.on('error', () => undefined);
    client.on('close', () => clients.delete(client));
    void serve(client, targetPort, password, asked).catch(() => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    close: () =>
      new Promise((resolve) => {
        for (const client of clients) client.destroy();
        server.close(() => resolve());
      }),
  };
}

async function serve(client: net.Socket, targetPort: number, password: string | null, asked: string[]) {
  const next = () =>
    new Promise<Buffer>((resolve, reject) => {
      client.once('data', resolve);
      client.once('close', () => reject(new Error('gone')));
    });
  const connect = (yes: Buffer) => {
    const target = net.connect(targetPort, '127.0.0.1', () => {
      client.write(yes);
      client.pipe(target).pipe(client);
    });
    target.on('error', () => client.destroy());
    target.on('close', () => client.destroy());
    client.on('close', () => target.destroy());
  };
  const greeting = await next();
  if (greeting[0] === 4) {
    const [, host] = greeting.subarray(8).toString('latin1').split('\0');
    asked.push(`4 ${host}:${greeting.readUInt16BE(2)}`);
    return connect(Buffer.from([0, 90, 0, 0, 0, 0, 0, 0]));
  }
  let user = '';
  if (password !== null) {
    client.write(Buffer.from([5, 2]));
    const pair = await next();
    const nameEnd = 2 + (pair[1] ?? 0);
    user = `${pair.subarray(2, nameEnd)}:${pair.subarray(nameEnd + 1)}`;
    const isRight = user === `ana:${password}`;
    client.write(Buffer.from([1, isRight ? 0 : 1]));
    if (!isRight) return;
  } else client.write(Buffer.from([5, 0]));
  const order = await next();
  const nameEnd = 5 + (order[4] ?? 0);
  asked.push(`5 ${user} ${order.subarray(5, nameEnd)}:${order.readUInt16BE(nameEnd)}`);
  connect(Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]));
}
