// Batches in the making and the journal of what was done to their rows. Must never drop one that cannot be read,
// and never looks into the parts of a journal: they are the window's own.
import { randomUUID } from 'node:crypto';
import {
  type DraftState,
  type DraftStep,
  type DraftSummary,
  draftStateSchema,
  maxPartsPerMessage,
  maxPieceLength,
  type SourceFile,
} from '../../shared/drafts/draft';
import { AppError } from '../../shared/errors/app-error';
import type { GroupCommit } from './group-commit';
import { isKeptReady } from './ready-store';
import type { Statements } from './statements';

export interface StoredDraft {
  readonly draft: DraftSummary;
  readonly source: SourceFile;
  readonly state: DraftState;
}

export interface NewDraft {
  readonly name: string;
  readonly source: SourceFile;
  readonly state: DraftState;
}

export interface DraftStore {
  /** The latest saved first, without deleted ones, those that are kept ready, and those that a run came of. */
  list(): DraftSummary[];
  create(draft: NewDraft): DraftSummary;
  /** @throws AppError `draft/not-found`, `draft/unreadable` (it stays as it is). */
  get(draftId: string): StoredDraft;
  /** Null where there is no such draft. */
  nameOf(draftId: string): string | null;
  /** Which bytes it was made from, whether its state can be read or not. @throws AppError `draft/not-found`. */
  sourceOf(draftId: string): SourceFile;
  /** Puts parts down from `fromPart` on and answers how many the journal has. @throws Error where a part before it is missing. */
  addChanges(draftId: string, journalId: string, fromPart: number, parts: readonly string[]): number;
  /** Parts from `fromPart` on, at most as many and as long as one message takes. */
  readChanges(draftId: string, journalId: string, fromPart: number): string[];
  /** Keeps the state, and lets go of every journal but the one that it names. @throws Error where parts of that are missing. */
  save(draftId: string, state: DraftState): DraftSummary;
  rename(draftId: string, name: string): DraftSummary;
  /** Another draft with the same file, choices and changes. */
  copy(draftId: string, name: string): DraftSummary;
  /** Deleted ones are in no list; they can be brought back until `purge`. */
  setDeleted(draftId: string, isDeleted: boolean): DraftSummary;
  /**
   * Ends deleted drafts and those that a run came of; answers the hashes of the files that the others need, and of those that runs
   * of the history came from: results can be put into a copy of such a file.
   */
  purge(): ReadonlySet<string>;
}

interface DraftRecord {
  readonly draft_no: number;
  readonly draft_id: string;
  readonly name: string;
  readonly file_name: string;
  readonly size_bytes: number;
  readonly sha256: string;
  readonly step: DraftStep;
  readonly workspace_id: string | null;
  readonly people_count: number;
  readonly change_count: number;
  readonly state_json: string;
  readonly saved_at_ms: number;
}

const columns =
  'draft_no, draft_id, name, file_name, size_bytes, sha256, step, workspace_id, people_count, change_count, state_json, saved_at_ms';
const wasStarted =
  'EXISTS (SELECT 1 FROM batches JOIN runs USING (batch_no) WHERE batches.draft_id = drafts.draft_id)';

/** Neither deleted nor become a run; it may be kept ready. */
export const isPrepared = `deleted_at_ms IS NULL AND NOT ${wasStarted}`;

