// Checks 17 to 19 and 26: the app as it is shipped. They run where a packaged copy is named (npm run test:packaged); others have none to look at.
import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import path from 'node:path';
import { expect } from '@playwright/test';
import { findPackageFaults } from '../../scripts/packaging/check-package.mjs';
import { missingFuses } from '../../scripts/packaging/package-app.mjs';
import { readRuntimeRecord } from '../../scripts/setup/electron-runtime.mjs';
import { test } from './fixtures';

/** A start takes under three seconds; whatever still runs then is the app with its window. */
const lookAfterMs = 8_000;
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

interface Start {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** True once the start may be judged early. */
  readonly isSettled?: () => Promise<boolean> | boolean;
}

/** Starts the shipped copy, watches it, ends it, and gives what it wrote and whether it settled. */
async function watchStart(
  program: string,
  folder: string,
  { args = [], env = {}, isSettled = () => false }: Start,
): Promise<{ readonly written: string; readonly hasSettled: boolean }> {
  const child = spawn(program, [...asRoot, ...args], {
    env: { ...process.env, FLOWMINGO_DATA_DIR: path.join(folder, 'data'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let written = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (bytes: Buffer) => {
      written += bytes.toString();
    });
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  const deadlineMs = Date.now() + lookAfterMs;
  let hasSettled = false;
  while (!hasSettled && child.exitCode === null && Date.now() < deadlineMs) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    hasSettled = await isSettled();
  }
  child.kill('SIGKILL');
  await ended;
  return { written, hasSettled };
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

async function findFreePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}

/** The checks of a shipped program. */
function checkShipped(program: string): void {
  test('check 17 and 26: the fuses are burnt, and the archive holds nothing but the app', async () => {
    const missing = missingFuses(Number(String(readRuntimeRecord()?.electron).split('.')[0])).map(
      (name) => `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    );
    expect(await findPackageFaults(program, missing)).toEqual([]);
  });

  test('check 18: it runs no code but its own', async ({ folder }) => {
    const mark = path.join(folder, 'ran');
    const script = path.join(folder, 'foreign.cjs');
    writeFileSync(script, `require('fs').writeFileSync(${JSON.stringify(mark)}, '')`);
    const starts: Start[] = [
      { args: [script], env: { ELECTRON_RUN_AS_NODE: '1' } },
      {
        args: ['-e', `require('fs').writeFileSync(${JSON.stringify(mark)}, '')`],
        env: { ELECTRON_RUN_AS_NODE: '1' },
      },
      { env: { NODE_OPTIONS: `--require=${script}` } },
      { args: [script] },
      { args: [`--require=${script}`] },
    ];
    for (const start of starts) {
      await watchStart(program, folder, { ...start, isSettled: () => existsSync(mark) });
      expect(existsSync(mark), JSON.stringify(start)).toBe(false);
    }
  });

  test('check 19: it cannot be debugged from outside', async ({ folder }) => {
    for (const name of ['--inspect', '--inspect-brk', '--remote-debugging-port']) {
      const port = await findFreePort();
      const start = { args: [`${name}=${port}`], isSettled: () => isListening(port) };
      const { written, hasSettled } = await watchStart(program, folder, start);
      expect(hasSettled, `${name} opened its port`).toBe(false);
      expect(written, name).not.toMatch(/Debugger listening|DevTools listening/);
    }
  });
}

const shipped = process.env.FLOWMINGO_PACKAGED_EXECUTABLE;
if (shipped !== undefined) checkShipped(shipped);
