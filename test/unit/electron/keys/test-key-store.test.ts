import { expect, test } from 'vitest';
import type { KeyStore } from '../../../../electron/keys/key-store';
import { createSessionKeyStore } from '../../../../electron/keys/session-key-store';
import { testKeyStore } from '../../../../electron/keys/test-key-store';
import { AppError } from '../../../../shared/errors/app-error';

/** A keychain that keeps what it is given, with a fault in one of its steps. */
function makeKeychain(faults: Partial<KeyStore> = {}): KeyStore & { readonly held: Map<string, string> } {
  const held = new Map([['ws-1', 'fl_live_abcd12345.verysecrethalf']]);
  return {
    held,
    name: 'desktop keyring',
    keptIn: 'keychain',
    save: async (id, key) => void held.set(id, key),
    read: async (id) => held.get(id) ?? null,
    forget: async (id) => void held.delete(id),
    ...faults,
  };
}
async function fails(): Promise<never> {
  throw new AppError('keychain/failed', { keychain: 'desktop keyring' });
}

test('writes, reads and deletes an entry of its own, and leaves the keys alone', async () => {
  const keychain = makeKeychain();
  expect(await testKeyStore(keychain)).toMatchObject({ kind: 'works', keychain: 'desktop keyring' });
  expect([...keychain.held]).toEqual([['ws-1', 'fl_live_abcd12345.verysecrethalf']]);
});

const faulty: readonly [string, Partial<KeyStore>][] = [
  ['write', { save: fails }],
  ['read', { read: fails }],
  ['compare', { read: async () => 'something else' }],
  ['delete', { forget: fails }],
  ['delete', { forget: async () => undefined }],
];

test.each(faulty)('says that it did not %s', async (step, faults) => {
  expect(await testKeyStore(makeKeychain(faults))).toEqual({
    kind: 'failed',
    keychain: 'desktop keyring',
    step,
  });
});

test('without a keychain nothing is tried', async () => {
  expect(await testKeyStore(createSessionKeyStore())).toEqual({ kind: 'session-only' });
});
