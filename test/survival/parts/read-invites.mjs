/**
 * What the practice server's record says about invites.
 */
import { wait } from './own-processes.mjs';
import { timesInvited } from './practice-process.mjs';

/** Often enough to strike in the middle of a run. */
const lookEveryMs = 5;

/**
 * How often each address was asked for, all together, and how often each was accepted.
 *
 * @param {import('./practice-process.mjs').Practice} practice
 */
export async function readInvites(practice) {
  const record = await practice.readRecord();
  const posts = new Map();
  let total = 0;
  for (const { method, body } of record.requests)
    for (const { email } of method === 'POST' ? (body?.candidates ?? []) : []) {
      posts.set(email, (posts.get(email) ?? 0) + 1);
      total += 1;
    }
  return { posts, total, accepted: timesInvited(record) };
}

/** Resolves when so many of these people were asked for. */
export async function whenAsked(practice, emails, count) {
  const wanted = new Set(emails);
  for (;;) {
    const { posts } = await readInvites(practice);
    if ([...posts.keys()].filter((email) => wanted.has(email)).length >= count) return;
    await wait(lookEveryMs);
  }
}
