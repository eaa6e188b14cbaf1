/**
 * Where things lie: the repository, what set-up puts into node_modules, and the per-user cache.
 */
import { homedir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const repoFolder = resolve(fileURLToPath(new URL('../..', import.meta.url)));

/** An absolute path inside the repository. */
export const inRepo = (...parts) => join(repoFolder, ...parts);

/** The Node 24 binary that the `node` dependency brings. */
export const node24Path = inRepo(
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/** A folder of this user's cache that every clone shares, such as `~/.cache/flowmingo-batch`. */
export function userCacheFolder(env = process.env) {
  if (env.FLOWMINGO_CACHE_DIR) return resolve(env.FLOWMINGO_CACHE_DIR);
  if (process.platform === 'win32' && env.LOCALAPPDATA)
    return join(env.LOCALAPPDATA, 'flowmingo-batch', 'Cache');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'flowmingo-batch');
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'flowmingo-batch');
}

/** The environment for child programs: the dependencies' own programs, Node 24 first of all, before the machine's. */
export function toolEnv(env = process.env) {
  const name = Object.keys(env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  const bin = inRepo('node_modules', '.bin');
  const before = (env[name] ?? '').split(delimiter).filter((part) => part !== bin);
  return { ...env, [name]: [bin, ...before].join(delimiter) };
}
