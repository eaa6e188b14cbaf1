/**
 * The built command line as a user has it: its words, its answers, its exit code.
 */
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import Papa from 'papaparse';
import { inRepo, node24Path } from '../../../scripts/setup/places.mjs';

export const builtCliPath = inRepo('dist', 'cli', 'cli.cjs');

/** What the command line is told about a practice server and a data folder. */
export function toCliEnv(practice, dataDir) {
  return {
    PATH: process.env.PATH,
    HOME: dataDir,
    FLOWMINGO_BASE_URL: practice.url,
    FLOWMINGO_API_KEY: practice.key,
    FLOWMINGO_DATA_DIR: dataDir,
  };
}

/**
 * Starts a command; `before` is what it is started through, such as strace with its words.
 *
 * @param {string[]} words
 * @param {Record<string, string>} env
 * @param {{ before?: string[], spawnOptions?: object }} [how]
 */
export function startCli(words, env, { before = [], spawnOptions = {} } = {}) {
  const [program, ...args] = [...before, node24Path, builtCliPath, ...words];
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'], ...spawnOptions });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const ended = new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode, signal) => {
      const last = stdout.trimEnd().split('\n').at(-1) ?? '';
      resolve({ exitCode, signal, stdout, stderr, answer: last.startsWith('{') ? JSON.parse(last) : null });
    });
  });
  return { child, ended };
}

/** Carries out a command and waits for its end. */
export const runCli = (words, env, how) => startCli(words, env, how).ended;

/** The words that invite the people of a file. */
export const toInviteWords = (file, setId, resultsPath, more = []) => [
  ...['run', file, '--operation', 'invite', '--set', setId, '--send-invite', 'yes'],
  ...['--results', resultsPath, '--json', ...more],
];

/** Writes a CSV of people who exist nowhere, called after `name`; answers their addresses. */
export function writePeopleFile(path, count, name = 'person') {
  const emails = Array.from({ length: count }, (_, index) => `${name}${index}@example.com`);
  const lines = emails.map((email, index) => `Ana ${index},Silva,${email}`);
  writeFileSync(path, `First name,Last name,Email\r\n${lines.join('\r\n')}\r\n`);
  return emails;
}

/** The outcome of each address in a file of results. */
export function readOutcomes(resultsPath) {
  const { data } = Papa.parse(readFileSync(resultsPath, 'utf8'), { header: true, skipEmptyLines: true });
  return data.map((row) => ({ email: row.Email, outcome: row.Outcome }));
}
