import { describe, expect, it } from 'vitest';
import { parseTypedNumber } from '../../../../shared/operations/typed-number';

describe('parseTypedNumber', () => {
  it.each(['1204', '1,204', '1.204', '1 204', '1 204', '1 204', "1'204", '1’204', ' 1204 '])(
    'reads %s',
    (text) => {
      expect(parseTypedNumber(text)).toBe(1204);
    },
  );
  it.each([null, '', '-1204', '1204 people', '12e2', '0x4b4', '١٢٠٤', '1204!'])(
    'takes %s for no number',
    (text) => {
      expect(parseTypedNumber(text)).toBeNull();
    },
  );

  it('takes the typed number in any grouping, and no other number', () => {
    for (const text of ['1204', ' 1,204', '1.204', '1’204', '1\u00A0204'])
      expect(parseTypedNumber(text) === 1204).toBe(true);
    for (const text of ['', '120', '12040', '1204 people'])
      expect(parseTypedNumber(text) === 1204).toBe(false);
  });
});
