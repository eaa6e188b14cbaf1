// The message templates of this computer. One for each name; the ones not used for longest make room for new ones.
import { randomUUID } from 'node:crypto';
import {
  freeTemplateName,
  mostTemplates,
  type SavedTemplate,
  savedTemplateSchema,
  type TemplateContent,
  type TemplateLanguage,
  templateKey,
} from '../../shared/messages/message-template';
import type { GroupCommit } from './group-commit';
import type { Statements } from './statements';

export interface TemplateStore {
  /** The last used first. One that cannot be read any more is passed over. */
  list(): SavedTemplate[];
  /** Keeps a template in the place of the one with its name. */
  save(content: TemplateContent, nowMs: number): void;
  /** False where another template has that name: then nothing is changed. */
  rename(templateId: string, name: string, language: TemplateLanguage | null): boolean;
  noteUse(templateId: string, nowMs: number): void;
  delete(templateId: string): void;
  /** Puts a template back as it was; where its name is taken meanwhile, with a number behind it. */
  restore(template: SavedTemplate): void;
  /** Takes in templates of a colleague, all of them or none; a name that is taken gets a number. */
  takeIn(templates: readonly TemplateContent[], nowMs: number): void;
}

/** A record as it lies in the ledger. */
export interface TemplateRecord {
  readonly template_id: string;
  readonly content_json: string;
  readonly last_used_at_ms: number;
}

/** The columns of a `TemplateRecord`, for a SELECT. */
export const templateColumns = 'template_id, content_json, last_used_at_ms';

/** The template of a record; null where it cannot be read. */
export function toSavedTemplate(record: TemplateRecord): SavedTemplate | null {
  try {
    const parsed = savedTemplateSchema.safeParse({
      ...(JSON.parse(record.content_json) as object),
      templateId: record.template_id,
      lastUsedAtMs: record.last_used_at_ms,
    });
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function toJson({ name, language, message, fallbackWords }: TemplateContent): string {
  return JSON.stringify({ name, language, message, fallbackWords });
}

export function createTemplateStore(sql: Statements, commit: GroupCommit): TemplateStore {
  const insert = (template: SavedTemplate, onConflict: string) =>
    sql(
      `INSERT INTO message_templates (template_id, name_key, content_json, last_used_at_ms) VALUES (?, ?, ?, ?) ON CONFLICT ${onConflict}`,
    ).run(template.templateId, templateKey(template.name), toJson(template), template.lastUsedAtMs);
  const replaced =
    'DO UPDATE SET name_key = excluded.name_key, content_json = excluded.content_json, last_used_at_ms = excluded.last_used_at_ms';
  const makeRoom = () =>
    sql(
      'DELETE FROM message_templates WHERE template_id NOT IN (SELECT template_id FROM message_templates ORDER BY last_used_at_ms DESC, rowid DESC LIMIT ?)',
    ).run(mostTemplates);
  const takenKeys = (exceptId: string | null): Set<string> =>
    new Set(
      (
        sql('SELECT name_key FROM message_templates WHERE template_id IS NOT ?').all(exceptId) as unknown as {
          name_key: string;
        }[]
      ).map(({ name_key }) => name_key),
    );
  const read = (templateId: string): SavedTemplate | null => {
    const record = sql(`SELECT ${templateColumns} FROM message_templates WHERE template_id = ?`).get(
      templateId,
    );
    return record === undefined ? null : toSavedTemplate(record as unknown as TemplateRecord);
  };
  return {
    list: () =>
      (
        sql(
          `SELECT ${templateColumns} FROM message_templates ORDER BY last_used_at_ms DESC, rowid DESC`,
        ).all() as unknown as TemplateRecord[]
      ).flatMap((record) => toSavedTemplate(record) ?? []),
    save: (content, nowMs) =>
      commit.now(() => {
        insert({ ...content, templateId: randomUUID(), lastUsedAtMs: nowMs }, `(name_key) ${replaced}`);
        makeRoom();
      }),
    rename: (templateId, name, language) =>
      commit.now(() => {
        const template = read(templateId);
        if (template === null || takenKeys(templateId).has(templateKey(name))) return false;
        insert({ ...template, name, language }, `(template_id) ${replaced}`);
        return true;
      }),
    noteUse: (templateId, nowMs) =>
      commit.now(() => {
        sql('UPDATE message_templates SET last_used_at_ms = ? WHERE template_id = ?').run(nowMs, templateId);
      }),
    delete: (templateId) =>
      commit.now(() => {
        sql('DELETE FROM message_templates WHERE template_id = ?').run(templateId);
      }),
    restore: (template) =>
      commit.now(() => {
        const name = freeTemplateName(template.name, takenKeys(template.templateId));
        insert({ ...template, name }, `(template_id) ${replaced}`);
      }),
    takeIn: (templates, nowMs) =>
      commit.now(() => {
        const taken = takenKeys(null);
        for (const content of templates) {
          const name = freeTemplateName(content.name, taken);
          taken.add(templateKey(name));
          insert(
            { ...content, name, templateId: randomUUID(), lastUsedAtMs: nowMs },
            '(name_key) DO NOTHING',
          );
        }
        makeRoom();
      }),
  };
}
