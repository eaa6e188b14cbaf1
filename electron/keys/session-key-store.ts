// Keys in the memory of this process: for a computer without a keychain, and for a key given by the environment. Never written anywhere.
import type { KeyStore } from './key-store';

/** Keeps keys until the process ends. */
export function createSessionKeyStore(): KeyStore {
  const keys = new Map<string, string>();
  return {
    name: 'memory of this session',
    keptIn: 'session',
    save: async (workspaceId, key) => void keys.set(workspaceId, key),
    read: async (workspaceId) => keys.get(workspaceId) ?? null,
    forget: async (workspaceId) => void keys.delete(workspaceId),
  };
}
