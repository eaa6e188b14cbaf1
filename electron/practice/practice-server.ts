// The practice Flowmingo over HTTP, on this computer only: training mode of the app, and the server that tests talk to.
// Must listen on 127.0.0.1 and nowhere else, and must never call out: nobody gets mail.
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { PracticeFaults } from './faults';
import { createHttpShell } from './http-shell';
import { createPracticeFlowmingo } from './practice-flowmingo';
import { createRandomKeys, deriveKeys, type PracticeEnvironment, type PracticeKeys } from './practice-keys';
import type { PracticeRecord } from './record';
import { API_BASE_PATH } from './router';

/** How a practice Flowmingo is to be; everything has a default. */
export interface PracticeOptions {
  /** 0, the default, takes any free port. */
  port?: number;
  /** Decides the world, the keys and whom faults hit. Default 1. */
  seed?: number;
  /** How many people are in pipelines at the start. Default 120. */
  candidates?: number;
  /** Accept only keys of this environment. Default: all of the server's own keys. */
  environment?: PracticeEnvironment;
  /** What goes wrong. Default: nothing. */
  faults?: PracticeFaults;
  /** Keeps the world across restarts; an existing journal's world goes before `seed` and `candidates`. */
  journalFile?: string;
  /** `random` for keys that nobody can guess, or some keys of one's own. Default: derived from the seed. */
  keys?: Partial<PracticeKeys> | 'random';
  /** Serve `/practice/record` and `/practice/faults`, which need no key. Default true; false where the people are real. */
  hasTrainingEndpoints?: boolean;
}

/** A running practice Flowmingo. */
export interface PracticeServer {
  /** The base URL of the API: `http://127.0.0.1:PORT/company`. */
  url: string;
  keys: PracticeKeys;
  /** What really happened, whatever the clients were told. */
  record: PracticeRecord;
  /** Replaces all faults and starts their counters anew; throws a ZodError for faults that are not well-formed. */
  setFaults(faults: PracticeFaults): void;
  /** From now on the key is answered with 401. */
  revokeKey(key: string): void;
  /** Drops all connections at once; requests that are not processed yet never are. */
  close(): Promise<void>;
}

const DEFAULT_SEED = 1;
const DEFAULT_CANDIDATES = 120;

/** Starts a practice Flowmingo; rejects when the port is taken or the journal cannot be read. */
export async function startPracticeServer(options: PracticeOptions = {}): Promise<PracticeServer> {
  const seed = options.seed ?? DEFAULT_SEED;
  const keys = options.keys === 'random' ? createRandomKeys() : { ...deriveKeys(seed), ...options.keys };
  const { candidates = DEFAULT_CANDIDATES, faults = {}, environment, journalFile } = options;
  const flowmingo = createPracticeFlowmingo({ seed, candidates, keys, environment, faults, journalFile });
  const shell = createHttpShell(flowmingo, options.hasTrainingEndpoints ?? true);

  const server = createServer(shell.serve);
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.setNoDelay(true);
    socket.on('close', () => sockets.delete(socket));
  });
  const port = await listen(server, options.port ?? 0).catch((error: unknown) => {
    flowmingo.close();
    throw error;
  });

  return {
    url: `http://127.0.0.1:${port}${API_BASE_PATH}`,
    keys,
    record: flowmingo.record,
    setFaults: flowmingo.setFaults,
    revokeKey: flowmingo.keyRing.revoke,
    close: async () => {
      if (!server.listening) return;
      shell.stop();
      await closeServer(server, sockets);
      flowmingo.close();
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function closeServer(server: Server, sockets: Set<Socket>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    for (const socket of sockets) socket.destroy();
  });
}
