/**
 * The practice Flowmingo in a process of its own, as the command line serves it, and what its record says about invites.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { inRepo, node24Path } from '../../../scripts/setup/places.mjs';

/** @param {object} [faults] as the practice server takes them */
export async function startPracticeProcess(faults = {}) {
  const child = spawn(node24Path, [inRepo('dist', 'cli', 'cli.cjs'), 'practice', '--candidates', '5'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  const { url, keys } = JSON.parse(line);
  const ask = async (path, options) => (await fetch(new URL(path, url), options)).json();
  const setFaults = (next) => ask('/practice/faults', { method: 'POST', body: JSON.stringify(next) });
  const sets = await (
    await fetch(`${url}/integration/hiring/interview-sets/v1`, { headers: { 'x-api-key': keys.full } })
  ).json();
  await setFaults(faults);
  const readInvites = async () => {
    const { requests, invitesByEmail } = await ask('/practice/record');
    const posts = new Map();
    let total = 0;
    for (const { method, body } of requests)
      for (const { email } of method === 'POST' ? (body?.candidates ?? []) : []) {
        posts.set(email, (posts.get(email) ?? 0) + 1);
        total += 1;
      }
    const accepted = new Map(
      Object.entries(invitesByEmail).map(([email, tallies]) => [
        email,
        tallies.reduce((sum, { times }) => sum + times, 0),
      ]),
    );
    return { posts, total, accepted };
  };
  return {
    url,
    key: keys.full,
    setId: sets.data[0].id,
    setFaults,
    /** How often each address was asked for, all together, and how often each was accepted. */
    readInvites,
    /** Resolves when so many of these people were asked for. */
    async whenAsked(emails, count) {
      const wanted = new Set(emails);
      for (;;) {
        const { posts } = await readInvites();
        if ([...posts.keys()].filter((email) => wanted.has(email)).length >= count) return;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
    async stop() {
      const ended = once(child, 'close');
      child.kill('SIGTERM');
      await ended;
    },
  };
}
