/**
 * node scripts/checks-of-26.mjs: how many of the 26 security checks of docs/security.md hold, by what the test runners
 * reported last (test-results/). A check holds when each suite that it belongs to ran a test of it and none failed.
 * `--all` also fails where a check was not tested.
 */
import { existsSync, readFileSync } from 'node:fs';
import { inRepo } from './setup/places.mjs';

/** Each check with the suites that must have a test of it. Tests name theirs: `check 6: …`, `check 15 and 16: …`. */
const CHECKS = [
  { what: 'the window is sandboxed, isolated and without Node', suites: ['e2e'] },
  { what: 'the page has no way to Node, and the sandbox is on for all', suites: ['e2e', 'security'] },
  { what: 'the content security policy blocks five of five', suites: ['e2e'] },
  { what: 'the page reaches no network', suites: ['e2e'] },
  { what: 'app:// serves bundled files only', suites: ['e2e'] },
  { what: 'the page stays where it is', suites: ['e2e'] },
  { what: 'no new windows', suites: ['e2e'] },
  { what: 'no webview', suites: ['e2e'] },
  { what: 'ten permissions asked, ten denied', suites: ['e2e'] },
  { what: 'the browser is opened for our own addresses only', suites: ['e2e', 'security'] },
  { what: 'only the top frame of our window is answered', suites: ['e2e', 'security'] },
  { what: 'every channel takes junk with a typed refusal', suites: ['e2e', 'contract'] },
  { what: 'window.flowmingo holds the contract and nothing else', suites: ['e2e'] },
  { what: 'the key is nowhere in the page', suites: ['e2e'] },
  { what: 'the key is in no file, argument or environment', suites: ['e2e'] },
  { what: 'the log holds no key and masks addresses', suites: ['e2e'] },
  { what: 'the fuses of the packaged app', suites: ['e2e'] },
  { what: 'the packaged app runs nothing foreign', suites: ['e2e'] },
  { what: 'the packaged app refuses developer tools and remote debugging', suites: ['e2e'] },
  { what: 'a second instance leaves and never opens the ledger', suites: ['e2e'] },
  { what: 'a server that cannot prove itself never sees the key', suites: ['security'] },
  { what: 'no redirect is followed, and the prefix names the address', suites: ['security'] },
  { what: 'hostile messages and names neither run nor load', suites: ['unit', 'security', 'e2e'] },
  { what: 'dependencies: no install scripts, none that is denied', suites: ['security'] },
  { what: 'Electron is of a supported major version', suites: ['security'] },
  { what: 'the archive holds no tests, maps or .env', suites: ['e2e'] },
];

/**
 * @typedef {{ title: string, hasPassed: boolean }} TestOutcome
 * @typedef {'passed' | 'failed' | 'not tested'} Verdict
 */

/** @param {any} report of Vitest's JSON reporter @returns {TestOutcome[]} */
function readVitestOutcomes(report) {
  return report.testResults.flatMap(({ assertionResults }) =>
    assertionResults.map(({ fullName, status }) => ({ title: fullName, hasPassed: status === 'passed' })),
  );
}

/** @param {any} report of Playwright's JSON reporter @returns {TestOutcome[]} */
function readPlaywrightOutcomes({ suites = [], specs = [] }) {
  return [
    ...specs.map(({ title, tests }) => ({
      title,
      hasPassed: tests.length > 0 && tests.every(({ status }) => status === 'expected'),
    })),
    ...suites.flatMap(readPlaywrightOutcomes),
  ];
}

/** The numbers that a test's title names. @param {string} title */
function checkNumbers(title) {
  const named = /\bcheck (\d+(?:(?:, | and )\d+)*):/.exec(title)?.[1];
  return named === undefined ? [] : named.split(/, | and /).map(Number);
}

function readOutcomes(suite) {
  const file = inRepo('test-results', `${suite}.json`);
  if (!existsSync(file)) return [];
  const report = JSON.parse(readFileSync(file, 'utf8'));
  return suite === 'e2e' ? readPlaywrightOutcomes(report) : readVitestOutcomes(report);
}

/** @param {Map<string, TestOutcome[]>} outcomes by suite @returns {{ verdict: Verdict, why: string }} */
function judge(number, suites, outcomes) {
  const bySuite = suites.map((suite) => ({
    suite,
    tests: outcomes.get(suite).filter(({ title }) => checkNumbers(title).includes(number)),
  }));
  const failed = bySuite.filter(({ tests }) => tests.some(({ hasPassed }) => !hasPassed));
  if (failed.length > 0)
    return { verdict: 'failed', why: ` (${failed.map(({ suite }) => suite).join(', ')})` };
  const untested = bySuite.filter(({ tests }) => tests.length === 0);
  if (untested.length > 0)
    return { verdict: 'not tested', why: ` (${untested.map(({ suite }) => suite).join(', ')})` };
  return { verdict: 'passed', why: '' };
}

const outcomes = new Map(
  ['unit', 'contract', 'security', 'e2e'].map((suite) => [suite, readOutcomes(suite)]),
);
const verdicts = CHECKS.map(({ what, suites }, index) => {
  const { verdict, why } = judge(index + 1, suites, outcomes);
  process.stdout.write(`${String(index + 1).padStart(2)} ${verdict}${why}: ${what}\n`);
  return verdict;
});
const passed = verdicts.filter((verdict) => verdict === 'passed').length;
process.stdout.write(`\nsecurity checks: ${passed}/${CHECKS.length}\n`);
const mayMiss = !process.argv.includes('--all');
process.exitCode = verdicts.every((verdict) => verdict === 'passed' || (mayMiss && verdict === 'not tested'))
  ? 0
  : 1;
