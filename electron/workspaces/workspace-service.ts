// Connecting, switching and forgetting workspaces, and the API client of each. Keys go from the window to here once, and from here to the key store and the client only.
import { randomUUID } from 'node:crypto';
import { AppError } from '../../shared/errors/app-error';
import { type Environment, keyPrefixes, knownScopes, parseKeyForm } from '../../shared/workspaces/workspace';
import type { CheckedKey, WorkspaceView } from '../../shared/workspaces/workspace-view';
import { toBaseUrl } from '../flowmingo/base-url';
import { createFlowmingoClient, type FlowmingoClient } from '../flowmingo/flowmingo-client';
import type { HttpTransport } from '../flowmingo/http-transport';
import type { KeyStore } from '../keys/key-store';
import type { SettingsStore } from '../store/settings-store';
import type { StoredWorkspace, WorkspaceStore } from '../store/workspace-store';
import { createKeyChecks } from './key-checks';
import { type PracticeWorkspace, practiceWorkspaceId } from './practice-workspace';

export interface WorkspaceService {
  list(): Promise<{ workspaces: WorkspaceView[]; currentWorkspaceId: string | null }>;
  /** Asks `GET /me` (API guide, 2.4). Saves nothing. @throws AppError `key/…` or `api/…`. */
  checkKey(pastedKey: string, replacesWorkspaceId: string | null): Promise<CheckedKey>;
  /** Stores a checked key: as a new workspace, or in the place of the key of `replacesWorkspaceId`. */
  saveKey(checkId: string, name: string, replacesWorkspaceId: string | null): Promise<WorkspaceView>;
  /** Uses a key for this process only (from the environment); its workspace is found by organization or made. */
  adoptKey(key: string): Promise<WorkspaceView>;
  openPractice(): Promise<WorkspaceView>;
  switchTo(workspaceId: string): Promise<WorkspaceView>;
  /** Removes the key from the key store, then the workspace from the list. Its runs stay in the history. */
  forget(workspaceId: string): Promise<void>;
  /** @throws AppError `workspace/not-found`. */
  get(workspaceId: string): StoredWorkspace;
  /** The client of a workspace; always the same one, whichever key it has by now. */
  clientOf(workspaceId: string): Promise<FlowmingoClient>;
}

export interface WorkspaceServiceParts {
  readonly store: WorkspaceStore;
  readonly settings: SettingsStore;
  readonly keyStore: KeyStore;
  readonly practice: PracticeWorkspace;
  readonly transport: HttpTransport;
  /** A loopback address that stands in for Flowmingo's own, or null. */
  readonly loopbackUrl: string | null;
}

const environmentNames: Readonly<Record<Environment, string>> = {
  production: 'production',
  staging: 'staging',
  practice: 'practice',
};

