import { expect, it } from 'vitest';
import { oneLine } from '../../../../renderer/components/one-line';

it('a text of several lines is shown on one, with a sign where a line ends', () => {
  expect(oneLine('Strong SQL \r\n\r\nCall after 6 pm\n')).toBe('Strong SQL ↵ Call after 6 pm');
  expect(oneLine('Ada')).toBe('Ada');
});
