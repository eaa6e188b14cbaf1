/**
 * Reads what a test runner's JSON report counted and says it in one plain line: `unit: 120 passed, 0 failed`.
 */

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @param {any} report of Vitest's JSON reporter @returns {Counts} */
export function readVitestCounts(report) {
  // A file that can't be loaded has no tests to fail, so it counts as one.
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** @param {any} report of Playwright's JSON reporter @returns {Counts} */
export function readPlaywrightCounts(report) {
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: unexpected + flaky + report.errors.length, skipped };
}

/** @param {any} report of test/survival/run-survival.mjs @returns {Counts} */
export function readSurvivalCounts({ passed, failed }) {
  return { passed, failed, skipped: 0 };
}

/** The line that stands alone at a runner's end; `skipped` appears only where something was. */
export function toClosingLine(name, { passed, failed, skipped }) {
  return `${name}: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * Why a run does not count as good, in a sentence; undefined when it does.
 *
 * @param {string} name of the suite
 * @param {Counts} counts
 * @param {number} exitCode of the runner
 */
export function findFault(name, { passed, failed }, exitCode) {
  if (failed > 0) return `${name}: ${failed} failed.`;
  if (passed === 0) return `${name}: no test ran, which counts as a failure.`;
  if (exitCode !== 0) return `${name}: every test passed, but the runner ended with ${exitCode}.`;
  return undefined;
}
