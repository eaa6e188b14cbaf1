/**
 * Runs a built test program to its end and reads what it says: one JSON object a line.
 */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { node24Path } from '../../../scripts/setup/places.mjs';
import { keepWatch } from './own-processes.mjs';

/** The longest program here takes a minute; a hang is worse than a failure. */
const timeLimitMs = 300_000;

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/**
 * @param {string} path of a built program
 * @param {Record<string, string>} env what it is told; beside PATH nothing else of this process's environment
 * @param {{ onStart?: (child: ChildProcess) => unknown, onLine?: (line: any, child: ChildProcess) => void }} [listeners]
 * @returns {Promise<{ lines: any[], exitCode: number | null, signal: string | null, stderr: string }>}
 */
export async function runTestProgram(path, env, { onStart, onLine } = {}) {
  const child = keepWatch(
    spawn(node24Path, [path], {
      env: { PATH: process.env.PATH, ...env },
      stdio: 'pipe',
      timeout: timeLimitMs,
      killSignal: 'SIGKILL',
    }),
  );
  const lines = [];
  createInterface({ input: child.stdout }).on('line', (text) => {
    const line = JSON.parse(text);
    lines.push(line);
    onLine?.(line, child);
  });
  onStart?.(child);
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  return await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode, signal) => resolve({ lines, exitCode, signal, stderr }));
  });
}
