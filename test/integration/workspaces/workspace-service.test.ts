// Connecting, replacing, adopting and forgetting keys, against the practice Flowmingo and a real ledger.
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AppContext, openAppContext } from '../../../electron/context/app-context';
import { createSessionKeyStore } from '../../../electron/keys/session-key-store';
import { createAppLog } from '../../../electron/log/app-log';
import { type PracticeServer, startPracticeServer } from '../../../electron/practice/practice-server';

let folder: string;
let server: PracticeServer;
let context: AppContext;

function open(loopbackUrl: string | null): AppContext {
  return openAppContext({
    dataDir: folder,
    log: createAppLog(folder),
    keyStore: createSessionKeyStore(),
    snapshotWorkerPath: '/nowhere',
    loopbackUrl,
  });
}

beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'flowmingo-workspaces-'));
  server = await startPracticeServer();
  context = open(server.url);
});
afterEach(async () => {
  await context.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function connect(key: string, name: string) {
  const { checkId } = await context.workspaces.checkKey(key, null);
  return context.workspaces.saveKey(checkId, name, null);
}

describe('connecting', () => {
  it('shows organization, scopes and expiry, and never the key', async () => {
    const checked = await context.workspaces.checkKey(`  ${server.keys.production}\n`, null);
    expect(checked).toMatchObject({
      environment: 'production',
      scopes: ['invite_candidates', 'read_hiring', 'write_pipeline'],
    });
    expect(checked.organizationId).toBeTypeOf('number');
    const saved = await context.workspaces.saveKey(checked.checkId, 'Nordwind', null);
    expect(JSON.stringify([checked, saved])).not.toContain(server.keys.production.split('.')[1]);
    expect((await context.workspaces.list()).currentWorkspaceId).toBe(saved.workspaceId);
  });

  it('a check is good for one saving', async () => {
    const { checkId } = await context.workspaces.checkKey(server.keys.full, null);
    await context.workspaces.saveKey(checkId, 'A', null);
    await expect(context.workspaces.saveKey(checkId, 'B', null)).rejects.toMatchObject({
      code: 'key/check-expired',
    });
  });

  it.each([
    ['otherEnvironment', 'key/not-accepted'],
    ['expired', 'key/not-accepted'],
  ] as const)('a key that is %s: %s', async (name, code) => {
    await expect(context.workspaces.checkKey(server.keys[name], null)).rejects.toMatchObject({ code });
    expect((await context.workspaces.list()).workspaces).toEqual([]);
  });

  it('a masked or cut key is not even sent', async () => {
    const before = server.record.requests.length;
    for (const key of ['fl_live_abcd12345.****', 'fl_live_abcd12345', 'hello', '']) {
      await expect(context.workspaces.checkKey(key, null)).rejects.toMatchObject({ code: 'key/bad-form' });
    }
    expect(server.record.requests.length).toBe(before);
  });

  it('the same organization connected again keeps its workspace and takes the new key', async () => {
    const first = await connect(server.keys.full, 'First');
    const second = await connect(server.keys.expiresSoon, 'Second');
    expect(second.workspaceId).toBe(first.workspaceId);
    const { workspaces } = await context.workspaces.list();
    expect(workspaces.map(({ name, keyShownPart }) => [name, keyShownPart])).toEqual([
      ['Second', server.keys.expiresSoon.split('.')[0]],
    ]);
  });
});

describe('replacing a key', () => {
  it('refuses one of another environment with its own sentence', async () => {
    const { workspaceId } = await connect(server.keys.production, 'Nordwind');
    await expect(context.workspaces.checkKey(server.keys.staging, workspaceId)).rejects.toMatchObject({
      code: 'key/wrong-environment',
      params: { keyEnvironment: 'staging', workspaceEnvironment: 'production', prefix: 'fl_live_' },
    });
  });

  it('requests use the new key at once', async () => {
    const { workspaceId } = await connect(server.keys.expiresSoon, 'Nordwind');
    const client = await context.workspaces.clientOf(workspaceId);
    server.revokeKey(server.keys.expiresSoon);
    await expect(client.readMe()).rejects.toMatchObject({ code: 'key/not-accepted' });
    const { checkId } = await context.workspaces.checkKey(server.keys.full, workspaceId);
    await context.workspaces.saveKey(checkId, 'Nordwind', workspaceId);
    expect((await client.readMe()).scopes).toContain('invite_candidates');
  });
});

describe('forgetting and practising', () => {
  it('a forgotten workspace has no key and no client', async () => {
    const { workspaceId } = await connect(server.keys.full, 'Nordwind');
    await context.workspaces.forget(workspaceId);
    expect((await context.workspaces.list()).workspaces).toEqual([]);
    expect(await context.keyStore.read(workspaceId)).toBeNull();
    await expect(context.workspaces.clientOf(workspaceId)).rejects.toMatchObject({
      code: 'workspace/not-found',
    });
  });

  it('practice needs no key, answers through the same client, and keeps its world', async () => {
    const { workspaceId, environment } = await context.workspaces.openPractice();
    expect(environment).toBe('practice');
    const lists = await context.targets.readLists(workspaceId, true);
    expect(lists.interviewSets).toHaveLength(7);
    expect(lists.projects).toHaveLength(9);
    expect(lists.isFresh).toBe(true);
  });

  it('a practice world that is damaged is left as it is, and can be begun anew', async () => {
    const world = path.join(folder, 'practice', 'world.jsonl');
    mkdirSync(path.dirname(world), { recursive: true });
    writeFileSync(world, 'not a journal\n{}\n');
    await expect(context.workspaces.openPractice()).rejects.toMatchObject({
      code: 'workspace/practice-unreadable',
    });
    expect(readFileSync(world, 'utf8')).toBe('not a journal\n{}\n');
    renameSync(world, `${world}.old`);
    expect((await context.workspaces.openPractice()).environment).toBe('practice');
  });

  it('a workspace of a loopback address is never taken to Flowmingo’s own', async () => {
    const { workspaceId } = await connect(server.keys.production, 'Test');
    await context.close();
    context = open(null);
    await expect(context.workspaces.clientOf(workspaceId)).rejects.toMatchObject({
      code: 'workspace/not-found',
    });
  });

  it('a key of the environment is used for this process and is not kept', async () => {
    const view = await context.workspaces.adoptKey(server.keys.production);
    expect(await context.keyStore.read(view.workspaceId)).toBeNull();
    expect((await (await context.workspaces.clientOf(view.workspaceId)).readMe()).scopes).toContain(
      'read_hiring',
    );
  });
});

describe('lists', () => {
  it('are the kept ones, and say so, when Flowmingo cannot be reached', async () => {
    const { workspaceId } = await connect(server.keys.full, 'Nordwind');
    const fresh = await context.targets.readLists(workspaceId, true);
    await server.close();
    expect(await context.targets.readLists(workspaceId, true)).toEqual({ ...fresh, isFresh: false });
  });

  it('a target that is gone stops a run before it starts', async () => {
    const { workspaceId } = await connect(server.keys.full, 'Nordwind');
    const target = {
      setId: 'gone',
      setTitle: 'Old set',
      projectId: null,
      projectTitle: null,
      jobPostId: null,
      jobPostTitle: null,
    };
    await expect(context.targets.checkStillThere(workspaceId, target)).rejects.toMatchObject({
      code: 'api/not-found',
      params: { message: 'Old set' },
    });
  });
});
