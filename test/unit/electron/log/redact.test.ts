import { describe, expect, it } from 'vitest';
import { redact } from '../../../../electron/log/redact';

describe('redact', () => {
  it.each([
    'fl_live_abcd12345.n8G3zPNw9gWkK1Kj',
    'fl_pre_q7.AAAA-bbbb_cccc/dd+ee==',
    'fl_practice_zz9.0123456789abcdef',
    'fl_live_x1.a,b;c)d}e]f"g',
  ])('takes the secret half of %s', (key) => {
    const secret = key.slice(key.indexOf('.') + 1);
    for (const text of [
      key,
      `key=${key} next`,
      `{"X-API-Key":"${key}"}`,
      `x-api-key: ${key}\r\nhost: x`,
      `(${key})`,
    ]) {
      expect(redact(text)).not.toContain(secret);
    }
    expect(redact(key)).toContain(key.slice(0, key.indexOf('.')));
  });

  it.each([
    ['mail to ana.novak+x@mail.example.com, then', 'mail to a***@***.com, then'],
    ['"nguyễn.sơn@example.org"', '"n***@***.org"'],
    ['<zoë@münchen.example>', '<z***@***.example>'],
  ])('masks the address in %s', (text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  it('leaves other text as it is', () => {
    const text = 'run 7 paused: 429, wait 12 s, row 31, set 019c5ea9-a792';
    expect(redact(text)).toBe(text);
  });
});
