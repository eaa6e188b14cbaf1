/**
 * Runs other programs for the scripts: with their output kept for a failure's sentence, or shown as it comes.
 */
import { spawn } from 'node:child_process';
import { repoFolder, toolEnv } from './places.mjs';
import { ScriptError } from './say.mjs';

/**
 * Runs a program and keeps its output.
 *
 * @returns {Promise<{ code: number | null, signal: string | null, output: string, stdout: string, timedOut: boolean }>}
 *   `code` is null when the program could not start (then `output` says why) or was ended by a signal.
 */
export function runQuietly(
  program,
  args,
  { cwd = repoFolder, env = toolEnv(), timeoutMs, shell = false } = {},
) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, env, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let stdout = '';
    let timedOut = false;
    const timer = timeoutMs
      ? setTimeout(() => {
          timedOut = true;
          child.kill('SIGKILL');
        }, timeoutMs)
      : undefined;
    child.stdout.on('data', (chunk) => {
      output += chunk;
      stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      output += chunk;
    });
    const end = (code, signal) => {
      clearTimeout(timer);
      resolve({ code, signal, output, stdout, timedOut });
    };
    child.on('error', (error) => {
      output += error.message;
      end(null, null);
    });
    child.on('close', end);
  });
}

/** Runs a program as `runQuietly` does, and throws a ScriptError with the end of its output when it does not exit with 0. */
export async function runOrThrow(what, program, args, options = {}) {
  const result = await runQuietly(program, args, options);
  if (result.code === 0) return result;
  const why = result.timedOut
    ? `did not finish within ${Math.round(options.timeoutMs / 1000)} seconds`
    : `ended with ${result.signal ?? result.code ?? 'no start'}`;
  throw new ScriptError(
    `${what} ${why}. The command was: ${[program, ...args].join(' ')}\n${lastLines(result.output, 25)}`,
  );
}

/**
 * Runs a program with this terminal's input and output and hands SIGINT and SIGTERM on to it. After `timeoutMs` it is
 * told to end.
 *
 * @returns {Promise<number>} its exit code; 128 + n after a signal, as a shell would say it
 */
export function runShown(
  program,
  args,
  { cwd = repoFolder, env = toolEnv(), stdio = 'inherit', timeoutMs } = {},
) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio });
    const pass = (signal) => child.kill(signal);
    const onTimeout = () => {
      process.stderr.write(
        `${program} was ended: it ran longer than ${Math.round(timeoutMs / 60_000)} minutes.\n`,
      );
      pass('SIGTERM');
    };
    const timer = timeoutMs ? setTimeout(onTimeout, timeoutMs) : undefined;
    process.on('SIGINT', pass);
    process.on('SIGTERM', pass);
    const end = () => {
      clearTimeout(timer);
      process.off('SIGINT', pass);
      process.off('SIGTERM', pass);
    };
    child.on('error', (error) => {
      end();
      reject(new ScriptError(`${program} could not be started: ${error.message}`));
    });
    child.on('close', (code, signal) => {
      end();
      resolve(code ?? (signal === 'SIGINT' ? 130 : signal === 'SIGTERM' ? 143 : 1));
    });
  });
}

/** The last lines of a program's output, indented, for a failure's sentence. */
export function lastLines(text, count) {
  return text
    .trimEnd()
    .split('\n')
    .slice(-count)
    .map((line) => `    ${line}`)
    .join('\n');
}
