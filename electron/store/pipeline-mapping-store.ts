// How columns of sheets of work on pipelines were used, by header. The ones not used for longest make room for new ones.
import { headerFingerprint } from '../../shared/mappings/header-fingerprint';
import { mostMappings } from '../../shared/mappings/saved-mapping';
import {
  type SavedPipelineMapping,
  savedPipelineMappingSchema,
} from '../../shared/mappings/saved-pipeline-mapping';
import type { GroupCommit } from './group-commit';
import type { Statements } from './statements';

export interface PipelineMappingStore {
  /** The last used first. One that cannot be read any more is passed over. */
  list(): SavedPipelineMapping[];
  /** Takes the place of what was kept of the same header. */
  remember(mapping: SavedPipelineMapping, nowMs: number): void;
}

/** A record as it lies in the ledger. */
export interface PipelineMappingRecord {
  readonly content_json: string;
}

export const selectPipelineMappings =
  'SELECT content_json FROM pipeline_mappings ORDER BY last_used_at_ms DESC, rowid DESC';

/** The mapping of a record; null where it cannot be read: then columns are proposed, and nothing is lost. */
export function toSavedPipelineRecord({
  content_json: json,
}: PipelineMappingRecord): SavedPipelineMapping | null {
  try {
    return savedPipelineMappingSchema.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}

export function createPipelineMappingStore(sql: Statements, commit: GroupCommit): PipelineMappingStore {
  return {
    list: () =>
      (sql(selectPipelineMappings).all() as unknown as PipelineMappingRecord[]).flatMap(
        (record) => toSavedPipelineRecord(record) ?? [],
      ),
    remember: (mapping, nowMs) =>
      commit.now(() => {
        sql(
          `INSERT INTO pipeline_mappings (fingerprint, content_json, last_used_at_ms) VALUES (?, ?, ?)
           ON CONFLICT (fingerprint) DO UPDATE SET content_json = excluded.content_json, last_used_at_ms = excluded.last_used_at_ms`,
        ).run(headerFingerprint(mapping.headers), JSON.stringify(mapping), nowMs);
        sql(
          `DELETE FROM pipeline_mappings WHERE fingerprint NOT IN (
             SELECT fingerprint FROM pipeline_mappings ORDER BY last_used_at_ms DESC, rowid DESC LIMIT ?)`,
        ).run(mostMappings);
      }),
  };
}
