// What the recruiter set for the whole app, and which workspace was last in use. Never anything secret.
import { type AppSettings, appSettingsSchema, defaultSettings } from '../../shared/settings/app-settings';
import type { GroupCommit } from './group-commit';
import type { Statements } from './statements';

export interface SettingsStore {
  /** A setting that cannot be read counts as not set. */
  get(): AppSettings;
  /** Changes the named settings; answers all of them. */
  change(changes: Partial<AppSettings>): AppSettings;
  getCurrentWorkspaceId(): string | null;
  setCurrentWorkspaceId(workspaceId: string | null): void;
}

const currentWorkspaceName = 'currentWorkspaceId';

export function createSettingsStore(sql: Statements, commit: GroupCommit): SettingsStore {
  const read = (name: string): unknown => {
    const record = sql('SELECT value_json FROM settings WHERE name = ?').get(name) as
      | { value_json: string }
      | undefined;
    try {
      return record === undefined ? undefined : JSON.parse(record.value_json);
    } catch {
      return undefined;
    }
  };
  const write = (name: string, value: unknown) => {
    sql(
      'INSERT INTO settings (name, value_json) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value_json = excluded.value_json',
    ).run(name, JSON.stringify(value));
  };
  /** The ledger is this process's own, and a request asks for its limits. */
  let known: AppSettings | null = null;
  const readAll = (): AppSettings => {
    const settings: Record<string, unknown> = { ...defaultSettings };
    for (const [name, schema] of Object.entries(appSettingsSchema.shape)) {
      const parsed = schema.safeParse(read(name));
      if (parsed.success) settings[name] = parsed.data;
    }
    return appSettingsSchema.parse(settings);
  };
  const get = () => {
    known ??= readAll();
    return known;
  };
  return {
    get,
    change: (changes) => {
      const wanted = appSettingsSchema.partial().parse(changes);
      commit.now(() => {
        for (const [name, value] of Object.entries(wanted)) if (value !== undefined) write(name, value);
      });
      known = null;
      return get();
    },
    getCurrentWorkspaceId: () => {
      const value = read(currentWorkspaceName);
      return typeof value === 'string' ? value : null;
    },
    setCurrentWorkspaceId: (workspaceId) => commit.now(() => write(currentWorkspaceName, workspaceId)),
  };
}
