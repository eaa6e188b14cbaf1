/** The practice Flowmingo in a process of its own, whose record is the truth that everything is compared with. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { inRepo, node24Path } from '../../../scripts/setup/places.mjs';
import { keepWatch } from './own-processes.mjs';

/** The built command line. */
export const builtCli = inRepo('dist', 'cli', 'cli.cjs');

/** The set that everybody is invited to, in the window and by its id in the terminal. */
export const setTitle = 'Sales Assessment';

/**
 * @typedef {object} Practice
 * @property {string} url the base URL, for FLOWMINGO_BASE_URL
 * @property {Record<string, string>} keys `full` may do everything
 * @property {string} setId of the set called `setTitle`
 * @property {number} pid
 * @property {() => Promise<import('../../../electron/practice/record').PracticeRecordJson>} readRecord what really happened
 * @property {(faults: import('../../../electron/practice/faults').PracticeFaults) => Promise<void>} setFaults
 * @property {() => Promise<void>} stop
 */

/**
 * Starts one on a free port, with faults as electron/practice/faults.ts has them.
 *
 * @param {{ seed?: number, candidates?: number, faults?: import('../../../electron/practice/faults').PracticeFaults }} options
 * @returns {Promise<Practice>}
 */
export async function startPractice({ seed = 1, candidates = 5, faults = {} } = {}) {
  const words = ['practice', '--seed', String(seed), '--candidates', String(candidates)];
  const child = keepWatch(spawn(node24Path, [builtCli, ...words], { stdio: ['ignore', 'pipe', 'ignore'] }));
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  const { url, keys } = JSON.parse(line);
  const ask = async (path, init) => {
    const answer = await fetch(new URL(path, url), init);
    if (!answer.ok) throw new Error(`The practice server answered ${answer.status}: ${await answer.text()}`);
    return answer.json();
  };
  const setFaults = async (wanted) => {
    await ask('/practice/faults', { method: 'POST', body: JSON.stringify(wanted) });
  };
  const { data } = await ask(`${new URL(url).pathname}/integration/hiring/interview-sets/v1`, {
    headers: { 'x-api-key': keys.full },
  });
  const set = data.find(({ title }) => title === setTitle);
  if (set === undefined) throw new Error(`The practice server has no set called ${setTitle}.`);
  await setFaults(faults);
  return {
    url,
    keys,
    setId: set.id,
    pid: child.pid,
    readRecord: () => ask('/practice/record'),
    setFaults,
    async stop() {
      const closed = once(child, 'close');
      child.kill('SIGTERM');
      await closed;
    },
  };
}

/**
 * Everybody whom the server accepted, with how often, by the address in lower case.
 *
 * @param {import('../../../electron/practice/record').PracticeRecordJson} record
 * @returns {Map<string, number>}
 */
export function timesInvited(record) {
  return new Map(
    Object.entries(record.invitesByEmail).map(([email, tallies]) => [
      email,
      tallies.reduce((sum, { times }) => sum + times, 0),
    ]),
  );
}