/** The workspaces of this computer. */
export function createWorkspaceService({
  store,
  settings,
  keyStore,
  practice,
  transport,
  loopbackUrl,
}: WorkspaceServiceParts): WorkspaceService {
  const checks = createKeyChecks();
  /** Keys used in this process, so that the keychain is asked once a workspace and not once a request. */
  const keys = new Map<string, string>();
  const clients = new Map<string, FlowmingoClient>();

  const get = (workspaceId: string): StoredWorkspace => {
    const record = store.get(workspaceId);
    if (record === null) throw new AppError('workspace/not-found');
    return record;
  };

  /** One organization in one environment is one workspace, whichever key reaches it: its history must not fall apart. */
  const findSame = (environment: Environment, organizationId: number | null): StoredWorkspace | null =>
    store
      .list()
      .find(
        (record) =>
          record.workspaceId !== practiceWorkspaceId &&
          record.environment === environment &&
          record.organizationId === organizationId &&
          (record.baseUrl === null) === (loopbackUrl === null),
      ) ?? null;

  const findKey = async (workspaceId: string): Promise<string | null> => {
    const key = keys.get(workspaceId) ?? (await keyStore.read(workspaceId));
    if (key !== null) keys.set(workspaceId, key);
    return key;
  };

  const toView = async (record: StoredWorkspace): Promise<WorkspaceView> => {
    const isHeld = record.environment === 'practice' && record.workspaceId === practiceWorkspaceId;
    const hasKey = isHeld || (await findKey(record.workspaceId).catch(() => null)) !== null;
    const { baseUrl: _, ...shown } = record;
    return {
      ...shown,
      scopes: [...record.scopes],
      keyKeptIn: !hasKey ? 'missing' : isHeld ? 'session' : keyStore.keptIn,
    };
  };

  const askMe = async (
    key: string,
    environment: Environment,
  ): Promise<Omit<CheckedKey, 'checkId' | 'keyShownPart' | 'environment'>> => {
    const baseUrl = toBaseUrl(environment, loopbackUrl);
    if (baseUrl === null) throw new AppError('key/bad-form');
    const me = await createFlowmingoClient({ baseUrl, readKey: async () => key, transport }).readMe();
    return {
      organizationId: me.organizationId,
      scopes: knownScopes.filter((scope) => me.scopes.includes(scope)),
      expiresAtMs: me.expiresAtMs,
      checkedAtMs: Date.now(),
    };
  };

  const checkForm = (pastedKey: string) => {
    const form = parseKeyForm(pastedKey);
    if (form.kind !== 'ok') throw new AppError('key/bad-form');
    return form;
  };

  return {
    get,
    async list() {
      const workspaces = await Promise.all(store.list().map(toView));
      return { workspaces, currentWorkspaceId: settings.getCurrentWorkspaceId() };
    },
    async checkKey(pastedKey, replacesWorkspaceId) {
      const key = pastedKey.trim();
      const form = checkForm(key);
      const replaced = replacesWorkspaceId === null ? null : get(replacesWorkspaceId);
      if (replaced !== null && replaced.environment !== form.environment) {
        throw new AppError('key/wrong-environment', {
          keyEnvironment: environmentNames[form.environment],
          workspaceEnvironment: environmentNames[replaced.environment],
          prefix: keyPrefixes[replaced.environment],
        });
      }
      const me = await askMe(key, form.environment);
      if (replaced !== null && replaced.organizationId !== me.organizationId) {
        throw new AppError('key/other-organization', {
          found: me.organizationId ?? '?',
          expected: replaced.organizationId ?? '?',
        });
      }
      return checks.hold(key, { ...me, environment: form.environment, keyShownPart: form.shownPart });
    },
    async saveKey(checkId, name, replacesWorkspaceId) {
      const { key, checked } = checks.take(checkId);
      if (replacesWorkspaceId !== null) get(replacesWorkspaceId);
      const workspaceId =
        replacesWorkspaceId ??
        findSame(checked.environment, checked.organizationId)?.workspaceId ??
        randomUUID();
      await keyStore.save(workspaceId, key);
      keys.set(workspaceId, key);
      const { environment, organizationId, scopes, expiresAtMs, keyShownPart } = checked;
      const record = {
        workspaceId,
        name,
        environment,
        baseUrl: loopbackUrl,
        organizationId,
        scopes,
        expiresAtMs,
        keyShownPart,
      };
      store.save(record);
      settings.setCurrentWorkspaceId(workspaceId);
      return toView(record);
    },
    async adoptKey(givenKey) {
      const key = givenKey.trim();
      const form = checkForm(key);
      const me = await askMe(key, form.environment);
      const known = findSame(form.environment, me.organizationId);
      const { organizationId, scopes, expiresAtMs } = me;
      const record: StoredWorkspace = known ?? {
        workspaceId: randomUUID(),
        name: organizationId === null ? 'Flowmingo' : `Organization ${organizationId}`,
        environment: form.environment,
        baseUrl: loopbackUrl,
        organizationId,
        scopes,
        expiresAtMs,
        keyShownPart: form.shownPart,
      };
      if (known === null) store.save(record);
      keys.set(record.workspaceId, key);
      const { baseUrl: _, ...shown } = record;
      return {
        ...shown,
        scopes: [...scopes],
        expiresAtMs,
        keyShownPart: form.shownPart,
        keyKeptIn: 'session',
      };
    },
    async openPractice() {
      const { key } = await practice.open();
      const form = checkForm(key);
      const record: StoredWorkspace = {
        workspaceId: practiceWorkspaceId,
        name: 'Practice workspace',
        environment: 'practice',
        baseUrl: null,
        organizationId: null,
        scopes: knownScopes,
        expiresAtMs: null,
        keyShownPart: form.shownPart,
      };
      store.save(record);
      settings.setCurrentWorkspaceId(practiceWorkspaceId);
      return toView(record);
    },
    async switchTo(workspaceId) {
      const record = get(workspaceId);
      settings.setCurrentWorkspaceId(workspaceId);
      return toView(record);
    },
    async forget(workspaceId) {
      get(workspaceId);
      if (workspaceId !== practiceWorkspaceId) await keyStore.forget(workspaceId);
      keys.delete(workspaceId);
      clients.delete(workspaceId);
      store.remove(workspaceId);
      if (settings.getCurrentWorkspaceId() === workspaceId)
        settings.setCurrentWorkspaceId(store.list()[0]?.workspaceId ?? null);
    },
    async clientOf(workspaceId) {
      const known = clients.get(workspaceId);
      if (known !== undefined) return known;
      const client = await openClient(workspaceId);
      clients.set(workspaceId, client);
      return client;
    },
  };

  async function openClient(workspaceId: string): Promise<FlowmingoClient> {
    const record = get(workspaceId);
    if (workspaceId === practiceWorkspaceId) {
      const { baseUrl, key } = await practice.open();
      return createFlowmingoClient({ baseUrl, readKey: async () => key, transport });
    }
    // One that was connected to an address of this computer is never taken to Flowmingo's own.
    const baseUrl =
      record.baseUrl !== null && loopbackUrl === null ? null : toBaseUrl(record.environment, loopbackUrl);
    if (baseUrl === null) throw new AppError('workspace/not-found');
    const readKey = async (): Promise<string> => {
      const key = await findKey(workspaceId);
      if (key === null) throw new AppError('key/missing', { keychain: keyStore.name });
      return key;
    };
    return createFlowmingoClient({ baseUrl, readKey, transport });
  }
}
