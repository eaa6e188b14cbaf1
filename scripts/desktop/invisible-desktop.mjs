/**
 * A desktop session that nobody sees: Xvfb on a free display, a message bus, and an unlocked keyring of its own that
 * never touches the user's. For tests and the demonstration, on Linux.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { runQuietly } from '../setup/run-program.mjs';
import { ScriptError } from '../setup/say.mjs';

/** Each part is up in under a second; ten leave room for a busy machine. */
const START_TIMEOUT_MS = 10_000;
const SCREEN = '1440x900x24';

/**
 * Runs `work` inside such a session and takes the session down again, whatever happens.
 *
 * @template T
 * @param {NodeJS.ProcessEnv} env to build upon
 * @param {(env: NodeJS.ProcessEnv) => Promise<T>} work gets the environment with DISPLAY and DBUS_SESSION_BUS_ADDRESS
 * @returns {Promise<T>}
 * @throws {ScriptError} when a part is missing or does not start; nothing is run without it
 */
export async function withInvisibleDesktop(env, work) {
  if (process.platform !== 'linux') return work(env);
  const folder = mkdtempSync(join(tmpdir(), 'flowmingo-desktop-'));
  const children = [];
  try {
    const { WAYLAND_DISPLAY: _, ...base } = env;
    const session = { ...base, XDG_RUNTIME_DIR: folder, XDG_DATA_HOME: join(folder, 'data') };
    const display = `:${await startXvfb(session, children)}`;
    const bus = await startBus({ ...session, DISPLAY: display }, children);
    await startKeyring({ ...session, DISPLAY: display, DBUS_SESSION_BUS_ADDRESS: bus }, children);
    return await work({ ...base, DISPLAY: display, DBUS_SESSION_BUS_ADDRESS: bus, XDG_RUNTIME_DIR: folder });
  } finally {
    for (const child of children.reverse()) await endChild(child);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startXvfb(env, children) {
  const args = ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp'];
  const child = spawn('Xvfb', args, { env, stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  children.push(child);
  return firstLine(child, child.stdio[3], 'Xvfb');
}

async function startBus(env, children) {
  const args = ['--session', '--nofork', '--nopidfile', '--print-address=1'];
  const child = spawn('dbus-daemon', args, { env, stdio: ['ignore', 'pipe', 'ignore'] });
  children.push(child);
  return firstLine(child, child.stdout, 'dbus-daemon');
}

async function startKeyring(env, children) {
  const args = ['--foreground', '--unlock', '--components=secrets'];
  const child = spawn('gnome-keyring-daemon', args, { env, stdio: ['pipe', 'ignore', 'ignore'] });
  children.push(child);
  let startError;
  child.on('error', (error) => {
    startError = error;
  });
  child.stdin.on('error', () => {});
  child.stdin.end('a keyring that lives as long as this session');
  const deadlineMs = Date.now() + START_TIMEOUT_MS;
  while (!(await hasKeyring(env))) {
    if (startError || child.exitCode !== null || Date.now() > deadlineMs) {
      throw new ScriptError(
        `The keyring (gnome-keyring-daemon) did not start: ${startError?.message ?? 'it never answered'}.`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function hasKeyring(env) {
  const asked = [
    '--session',
    '--print-reply=literal',
    '--dest=org.freedesktop.DBus',
    '/org/freedesktop/DBus',
  ];
  const args = [...asked, 'org.freedesktop.DBus.NameHasOwner', 'string:org.freedesktop.secrets'];
  return (await runQuietly('dbus-send', args, { env, timeoutMs: START_TIMEOUT_MS })).stdout.includes('true');
}

function firstLine(child, stream, name) {
  return new Promise((resolve, reject) => {
    const fail = (why) =>
      reject(new ScriptError(`${name} did not start: ${why}. It comes with the system libraries of set-up.`));
    const timer = setTimeout(
      () => fail(`no answer within ${START_TIMEOUT_MS / 1000} seconds`),
      START_TIMEOUT_MS,
    );
    child.on('error', (error) => {
      clearTimeout(timer);
      fail(error.message);
    });
    child.on('exit', (code) => {
      clearTimeout(timer);
      fail(`it ended with ${code}`);
    });
    createInterface({ input: stream }).once('line', (line) => {
      clearTimeout(timer);
      resolve(line.trim());
    });
  });
}

async function endChild(child) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 2_000);
  await ended;
  clearTimeout(timer);
}
