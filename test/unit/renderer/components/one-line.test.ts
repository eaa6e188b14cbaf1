import { expect, it } from 'vitest';
import { oneLine } from '../../../../renderer/components/one-line';

it('a text of several lines is shown on one, with a sign where a line ends', () => {
  expect(oneLine('Strong SQL \r\n\r\nCall after 6 pm\n')).toBe('Strong SQL ↵ Call after 6 pm');
  expect(oneLine('Ada')).toBe('Ada');
});

it('takes no time for the longest cell that blanks can fill', () => {
  const blanks = ' '.repeat(1_000_000);
  const startMs = performance.now();
  expect(oneLine(`a${blanks}b\n${blanks}`)).toBe(`a${blanks}b`);
  // Quadratic it would take minutes.
  expect(performance.now() - startMs).toBeLessThan(2000);
});
