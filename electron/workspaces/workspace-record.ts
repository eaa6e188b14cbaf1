// A workspace as the ledger keeps it. Never holds a key: keys live in the key store alone.
import type { Environment, Scope } from '../../shared/workspaces/workspace';

export interface WorkspaceRecord {
  readonly workspaceId: string;
  readonly name: string;
  readonly environment: Environment;
  readonly organizationId: number | null;
  readonly scopes: readonly Scope[];
  readonly expiresAtMs: number | null;
  /** The part of the key before its dot. */
  readonly keyShownPart: string;
}

/** Where workspaces are kept. A forgotten one stays readable for the history of its runs. */
export interface WorkspaceRecords {
  /** Those not forgotten, in the order in which they were connected. */
  list(): WorkspaceRecord[];
  /** Null for an unknown or forgotten one. */
  get(workspaceId: string): WorkspaceRecord | null;
  save(record: WorkspaceRecord): void;
  forget(workspaceId: string): void;
  currentId(): string | null;
  setCurrentId(workspaceId: string | null): void;
}
