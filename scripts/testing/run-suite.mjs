/**
 * Runs one suite with its runner, shows the runner's own output, and closes with the counts.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { inRepo, node24Path, toolEnv } from '../setup/places.mjs';
import { runShown } from '../setup/run-program.mjs';
import {
  findFault,
  readPlaywrightCounts,
  readSurvivalCounts,
  readVitestCounts,
  toClosingLine,
} from './closing-line.mjs';

/** The suites in the order in which `npm test` runs them: the quick ones first. */
export const SUITES = ['unit', 'contract', 'integration', 'survival', 'security', 'e2e'];

/** These open windows or use the keychain, so they run in a desktop session of their own. */
export const DESKTOP_SUITES = ['integration', 'survival', 'security', 'e2e'];

/** A suite that hangs must not hold the whole run: the slowest takes half of this. */
const SUITE_TIMEOUT_MS = 900_000;

/**
 * @param {string} name one of SUITES
 * @param {NodeJS.ProcessEnv} env
 * @param {string[]} extra arguments for the runner, such as a file to run alone
 * @param {number} timeoutMs
 * @returns {Promise<string | undefined>} a sentence when the suite failed
 */
export async function runSuite(name, env = toolEnv(), extra = [], timeoutMs = SUITE_TIMEOUT_MS) {
  const reportPath = inRepo('test-results', `${name}.json`);
  mkdirSync(inRepo('test-results'), { recursive: true });
  rmSync(reportPath, { force: true });
  const exitCode = await runShown(node24Path, [...runnerArguments(name, reportPath), ...extra], {
    env: { ...env, FLOWMINGO_E2E_REPORT: reportPath },
    stdio: ['ignore', 'inherit', 'inherit'],
    timeoutMs,
  });
  const counts = readCounts(name, reportPath);
  process.stdout.write(`\n${toClosingLine(name, counts)}\n`);
  return findFault(name, counts, exitCode);
}

function runnerArguments(name, reportPath) {
  if (name === 'e2e') return [inRepo('node_modules', '@playwright', 'test', 'cli.js'), 'test'];
  if (name === 'survival') return [inRepo('test', 'survival', 'run-survival.mjs')];
  const vitest = [inRepo('node_modules', 'vitest', 'vitest.mjs'), 'run'];
  const projects = name === 'unit' ? ['unit', 'unit-renderer'] : [name];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportPath}`];
  return [...vitest, ...projects.map((project) => `--project=${project}`), ...reporters];
}

function readCounts(name, reportPath) {
  if (!existsSync(reportPath)) return { passed: 0, failed: 0, skipped: 0 };
  const report = JSON.parse(readFileSync(reportPath, 'utf8'));
  if (name === 'survival') return readSurvivalCounts(report);
  return name === 'e2e' ? readPlaywrightCounts(report) : readVitestCounts(report);
}
