import { describe, expect, test } from 'vitest';
import { planRows } from '../../../../shared/batches/plan-rows';
import type { RowProblem } from '../../../../shared/operations/problem';

const none = new Set<number>();
const blocked = (rowNumber: number): RowProblem => ({
  rowNumber,
  field: 'email',
  kind: 'email-invalid',
  blocking: true,
  message: `Row ${rowNumber} cannot get email.`,
});
const double = (rowNumber: number, of: number): RowProblem => ({
  rowNumber,
  field: 'email',
  kind: 'duplicate-in-file',
  blocking: false,
  message: `Same address as row ${of}.`,
  of,
});
const invited = (rowNumber: number): RowProblem => ({
  rowNumber,
  field: 'email',
  kind: 'already-invited',
  blocking: false,
  message: 'Invited on 3 May.',
});
const slip = (rowNumber: number): RowProblem => ({
  rowNumber,
  field: 'email',
  kind: 'email-typo',
  blocking: false,
  message: 'gmial.com?',
});
const whyOf = (plan: ReturnType<typeof planRows>) =>
  Object.fromEntries([...plan.skips].map(([rowNumber, { why }]) => [rowNumber, why]));

describe('which rows are sent', () => {
  test('rows without a problem, and rows with a warning only', () => {
    const plan = planRows({ rowNumbers: [2, 3], problems: [slip(3)], leftOut: none, takenIn: none });
    expect(whyOf(plan)).toEqual({});
    expect(plan.blockedRowNumbers).toEqual([]);
  });

  test('each reason to skip is named, with the sentence of the problem', () => {
    const plan = planRows({
      rowNumbers: [2, 3, 4, 5, 6],
      problems: [blocked(3), double(4, 2), invited(5)],
      leftOut: new Set([6]),
      takenIn: none,
    });
    expect(whyOf(plan)).toEqual({
      3: 'blocked',
      4: 'duplicate-in-file',
      5: 'already-invited',
      6: 'left-out-by-you',
    });
    expect(plan.skips.get(4)?.detail).toBe('Same address as row 2.');
    expect(plan.blockedRowNumbers).toEqual([3]);
  });

  test('doubles and people invited before are sent once they are taken in, blocked rows are not', () => {
    const plan = planRows({
      rowNumbers: [2, 3, 4, 5],
      problems: [double(3, 2), invited(4), blocked(5)],
      leftOut: none,
      takenIn: new Set([3, 4, 5]),
    });
    expect(whyOf(plan)).toEqual({ 5: 'blocked' });
  });

  test('the first double of a blocked row goes in its place, the others stay doubles', () => {
    const plan = planRows({
      rowNumbers: [2, 3, 4],
      problems: [blocked(2), double(3, 2), double(4, 2)],
      leftOut: none,
      takenIn: none,
    });
    expect(whyOf(plan)).toEqual({ 2: 'blocked', 4: 'duplicate-in-file' });
    expect(plan.problems).toEqual([blocked(2), double(4, 2)]);
  });

  test('a row that is the double of two rows is sent only where neither of them is', () => {
    const problems = [blocked(2), double(4, 2), double(4, 3)];
    expect(whyOf(planRows({ rowNumbers: [2, 3, 4], problems, leftOut: none, takenIn: none }))).toEqual({
      2: 'blocked',
      4: 'duplicate-in-file',
    });
  });

  test('a very long sentence is cut to what the ledger takes', () => {
    const long = { ...blocked(2), message: 'x'.repeat(2000) };
    const detail =
      planRows({ rowNumbers: [2], problems: [long], leftOut: none, takenIn: none }).skips.get(2)?.detail ??
      '';
    expect(detail).toHaveLength(500);
  });
});
