import { describe, expect, it } from 'vitest';
import { parseTypedNumber } from '../../../../electron/batches/typed-number';

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
});
