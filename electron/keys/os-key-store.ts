// Keys in the operating system's keychain. On Linux only the Secret Service counts: the kernel's keyring forgets at a restart.
import { AsyncEntry } from '@napi-rs/keyring';
import { AppError } from '../../shared/errors/app-error';
import type { KeyStore } from './key-store';
import { createSessionKeyStore } from './session-key-store';

/** The service name under which entries stand in the keychain. */
export const keychainService = 'Flowmingo Batch';

/** 10 s: a locked keychain asks the user, who may take a while; longer, and the app seems dead. */
const keychainTimeoutMs = 10_000;

const names: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  darwin: 'macOS Keychain',
  win32: 'Windows Credential Manager',
  linux: 'desktop keyring',
};

function entryOf(workspaceId: string): AsyncEntry {
  return new AsyncEntry(keychainService, workspaceId, { linux: { store: 'secret-service' } });
}

/** The keychain where it answers, else the memory of this session. Asks the keychain once, with an entry that does not exist. */
export async function openKeyStore(): Promise<KeyStore> {
  const name = names[process.platform] ?? 'keychain';
  const guard = async <Value>(work: (signal: AbortSignal) => Promise<Value>): Promise<Value> => {
    try {
      return await withinLimit(work);
    } catch (cause) {
      throw new AppError('keychain/failed', { keychain: name }, { cause });
    }
  };
  try {
    await withinLimit((signal) => entryOf('availability').getPassword(signal));
  } catch {
    return createSessionKeyStore();
  }
  return {
    name,
    keptIn: 'keychain',
    save: async (workspaceId, key) => guard((signal) => entryOf(workspaceId).setPassword(key, signal)),
    read: async (workspaceId) => guard((signal) => entryOf(workspaceId).getPassword(signal)),
    forget: async (workspaceId) =>
      void (await guard((signal) => entryOf(workspaceId).deleteCredential(signal))),
  };
}

/** Aborts after the limit, and rejects then even if the keychain ignores the signal. */
async function withinLimit<Value>(work: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      controller.abort();
      reject(new Error(`no answer within ${keychainTimeoutMs / 1000} s`));
    }, keychainTimeoutMs);
  });
  try {
    return await Promise.race([work(controller.signal), limit]);
  } finally {
    clearTimeout(timer);
  }
}
