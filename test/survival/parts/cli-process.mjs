/** The built command line in a process of its own, to be waited for or killed. */
import { spawn } from 'node:child_process';
import { node24Path } from '../../../scripts/setup/places.mjs';
import { keepWatch } from './own-processes.mjs';
import { builtCli } from './practice-process.mjs';

/**
 * @typedef {object} CliEnd
 * @property {number | null} exitCode null after a signal
 * @property {string} stdout
 * @property {string} stderr
 * @property {() => any} answer the object on stdout's last line, with --json
 */

/**
 * @typedef {object} CliProcess
 * @property {import('node:child_process').ChildProcess} child
 * @property {Promise<CliEnd>} ended
 */

/**
 * A command line with a ledger of its own.
 *
 * @param {{ practice: { url: string, keys: { full: string } }, folder: string, dataDir?: string, cli?: string, moreEnv?: Record<string, string> }} place
 *   the ledger goes to `dataDir`, or to `folder`/data
 */
export function openCli({
  practice,
  folder,
  dataDir = `${folder}/data`,
  cli = process.env.FLOWMINGO_SURVIVAL_CLI ?? builtCli,
  moreEnv = {},
}) {
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    FLOWMINGO_BASE_URL: practice.url,
    FLOWMINGO_API_KEY: practice.keys.full,
    FLOWMINGO_DATA_DIR: dataDir,
    ...moreEnv,
  };
  /**
   * @param {readonly string[]} words
   * @param {{ before?: readonly string[], user?: { uid: number, gid: number } }} [how]
   *   `before`: the program through which it is started, with its words
   * @returns {CliProcess}
   */
  const start = (words, { before = [], user = {} } = {}) => {
    const [program, ...args] = [...before, node24Path, cli, ...words];
    const child = keepWatch(
      spawn(program, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'], ...user }),
    );
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    const ended = new Promise((resolve) => {
      child.on('close', (exitCode) =>
        resolve({
          exitCode,
          stdout,
          stderr,
          answer: () => JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? ''),
        }),
      );
    });
    return { child, ended };
  };
  /** Waits for a command whose exit code must be 0, and gives its answer. @param {readonly string[]} words */
  const ask = async (words) => {
    const { exitCode, stderr, answer } = await start([...words, '--json']).ended;
    if (exitCode !== 0) throw new Error(`${words[0]} ended with ${exitCode}: ${stderr}`);
    return answer();
  };
  return { start, ask };
}
