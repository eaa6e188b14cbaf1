// The mappings that are remembered on this computer. One for each header; the ones not used for longest make room for new ones.
import { randomUUID } from 'node:crypto';
import { headerFingerprint } from '../../shared/mappings/header-fingerprint';
import {
  type MappingContent,
  mostMappings,
  type SavedMapping,
  type SharedMapping,
  savedMappingSchema,
} from '../../shared/mappings/saved-mapping';
import type { GroupCommit } from './group-commit';
import type { Statements } from './statements';

export interface MappingStore {
  /** The last used first. One that cannot be read any more is passed over. */
  list(): SavedMapping[];
  /** Keeps how a header's columns are used; of the same header, the present one stays, with its name. */
  remember(content: MappingContent, nowMs: number): void;
  /** Takes in mappings of a colleague, each in the place of the one for the same header; all of them or none. */
  takeIn(mappings: readonly SharedMapping[], nowMs: number): void;
  rename(mappingId: string, name: string | null): void;
  delete(mappingId: string): void;
  /** Puts a deleted one back as it was, unless another one for its header has come meanwhile. */
  restore(mapping: SavedMapping): void;
}

/** A record as it lies in the ledger. */
export interface MappingRecord {
  readonly mapping_id: string;
  readonly name: string | null;
  readonly content_json: string;
  readonly last_used_at_ms: number;
}

/** The columns of a `MappingRecord`, for a SELECT. */
export const mappingColumns = 'mapping_id, name, content_json, last_used_at_ms';

/** The mapping of a record; null where it cannot be read: then it is proposed anew, and nothing is lost. */
export function toSavedMapping(record: MappingRecord): SavedMapping | null {
  try {
    const parsed = savedMappingSchema.safeParse({
      ...(JSON.parse(record.content_json) as object),
      mappingId: record.mapping_id,
      name: record.name,
      lastUsedAtMs: record.last_used_at_ms,
    });
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function toJson({ headers, columns, nameOrder }: MappingContent): string {
  return JSON.stringify({ headers, columns, nameOrder });
}

export function createMappingStore(sql: Statements, commit: GroupCommit): MappingStore {
  const insert = (mapping: SavedMapping, onConflict: string) =>
    sql(
      `INSERT INTO mappings (mapping_id, fingerprint, name, content_json, last_used_at_ms) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT ${onConflict}`,
    ).run(
      mapping.mappingId,
      headerFingerprint(mapping.headers),
      mapping.name,
      toJson(mapping),
      mapping.lastUsedAtMs,
    );
  const makeRoom = () =>
    sql(
      'DELETE FROM mappings WHERE mapping_id NOT IN (SELECT mapping_id FROM mappings ORDER BY last_used_at_ms DESC, rowid DESC LIMIT ?)',
    ).run(mostMappings);
  const replaced =
    '(fingerprint) DO UPDATE SET content_json = excluded.content_json, last_used_at_ms = excluded.last_used_at_ms';
  return {
    list: () =>
      (
        sql(
          `SELECT ${mappingColumns} FROM mappings ORDER BY last_used_at_ms DESC, rowid DESC`,
        ).all() as unknown as MappingRecord[]
      ).flatMap((record) => toSavedMapping(record) ?? []),
    remember: (content, nowMs) =>
      commit.now(() => {
        insert({ ...content, mappingId: randomUUID(), name: null, lastUsedAtMs: nowMs }, replaced);
        makeRoom();
      }),
    takeIn: (mappings, nowMs) =>
      commit.now(() => {
        for (const mapping of mappings)
          insert(
            { ...mapping, mappingId: randomUUID(), lastUsedAtMs: nowMs },
            `${replaced}, name = coalesce(excluded.name, name)`,
          );
        makeRoom();
      }),
    rename: (mappingId, name) =>
      commit.now(() => {
        sql('UPDATE mappings SET name = ? WHERE mapping_id = ?').run(name, mappingId);
      }),
    delete: (mappingId) =>
      commit.now(() => {
        sql('DELETE FROM mappings WHERE mapping_id = ?').run(mappingId);
      }),
    restore: (mapping) =>
      commit.now(() => {
        insert(mapping, 'DO NOTHING');
      }),
  };
}
