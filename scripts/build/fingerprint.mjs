/**
 * Says whether a build is still that of the sources: a hash over the names and contents of everything it is made of.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Beside a target's own folders, a change of these changes every build. */
const COMMON_INPUTS = ['scripts/build', 'package-lock.json', 'package.json', 'tsconfig.json'];

/**
 * The SHA-256 over the paths and contents of a target's inputs, in a fixed order.
 *
 * @param {string} root the repository's folder
 * @param {readonly string[]} folders
 */
export function fingerprint(root, folders) {
  const hash = createHash('sha256');
  for (const path of [...COMMON_INPUTS, ...folders].flatMap((input) => filesUnder(root, input)).sort()) {
    hash.update(`${path}\0`);
    hash.update(readFileSync(join(root, path)));
    hash.update('\0');
  }
  return hash.digest('hex');
}

/** Whether the target's output is there and was made from exactly these sources. */
export function isFresh(root, target) {
  const stamp = stampPath(root, target);
  return (
    existsSync(join(root, target.output)) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === fingerprint(root, target.folders)
  );
}

/** Notes which sources the target's output was made from. Take the fingerprint before building. */
export function writeStamp(root, target, print) {
  mkdirSync(join(root, 'dist', '.stamps'), { recursive: true });
  writeFileSync(stampPath(root, target), print);
}

const stampPath = (root, target) => join(root, 'dist', '.stamps', target.name);

function filesUnder(root, path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  const entries = readDirectory(full);
  return entries ? entries.flatMap((entry) => filesUnder(root, `${path}/${entry}`)) : [path];
}

function readDirectory(path) {
  try {
    return readdirSync(path);
  } catch (error) {
    if (error.code === 'ENOTDIR') return undefined;
    throw error;
  }
}
