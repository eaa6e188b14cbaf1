import { expect, test } from 'vitest';
import { Disposal } from '../../../../shared/spreadsheets/disposal';

test('memory that is done with is gone at once; a view of memory that may be in use elsewhere stays', () => {
  const disposal = new Disposal();
  const whole = new Uint8Array([1, 2, 3]);
  const part = new Uint8Array([1, 2, 3]).subarray(1);
  disposal.take(whole);
  disposal.take(part);
  disposal.end();
  expect(whole).toHaveLength(0);
  expect([...part]).toEqual([2, 3]);
});
