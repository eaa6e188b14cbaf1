/** A run of invites through the built command line, with a note of every request by the client's own clock. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeCsv, makePeople } from '../../e2e/people-files.ts';
import { openCli } from './cli-process.mjs';
import { wait } from './own-processes.mjs';
import { readResultsCsv } from './read-results-csv.mjs';

/**
 * @typedef {object} ClientEvent as the client saw it
 * @property {number} atMs UTC
 * @property {'left' | 'answered' | 'failed'} kind
 * @property {string} method
 * @property {string} [path] of `left`
 * @property {number} [status] of `answered`
 */

/** How long the first request of a run is waited for: the start of a process on a busy machine. */
const startsWithinMs = 60_000;
const lookEveryMs = 25;
const requestLogger = join(import.meta.dirname, 'log-requests.cjs');

/** @param {{ server: Awaited<ReturnType<typeof import('./strict-server.mjs').startStrictServer>>, folder: string, rowCount: number, concurrency: number }} plan */
export function startWatchedRun({ server, folder, rowCount, concurrency }) {
  mkdirSync(folder, { recursive: true });
  const log = join(folder, 'requests.jsonl');
  const moreEnv = { NODE_OPTIONS: `--require ${requestLogger}`, SURVIVAL_REQUEST_LOG: log };
  const cli = openCli({ practice: server, folder, moreEnv });
  const results = join(folder, 'results.csv');
  const words = ['run', makeCsv(folder, makePeople(rowCount)), '--operation', 'invite'];
  words.push('--set', server.setId, '--send-invite', 'yes', '--concurrency', String(concurrency));
  const { child, ended } = cli.start([...words, '--results', results, '--json']);
  let hasEnded = false;
  void ended.then(() => {
    hasEnded = true;
  });
  return {
    pid: child.pid,
    ended,
    /** When the first invite arrived, by the server's clock. @returns {Promise<number>} */
    async whenFirstArrives() {
      const deadlineMs = Date.now() + startsWithinMs;
      while (Date.now() < deadlineMs) {
        const first = (await server.readArrivals()).find(({ method }) => method === 'POST');
        if (first !== undefined) return first.atMs;
        if (hasEnded) throw new Error(`The run ended before its first invite: ${(await ended).stderr}`);
        await wait(lookEveryMs);
      }
      throw new Error('No invite arrived within a minute.');
    },
    /** Pauses it, as Ctrl C does, and waits for its end. */
    async pause() {
      child.kill('SIGINT');
      return ended;
    },
    /** @returns {ClientEvent[]} */
    readEvents: () =>
      readFileSync(log, 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    readResults: () => readResultsCsv(results),
  };
}
