// The workspaces that were connected. Must never hold a key: only the part of it that may be shown.
import { z } from 'zod';
import { type Environment, knownScopes, type Scope } from '../../shared/workspaces/workspace';
import type { GroupCommit } from './group-commit';
import type { Statements } from './statements';

export interface StoredWorkspace {
  readonly workspaceId: string;
  readonly name: string;
  readonly environment: Environment;
  /** Only where it is not the address that the key's prefix names: practice, or a loopback test server. */
  readonly baseUrl: string | null;
  readonly organizationId: number | null;
  readonly scopes: readonly Scope[];
  /** When the key ends, UTC; null for never. */
  readonly expiresAtMs: number | null;
  /** The key's part before the dot. */
  readonly keyShownPart: string;
}

export interface WorkspaceStore {
  /** Oldest first. */
  list(): StoredWorkspace[];
  get(workspaceId: string): StoredWorkspace | null;
  /** Adds it, or replaces what is known of it. */
  save(workspace: StoredWorkspace): void;
  /** Its batches and runs stay in the history. */
  remove(workspaceId: string): void;
}

const scopesSchema = z.array(z.string());
const columns =
  'workspace_id, name, environment, base_url, organization_id, scopes_json, expires_at_ms, key_shown_part';

interface WorkspaceRecord {
  readonly workspace_id: string;
  readonly name: string;
  readonly environment: Environment;
  readonly base_url: string | null;
  readonly organization_id: number | null;
  readonly scopes_json: string;
  readonly expires_at_ms: number | null;
  readonly key_shown_part: string;
}

export function createWorkspaceStore(sql: Statements, commit: GroupCommit): WorkspaceStore {
  return {
    list: () =>
      (sql(`SELECT ${columns} FROM workspaces ORDER BY created_at_ms, rowid`).all() as WorkspaceRecord[]).map(
        toWorkspace,
      ),
    get: (workspaceId) => {
      const record = sql(`SELECT ${columns} FROM workspaces WHERE workspace_id = ?`).get(workspaceId) as
        | WorkspaceRecord
        | undefined;
      return record === undefined ? null : toWorkspace(record);
    },
    save: (workspace) =>
      commit.now(() => {
        sql(
          `INSERT INTO workspaces (${columns}, created_at_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT (workspace_id) DO UPDATE SET name = excluded.name, environment = excluded.environment, base_url = excluded.base_url,
             organization_id = excluded.organization_id, scopes_json = excluded.scopes_json, expires_at_ms = excluded.expires_at_ms,
             key_shown_part = excluded.key_shown_part`,
        ).run(
          workspace.workspaceId,
          workspace.name,
          workspace.environment,
          workspace.baseUrl,
          workspace.organizationId,
          JSON.stringify(workspace.scopes),
          workspace.expiresAtMs,
          workspace.keyShownPart,
          Date.now(),
        );
      }),
    remove: (workspaceId) =>
      commit.now(() => {
        sql('DELETE FROM target_lists WHERE workspace_id = ?').run(workspaceId);
        sql('DELETE FROM workspaces WHERE workspace_id = ?').run(workspaceId);
      }),
  };
}

function toWorkspace(record: WorkspaceRecord): StoredWorkspace {
  const scopes = scopesSchema.parse(JSON.parse(record.scopes_json));
  return {
    workspaceId: record.workspace_id,
    name: record.name,
    environment: record.environment,
    baseUrl: record.base_url,
    organizationId: record.organization_id,
    scopes: knownScopes.filter((scope) => scopes.includes(scope)),
    expiresAtMs: record.expires_at_ms,
    keyShownPart: record.key_shown_part,
  };
}
