import { describe, expect, test } from 'vitest';
import {
  findFault,
  readPlaywrightCounts,
  readSurvivalCounts,
  readVitestCounts,
  toClosingLine,
} from '../../../scripts/testing/closing-line.mjs';

const counts = (passed: number, failed: number, skipped = 0) => ({ passed, failed, skipped });

describe('closing line', () => {
  test('says what passed and failed, and what was skipped only where something was', () => {
    expect(toClosingLine('unit', counts(120, 0))).toBe('unit: 120 passed, 0 failed');
    expect(toClosingLine('e2e', counts(3, 1, 2))).toBe('e2e: 3 passed, 1 failed, 2 skipped');
  });

  test('counts a Vitest file that could not be loaded as a failure', () => {
    const report = {
      numPassedTests: 4,
      numFailedTests: 1,
      numPendingTests: 1,
      numTodoTests: 1,
      testResults: [
        { status: 'failed', assertionResults: [{ status: 'failed' }] },
        { status: 'failed', assertionResults: [] },
        { status: 'passed', assertionResults: [{ status: 'passed' }] },
      ],
    };
    expect(readVitestCounts(report)).toEqual(counts(4, 2, 2));
  });

  test('counts a flaky Playwright test and an error outside the tests as failures', () => {
    const report = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 0 }, errors: [{}] };
    expect(readPlaywrightCounts(report)).toEqual(counts(5, 3));
  });

  test('takes the counts of the survival experiments, where one that was not performed has failed', () => {
    expect(readSurvivalCounts({ size: 'small', passed: 2, failed: 1, experiments: [] })).toEqual(
      counts(2, 1),
    );
  });

  test('a run is good only when something passed, nothing failed and the runner agrees', () => {
    expect(findFault('unit', counts(1, 0), 0)).toBeUndefined();
    expect(findFault('unit', counts(9, 1), 1)).toBe('unit: 1 failed.');
    expect(findFault('unit', counts(0, 0), 0)).toMatch(/no test ran/);
    expect(findFault('unit', counts(0, 0, 7), 0)).toMatch(/no test ran/);
    expect(findFault('unit', counts(9, 0), 1)).toMatch(/the runner ended with 1/);
  });
});
