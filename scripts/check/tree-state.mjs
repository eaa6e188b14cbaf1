/**
 * Whether a program changed the work tree: what git says about it before and after, contents included.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { inRepo } from '../setup/places.mjs';
import { runOrThrow } from '../setup/run-program.mjs';

/** Every file that differs from the last commit, with a hash of what it holds now. @returns {Promise<Map<string, string>>} */
export async function readTreeState() {
  const { stdout } = await runOrThrow('Asking git for changed files', 'git', [
    'status',
    '--porcelain',
    '-uall',
    '-z',
  ]);
  return parseTreeState(stdout, (path) =>
    existsSync(inRepo(path))
      ? createHash('sha256')
          .update(readFileSync(inRepo(path)))
          .digest('hex')
      : 'gone',
  );
}

/** @param {string} statusOutput of `git status --porcelain -z` @param {(path: string) => string} toHash */
export function parseTreeState(statusOutput, toHash) {
  const state = new Map();
  const fields = statusOutput.split('\0').filter((field) => field !== '');
  for (let index = 0; index < fields.length; index += 1) {
    const path = fields[index].slice(3);
    state.set(path, toHash(path));
    // A renamed file is followed by its old name.
    if (/^[RC]/.test(fields[index])) index += 1;
  }
  return state;
}

/** The paths whose state differs, in order. @param {Map<string, string>} before @param {Map<string, string>} after */
export function changesSince(before, after) {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => before.get(path) !== after.get(path)).sort();
}
