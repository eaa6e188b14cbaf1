import { describe, expect, it } from 'vitest';
import {
  createKeyRing,
  createRandomKeys,
  deriveKeys,
  toKeyPrefix,
} from '../../../../electron/practice/practice-keys';

describe('keys', () => {
  it('are the same for the same seed, others for another, and all different', () => {
    expect(deriveKeys(5)).toEqual(deriveKeys(5));
    const all = [...Object.values(deriveKeys(5)), ...Object.values(deriveKeys(6))];
    expect(new Set(all).size).toBe(all.length);
  });

  it('that are random never repeat', () => {
    const all = [...Object.values(createRandomKeys()), ...Object.values(createRandomKeys())];
    expect(new Set(all).size).toBe(all.length);
  });

  it('have the prefix of their environment', () => {
    const { production, staging, otherEnvironment, ...practice } = createRandomKeys();
    expect(production).toMatch(/^fl_live_/);
    for (const key of [staging, otherEnvironment]) expect(key).toMatch(/^fl_pre_/);
    for (const key of Object.values(practice)) expect(key).toMatch(/^fl_practice_[0-9a-z]{8}\.[0-9a-z]{24}$/);
  });
});

describe('createKeyRing', () => {
  it('an expiring key is good until its last moment', () => {
    const keys = deriveKeys(1);
    const ring = createKeyRing(keys, 0);
    const expiresAtMs = ring.findGrant(keys.expiresSoon, 0)?.expiresAtMs ?? 0;
    expect(expiresAtMs).toBeGreaterThan(0);
    expect(ring.findGrant(keys.expiresSoon, expiresAtMs - 1)).not.toBeNull();
    expect(ring.findGrant(keys.expiresSoon, expiresAtMs)).toBeNull();
  });
});

describe('toKeyPrefix', () => {
  it.each([
    ['fl_live_abcd12345.n8G3zPNw9gWkK1Kj', 'fl_live_abcd12345'],
    ['fl_live_abcd12345.****', null],
    ['fl_live_abcd12345', null],
    ['fl_live_abc.n8G3zPNw9gWkK1Kj', null],
    ['sk_live_abcd12345.n8G3zPNw9gWkK1Kj', null],
  ])('%s → %s', (key, prefix) => {
    expect(toKeyPrefix(key)).toBe(prefix);
  });
});
