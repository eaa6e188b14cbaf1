/** The processes that an experiment started: none of them outlives it, however it ends. */
import { readdirSync, readFileSync } from 'node:fs';

/** Killed ones take milliseconds; ten seconds leave room for a busy machine. */
const goneWithinMs = 10_000;

const running = new Set();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/**
 * Ends the child when this process ends.
 *
 * @template {import('node:child_process').ChildProcess} Child
 * @param {Child} child
 * @returns {Child}
 */
export function keepWatch(child) {
  running.add(child);
  child.once('close', () => running.delete(child));
  return child;
}

/** Resolves after so many milliseconds. */
export const wait = (delayMs) => new Promise((resolve) => setTimeout(resolve, delayMs));

/**
 * kill -9 for the leader of a process group alone; then waits until nobody of the group is left.
 *
 * @param {number} groupId the leader's own id
 * @throws {Error} when somebody is still there after ten seconds; they are killed then
 */
export async function killLeader(groupId) {
  process.kill(groupId, 'SIGKILL');
  const deadlineMs = Date.now() + goneWithinMs;
  while (livingOf(groupId).length > 0) {
    if (Date.now() > deadlineMs) {
      const left = livingOf(groupId);
      process.kill(-groupId, 'SIGKILL');
      throw new Error(`${left.length} processes outlived the one that was killed: ${left.join(', ')}`);
    }
    await wait(5);
  }
}

/** Ids of a group's processes that still run. A zombie runs no more: it waits for somebody to read its exit code. */
function livingOf(groupId) {
  if (process.platform !== 'linux') return isGroupThere(groupId) ? [groupId] : [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((id) => {
      const stat = readStat(id);
      // proc(5): "pid (comm) state ppid pgrp"; comm may hold blanks and brackets.
      const [state, , group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return Number(group) === groupId && state !== 'Z' && state !== 'X';
    });
}

function readStat(id) {
  try {
    return readFileSync(`/proc/${id}/stat`, 'utf8');
  } catch {
    return '';
  }
}

function isGroupThere(groupId) {
  try {
    process.kill(-groupId, 0);
    return true;
  } catch {
    return false;
  }
}
