// Where keys are kept. A key leaves this interface only towards the API client; it is never written to a file or a log.

export interface KeyStore {
  /** What people call it: after "the": "macOS Keychain", "Windows Credential Manager", "desktop keyring", "memory of this session". */
  readonly name: string;
  /** Where a key that is saved now ends up. `session`: only in memory, gone when the app closes. */
  readonly keptIn: 'keychain' | 'session';
  /** @throws AppError `keychain/failed` where the keychain does not answer. */
  save(workspaceId: string, key: string): Promise<void>;
  /** Null where there is none. @throws AppError `keychain/failed`. */
  read(workspaceId: string): Promise<string | null>;
  /** Removes the entry; nothing happens where there is none. @throws AppError `keychain/failed`. */
  forget(workspaceId: string): Promise<void>;
}
