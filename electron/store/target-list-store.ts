// The lists of interview sets, projects and job posts as they were last read, for work without a network.
import { type TargetLists, targetListsSchema } from '../../shared/ipc/contract';
import type { GroupCommit } from './group-commit';
import type { Statements } from './statements';

/** Lists of one workspace; `readAtMs` says how old they are. */
export type KeptTargetLists = Omit<TargetLists, 'isFresh'>;

export interface TargetListStore {
  /** Null where none were kept, or where they cannot be read any more. */
  get(workspaceId: string): KeptTargetLists | null;
  save(workspaceId: string, lists: KeptTargetLists): void;
}

const keptSchema = targetListsSchema.omit({ isFresh: true, readAtMs: true });

export function createTargetListStore(sql: Statements, commit: GroupCommit): TargetListStore {
  return {
    get: (workspaceId) => {
      const record = sql('SELECT lists_json, read_at_ms FROM target_lists WHERE workspace_id = ?').get(
        workspaceId,
      ) as { lists_json: string; read_at_ms: number } | undefined;
      if (record === undefined) return null;
      const parsed = keptSchema.safeParse(JSON.parse(record.lists_json));
      return parsed.success ? { ...parsed.data, readAtMs: record.read_at_ms } : null;
    },
    save: (workspaceId, { interviewSets, projects, jobPosts, readAtMs }) =>
      commit.now(() => {
        sql(
          `INSERT INTO target_lists (workspace_id, lists_json, read_at_ms) VALUES (?, ?, ?)
           ON CONFLICT (workspace_id) DO UPDATE SET lists_json = excluded.lists_json, read_at_ms = excluded.read_at_ms`,
        ).run(workspaceId, JSON.stringify({ interviewSets, projects, jobPosts }), readAtMs);
      }),
  };
}
