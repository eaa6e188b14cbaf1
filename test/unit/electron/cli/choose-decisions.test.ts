import { describe, expect, test } from 'vitest';
import { type Choices, chooseDecisions } from '../../../../electron/cli/choose-decisions';
import { readRowsFlag } from '../../../../electron/cli/flag-values';
import { parseArguments } from '../../../../electron/cli/parse-arguments';
import { makeUnsure } from './make-unsure';

/** Rows 2, 3, 4 and 5; the last was left alone before. */
const people = [makeUnsure(0), makeUnsure(1), makeUnsure(2), makeUnsure(3, { decision: 'leave-alone' })];
const choose = (over: Partial<Choices>) =>
  chooseDecisions(people, {
    leaveAlone: null,
    sendAgain: null,
    isEvenIfTwice: false,
    sendInvite: true,
    ...over,
  });

describe('who is left alone', () => {
  test('by row, and all means everybody not decided whom the other flag does not name', () => {
    expect(choose({ leaveAlone: new Set([4, 2]) })).toEqual({ leaveAlone: [0, 2], sendAgain: [] });
    expect(choose({ leaveAlone: 'all' })).toEqual({ leaveAlone: [0, 1, 2], sendAgain: [] });
    expect(choose({ leaveAlone: 'all', sendAgain: new Set([3]), isEvenIfTwice: true })).toEqual({
      leaveAlone: [0, 2],
      sendAgain: [1],
    });
  });
});

describe('sending again is asked twice', () => {
  test.each([new Set([3, 4]), 'all' as const])('the first time it only says who (%j)', (sendAgain) => {
    expect(() => choose({ sendAgain })).toThrow(
      /people may get two emails: .*row 3, Ana Silva \(person1@example\.com\); row 4, .* Nothing was decided\. Add --even-if-twice/,
    );
  });

  test('without email they may be invited twice; a long list is cut', () => {
    expect(() => choose({ sendAgain: new Set([2]), sendInvite: false })).toThrow(
      '1 person may be invited twice',
    );
    const many = Array.from({ length: 25 }, (_, index) => makeUnsure(index));
    const choices = { leaveAlone: null, sendAgain: 'all', isEvenIfTwice: false, sendInvite: true } as const;
    expect(() => chooseDecisions(many, choices)).toThrow(
      'row 11, Ana Silva (person9@example.com); and 15 more.',
    );
  });

  test('with the second yes it is decided, also about somebody who was left alone', () => {
    expect(choose({ sendAgain: 'all', isEvenIfTwice: true }).sendAgain).toEqual([0, 1, 2]);
    expect(choose({ sendAgain: new Set([5]), isEvenIfTwice: true }).sendAgain).toEqual([3]);
  });
});

test.each<[Partial<Choices>, string]>([
  [{ leaveAlone: new Set([99]) }, 'Row 99 is not unknown in this run. Nothing was decided.'],
  [{ sendAgain: new Set([2, 99]), isEvenIfTwice: true }, 'Row 99 is not unknown in this run.'],
  [{ leaveAlone: new Set([2, 3]), sendAgain: new Set([3]), isEvenIfTwice: true }, 'Row 3 is to be left'],
  [{ leaveAlone: 'all', sendAgain: 'all', isEvenIfTwice: true }, 'Only one of'],
])('%j is refused', (over, sentence) => {
  expect(() => choose(over)).toThrow(sentence);
});

test('where nobody waits for a decision, all is refused', () => {
  const choices = { leaveAlone: 'all', sendAgain: null, isEvenIfTwice: false, sendInvite: true } as const;
  expect(() => chooseDecisions([makeUnsure(0, { decision: 'leave-alone' })], choices)).toThrow(
    'Nobody waits for a decision.',
  );
});

describe('rows of a flag', () => {
  const form = { name: 'unsure', operands: [], flags: { rows: 'value' } } as const;
  const read = (text: string) => readRowsFlag(parseArguments(form, [`--rows=${text}`]), 'rows');
  test('all, or numbers with commas', () => {
    expect(read('all')).toBe('all');
    expect(read('204, 203,204')).toEqual(new Set([204, 203]));
    expect(readRowsFlag(parseArguments(form, []), 'rows')).toBeNull();
  });
  test.each(['0', '-1', '2,', '2;3', 'two', 'ALL', '2-4', '1e3'])('%j is refused', (text) => {
    expect(() => read(text)).toThrow('--rows takes all, or row numbers as Excel shows them');
  });
});
