import { expect, test } from 'vitest';
import { linkButton, linkResultWords } from '../../../../renderer/screens/check-rows/link-words';

test.each([
  [
    { toCheck: 280, checked: 0, problems: 0 },
    { label: 'Check 280 links', isAgain: false },
  ],
  [
    { toCheck: 1, checked: 279, problems: 4 },
    { label: 'Check 1 link', isAgain: false },
  ],
  [
    { toCheck: 0, checked: 280, problems: 4 },
    { label: 'Check 4 links again', isAgain: true },
  ],
  [{ toCheck: 0, checked: 280, problems: 0 }, null],
])('%j', (counts, button) => {
  expect(linkButton(counts)).toEqual(button);
});

test.each([
  [{ toCheck: 280, checked: 0, problems: 0 }, null, null],
  [{ toCheck: 0, checked: 280, problems: 0 }, null, 'All 280 CV links that were checked answer.'],
  [{ toCheck: 0, checked: 1, problems: 0 }, null, 'The CV link answers.'],
  [{ toCheck: 0, checked: 280, problems: 4 }, null, '276 of 280 CV links answer with a file.'],
  [
    { toCheck: 40, checked: 240, problems: 0 },
    'stopped',
    'All 240 CV links that were checked answer. 40 were not checked: you stopped the check.',
  ],
  [{ toCheck: 1, checked: 0, problems: 0 }, 'offline', '1 was not checked: this computer has no network.'],
] as const)('%j, %s: %s', (counts, why, words) => {
  expect(linkResultWords(counts, why)).toBe(words);
});
