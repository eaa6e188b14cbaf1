/** A server with limits and outages to order, in a process of its own, whose record says what arrived when. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { node24Path } from '../../../scripts/setup/places.mjs';
import { keepWatch } from './own-processes.mjs';

/**
 * @typedef {object} Arrival one request, by the server's clock (UTC, with fractions of a millisecond)
 * @property {number} atMs
 * @property {string} method
 * @property {string} path
 * @property {number | null} status null: no answer was sent
 * @property {number | null} answeredAtMs
 * @property {number} inFlight invites at the server as this one arrived, itself included
 * @property {string[]} emails who was invited
 *
 * @typedef {object} StrictPlan
 * @property {import('./limits.mjs').LimitPlan} limit
 * @property {{ style: 'seconds' | 'date' | 'none', seconds: number }} retryAfter what a 429 says
 * @property {number} latencyMs
 * @property {number} [workers] so many are worked on at once; without it, all
 */

const setId = '11111111-1111-4111-8111-111111111111';

/** @param {StrictPlan} plan */
export async function startStrictServer(plan) {
  const child = keepWatch(
    fork(join(import.meta.dirname, 'strict-server-process.mjs'), [JSON.stringify({ ...plan, setId })], {
      execPath: node24Path,
    }),
  );
  const [{ value: port }] = await once(child, 'message');
  let lastNo = 0;
  const waiting = new Map();
  child.on('message', ({ no, ...answer }) => {
    waiting.get(no)?.(answer);
    waiting.delete(no);
  });
  const tell = (order) =>
    new Promise((resolve) => {
      lastNo += 1;
      waiting.set(lastNo, resolve);
      child.send({ no: lastNo, ...order });
    });
  return {
    url: `http://127.0.0.1:${port}/company`,
    // It takes any key.
    keys: { full: 'fl_practice_strict.made-up' },
    setId,
    /** @param {'closed' | '503' | 'reset'} kind @returns {Promise<number>} when it began */
    beginOutage: async (kind) => (await tell({ order: 'begin', kind })).atMs,
    /** @returns {Promise<number>} when it was over */
    endOutage: async () => (await tell({ order: 'end' })).atMs,
    /** @returns {Promise<Arrival[]>} */
    readArrivals: async () => (await tell({ order: 'read' })).value,
    async stop() {
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
    },
  };
}