export function createDraftStore(sql: Statements, commit: GroupCommit): DraftStore {
  const find = (draftId: string): DraftRecord => {
    const record = sql(`SELECT ${columns} FROM drafts WHERE draft_id = ?`).get(draftId) as
      | DraftRecord
      | undefined;
    if (record === undefined) throw new AppError('draft/not-found');
    return record;
  };
  const countParts = (draftNo: number, journalId: string): number =>
    (
      sql('SELECT count(*) AS held FROM draft_changes WHERE draft_no = ? AND journal_id = ?').get(
        draftNo,
        journalId,
      ) as { held: number }
    ).held;
  const insert = ({ name, source, state }: NewDraft): string => {
    const draftId = randomUUID();
    const nowMs = Date.now();
    sql(
      `INSERT INTO drafts (draft_id, name, file_name, size_bytes, sha256, step, workspace_id, people_count, change_count, state_json,
         created_at_ms, saved_at_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(draftId, name, source.fileName, source.sizeBytes, source.sha256, ...toColumns(state), nowMs, nowMs);
    return draftId;
  };

  return {
    list: () =>
      (
        sql(
          `SELECT ${columns} FROM drafts WHERE ${isPrepared} AND NOT ${isKeptReady} ORDER BY saved_at_ms DESC, draft_no DESC`,
        ).all() as DraftRecord[]
      ).map(toSummary),
    create: (draft) => toSummary(find(commit.now(() => insert(draft)))),
    get: (draftId) => {
      const record = find(draftId);
      return { draft: toSummary(record), source: toSource(record), state: readState(record) };
    },
    nameOf: (draftId) => {
      const record = sql('SELECT name FROM drafts WHERE draft_id = ?').get(draftId) as
        | { name: string }
        | undefined;
      return record?.name ?? null;
    },
    sourceOf: (draftId) => toSource(find(draftId)),
    addChanges: (draftId, journalId, fromPart, parts) => {
      const { draft_no: draftNo } = find(draftId);
      if (fromPart > countParts(draftNo, journalId))
        throw new Error(`Part ${fromPart} of the journal came before the ones in front of it.`);
      commit.now(() => {
        sql('DELETE FROM draft_changes WHERE draft_no = ? AND journal_id = ? AND part_no >= ?').run(
          draftNo,
          journalId,
          fromPart,
        );
        for (const [index, part] of parts.entries())
          sql('INSERT INTO draft_changes (draft_no, journal_id, part_no, part_json) VALUES (?, ?, ?, ?)').run(
            draftNo,
            journalId,
            fromPart + index,
            part,
          );
      });
      return fromPart + parts.length;
    },
    readChanges: (draftId, journalId, fromPart) => {
      const found = sql(
        'SELECT part_json FROM draft_changes WHERE draft_no = ? AND journal_id = ? AND part_no >= ? ORDER BY part_no LIMIT ?',
      ).iterate(find(draftId).draft_no, journalId, fromPart, maxPartsPerMessage) as Iterable<{
        part_json: string;
      }>;
      const parts: string[] = [];
      let length = 0;
      for (const { part_json: part } of found) {
        length += part.length;
        if (parts.length > 0 && length > maxPieceLength) break;
        parts.push(part);
      }
      return parts;
    },
    save: (draftId, state) => {
      const { draft_no: draftNo } = find(draftId);
      const { journalId, partCount } = state.sheet.changes;
      if (countParts(draftNo, journalId) < partCount)
        throw new Error('A state names more changes than have arrived.');
      commit.now(() => {
        sql(
          `UPDATE drafts SET step = ?, workspace_id = ?, people_count = ?, change_count = ?, state_json = ?, saved_at_ms = ?
           WHERE draft_no = ?`,
        ).run(...toColumns(state), Date.now(), draftNo);
        sql('DELETE FROM draft_changes WHERE draft_no = ? AND journal_id <> ?').run(draftNo, journalId);
      });
      return toSummary(find(draftId));
    },
    rename: (draftId, name) => {
      commit.now(() => {
        sql('UPDATE drafts SET name = ? WHERE draft_id = ?').run(name, find(draftId).draft_id);
      });
      return toSummary(find(draftId));
    },
    copy: (draftId, name) => {
      const record = find(draftId);
      const copyId = commit.now(() => {
        const copied = insert({ name, source: toSource(record), state: readState(record) });
        sql(
          `INSERT INTO draft_changes (draft_no, journal_id, part_no, part_json)
           SELECT ?, journal_id, part_no, part_json FROM draft_changes WHERE draft_no = ?`,
        ).run(find(copied).draft_no, record.draft_no);
        return copied;
      });
      return toSummary(find(copyId));
    },
    setDeleted: (draftId, isDeleted) => {
      commit.now(() => {
        sql('UPDATE drafts SET deleted_at_ms = ? WHERE draft_id = ?').run(
          isDeleted ? Date.now() : null,
          find(draftId).draft_id,
        );
      });
      return toSummary(find(draftId));
    },
    purge: () => {
      commit.now(() => {
        sql(`DELETE FROM drafts WHERE deleted_at_ms IS NOT NULL OR ${wasStarted}`).run();
      });
      const named = sql(
        `SELECT sha256 FROM drafts
         UNION SELECT json_extract(source_json, '$.sha256') FROM batches WHERE batch_no IN (SELECT batch_no FROM runs)`,
      ).all() as { sha256: string }[];
      return new Set(named.map(({ sha256 }) => sha256));
    },
  };
}

function toColumns(state: DraftState): [string, string | null, number, number, string] {
  return [state.step, state.workspaceId, state.peopleCount, state.changeCount, JSON.stringify(state)];
}

function toSource(record: DraftRecord): SourceFile {
  return { fileName: record.file_name, sizeBytes: record.size_bytes, sha256: record.sha256 };
}

function toSummary(record: DraftRecord): DraftSummary {
  return {
    draftId: record.draft_id,
    name: record.name,
    fileName: record.file_name,
    step: record.step,
    workspaceId: record.workspace_id,
    peopleCount: record.people_count,
    changeCount: record.change_count,
    savedAtMs: record.saved_at_ms,
  };
}

function readState(record: DraftRecord): DraftState {
  try {
    return draftStateSchema.parse(JSON.parse(record.state_json));
  } catch (error) {
    throw new AppError('draft/unreadable', { name: record.name }, { cause: error });
  }
}
