// Addresses at which a request cannot be handed over, each for its own reason.
import net, { type AddressInfo } from 'node:net';
import { type KeyPair, startFaultyServer } from './faulty-server';
import type { UnreachableAddress } from './network-fault-kinds';

export interface UnreachablePlace {
  readonly baseUrl: string;
  /** Requests that arrived all the same, whole or in part. */
  arrived(): number;
  close(): Promise<void>;
}

/** TLS: an alert, fatal, handshake_failure (RFC 8446, 6), in a record of its own. */
const handshakeFailure = Buffer.from([0x15, 0x03, 0x03, 0x00, 0x02, 0x02, 0x28]);

/** A label of more than 63 characters is a name that cannot exist (RFC 1035, 2.3.4), so that no name server is asked. */
const impossibleName = `${'n'.repeat(64)}.example.com`;

export async function openUnreachablePlace(
  address: UnreachableAddress,
  wrongHost: KeyPair,
): Promise<UnreachablePlace> {
  switch (address) {
    case 'no-such-name':
      return { baseUrl: `https://${impossibleName}`, arrived: () => 0, close: async () => undefined };
    case 'nobody-listens': {
      const listener = await listen(() => undefined);
      await listener.close();
      return listener;
    }
    case 'closes-at-accept':
      return listen((socket) => socket.destroy());
    case 'no-handshake':
      return listen((socket) => socket.once('data', () => socket.end(handshakeFailure)));
    case 'wrong-host': {
      const server = await startFaultyServer(wrongHost, () => false);
      return {
        baseUrl: server.baseUrl,
        arrived: () => server.writes.length + server.partial(),
        close: () => server.close(),
      };
    }
  }
}

async function listen(onSocket: (socket: net.Socket) => void): Promise<UnreachablePlace> {
  const server = net.createServer((socket) => {
    socket.on('error', () => undefined);
    onSocket(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    baseUrl: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arrived: () => 0,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
