import { describe, expect, it } from 'vitest';
import { parseKeyForm } from '../../../../shared/workspaces/workspace';

describe('the form of a key', () => {
  it.each([
    ['fl_live_abcd12345.n8G3zPNw9gWkK1Kj', 'production', 'fl_live_abcd12345'],
    ['  fl_pre_q7.AAAA-bbbb_cccc/dd+ee==\n', 'staging', 'fl_pre_q7'],
    ['fl_practice_zz9.0123.4567', 'practice', 'fl_practice_zz9'],
  ])('%s is one', (key, environment, shownPart) => {
    expect(parseKeyForm(key)).toEqual({ kind: 'ok', environment, shownPart });
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['fl_live_abcd12345.****', 'masked'],
    ['fl_live_abcd12345.••••', 'masked'],
    ['fl_live_abcd12345', 'incomplete'],
    ['fl_live_abcd12345.', 'incomplete'],
    ['fl_live_.n8G3zPNw9gWkK1Kj', 'incomplete'],
    ['fl_live_abcd12345.n8G3 zPNw9gWkK1Kj', 'incomplete'],
    ['fl_live_abcd12345.n8G3\r\nX-Evil: 1', 'incomplete'],
    ['sk_live_abcd12345.n8G3zPNw9gWkK1Kj', 'unknown-prefix'],
    ['FL_LIVE_abcd12345.n8G3zPNw9gWkK1Kj', 'unknown-prefix'],
  ])('%j is %s', (key, kind) => {
    expect(parseKeyForm(key).kind).toBe(kind);
  });
});
