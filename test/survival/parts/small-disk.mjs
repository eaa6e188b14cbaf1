/**
 * A disk of a few megabytes for a data folder, that can be filled up, given room again, and made read-only. A file system of its own
 * where this user may mount one. Where not, the same is done to the program: a limit on what it may write (prlimit), and a folder that
 * is closed to its user.
 */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Room for a ledger of some thousand rows and its log. */
const sizeBytes = 16 * 1024 * 1024;
/** A user whom every Linux has and who owns nothing. */
const nobody = 65_534;

/** @param {string} folder to be made @returns what is done to it; `how` says in which of the two ways */
export function openSmallDisk(folder) {
  mkdirSync(folder);
  return mayMount(folder) ? ownFileSystem(folder) : limitedProgram(folder);
}

/** File systems that are mounted, so that none stays when the experiment is ended early. */
const mounted = new Set();
process.once('exit', () => {
  for (const folder of mounted) execFileSync('umount', ['--lazy', folder], { stdio: 'pipe' });
});

const mount = (...words) => execFileSync('mount', words, { stdio: 'pipe' });

function mayMount(folder) {
  try {
    mount('-t', 'tmpfs', '-o', `size=${sizeBytes}`, 'tmpfs', folder);
    mounted.add(folder);
    return true;
  } catch {
    return false;
  }
}

function ownFileSystem(folder) {
  const dataDir = join(folder, 'data');
  mkdirSync(dataDir, { mode: 0o700 });
  const filler = join(folder, 'filler');
  return {
    how: 'a file system of its own',
    dataDir,
    /** How a program has to be started that begins on a full disk, on one that it may not write to, or on this small one. */
    startFull: {},
    startReadOnly: {},
    startSmall: {},
    /** `child`: the program, where one is going already. */
    fill: () => fillUp(filler),
    free: () => rmSync(filler),
    makeReadOnly: () => mount('-o', 'remount,ro', folder),
    makeWritable: () => mount('-o', 'remount,rw', folder),
    close: () => {
      execFileSync('umount', [folder], { stdio: 'pipe' });
      mounted.delete(folder);
    },
  };
}

function fillUp(path) {
  const file = openSync(path, 'w');
  for (const chunk of [1024 * 1024, 4096].map((length) => Buffer.alloc(length))) {
    try {
      for (;;) writeSync(file, chunk);
    } catch (error) {
      if (error.code !== 'ENOSPC') throw error;
    }
  }
  closeSync(file);
}

function limitedProgram(folder) {
  const dataDir = join(folder, 'data');
  mkdirSync(dataDir, { mode: 0o700 });
  const limit = (child, words) =>
    execFileSync('prlimit', ['--pid', String(child.pid), words], { stdio: 'pipe' });
  const isRoot = process.getuid() === 0;
  // Another user has to get as far as the data folder, and may put results beside it.
  if (isRoot)
    for (let path = folder; path !== tmpdir() && dirname(path) !== path; path = dirname(path))
      chmodSync(path, 0o777);
  const giveTo = (owner) => {
    if (!isRoot) return;
    for (const path of [
      dataDir,
      ...readdirSync(dataDir, { recursive: true }).map((name) => join(dataDir, name)),
    ])
      chownSync(path, owner, owner);
  };
  return {
    how: 'limits on the program',
    dataDir,
    startFull: { before: ['prlimit', '--fsize=0'] },
    // A limit on each file, of which there are several.
    startSmall: { before: ['prlimit', `--fsize=${sizeBytes / 4}`] },
    startReadOnly: isRoot ? { user: { uid: nobody, gid: nobody } } : {},
    /** Node ignores the signal that comes with it, so that every write to a file fails from now on. */
    fill: (child) => child && limit(child, '--fsize=0:unlimited'),
    free: (child) => child?.exitCode === null && limit(child, '--fsize=unlimited:unlimited'),
    makeReadOnly: () => {
      giveTo(nobody);
      chmodSync(dataDir, 0o500);
    },
    makeWritable: () => {
      chmodSync(dataDir, 0o700);
      giveTo(0);
    },
    close: () => undefined,
  };
}
