// Tries the keychain with an entry that was made up for it. Must never touch the entry of a workspace, and never leaves its own behind.
import { randomUUID } from 'node:crypto';
import type { KeychainTest } from '../../shared/settings/settings-channels';
import type { KeyStore } from './key-store';

/** Writes, reads, compares and deletes. Never rejects. */
export async function testKeyStore(keyStore: KeyStore): Promise<KeychainTest> {
  const { name: keychain, keptIn } = keyStore;
  if (keptIn === 'session') return { kind: 'session-only' };
  const startedAtMs = performance.now();
  const entry = `test-${randomUUID()}`;
  const made = randomUUID();
  let step: Extract<KeychainTest, { kind: 'failed' }>['step'] = 'write';
  try {
    await keyStore.save(entry, made);
    step = 'read';
    const found = await keyStore.read(entry);
    step = 'compare';
    if (found !== made) throw new Error('The keychain gave back something else.');
    step = 'delete';
    await keyStore.forget(entry);
    if ((await keyStore.read(entry)) !== null) throw new Error('The keychain kept what was deleted.');
    return { kind: 'works', keychain, tookMs: Math.round(performance.now() - startedAtMs) };
  } catch {
    if (step !== 'write') await keyStore.forget(entry).catch(() => undefined);
    return { kind: 'failed', keychain, step };
  }
}
