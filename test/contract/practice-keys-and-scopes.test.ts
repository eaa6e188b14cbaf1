import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PracticeKeys } from '../../electron/practice/practice-keys';
import { type PracticeServer, startPracticeServer } from '../../electron/practice/practice-server';
import { makePracticeClient, type PracticeClient, paths, UNKNOWN_ID } from './practice-client';

let server: PracticeServer;
let client: PracticeClient;

beforeAll(async () => {
  server = await startPracticeServer();
  client = makePracticeClient(server.url, server.keys.full);
});

afterAll(async () => {
  client.close();
  await server.close();
});

const reads = [
  paths.jobPosts,
  paths.interviewSets,
  paths.projects,
  paths.applications,
  paths.submissions,
  paths.submission(UNKNOWN_ID),
  paths.stages(UNKNOWN_ID),
];
const endpoints: [method: string, path: string, scope: string][] = [
  ...reads.map((path): [string, string, string] => ['GET', path, 'read_hiring']),
  ['POST', paths.invite, 'invite_candidates'],
  ['POST', paths.applications, 'write_pipeline'],
  ['POST', paths.move(UNKNOWN_ID), 'write_pipeline'],
  ['POST', paths.reject(UNKNOWN_ID), 'write_pipeline'],
];

describe('GET /integration/me/v1', () => {
  it('tells key id, organization, scopes and expiry', async () => {
    const { status, body } = await client.get(paths.me);
    expect(status).toBe(200);
    expect(body.api_key_id).toMatch(/^[0-9a-f-]{36}$/);
    expect(body.organization_id).toEqual(expect.any(Number));
    expect(body.scopes).toEqual(
      expect.arrayContaining(['invite_candidates', 'read_hiring', 'write_pipeline']),
    );
    expect(body.expires_at).toBeNull();
  });

  it('may report a reserved scope that is outside the guide', async () => {
    const { body } = await client.get(paths.me);
    expect(body.scopes).toContain('create_set');
  });

  it.each<[keyof PracticeKeys, string[]]>([
    ['inviteOnly', ['invite_candidates']],
    ['readOnly', ['read_hiring']],
    ['pipelineOnly', ['write_pipeline']],
    ['noScopes', []],
  ])('works with any valid key: %s', async (name, scopes) => {
    const { status, body } = await client.get(paths.me, server.keys[name]);
    expect({ status, scopes: body.scopes }).toEqual({ status: 200, scopes });
  });

  it('gives the expiry as ISO time when there is one', async () => {
    const { body } = await client.get(paths.me, server.keys.expiresSoon);
    expect(new Date(body.expires_at).toISOString()).toBe(body.expires_at);
    expect(Date.parse(body.expires_at)).toBeGreaterThan(Date.now());
  });

  it.each<[keyof PracticeKeys, RegExp]>([
    ['full', /^fl_practice_[A-Za-z0-9]{8,}\.[A-Za-z0-9]{16,}$/],
    ['production', /^fl_live_[A-Za-z0-9]{8,}\.[A-Za-z0-9]{16,}$/],
    ['staging', /^fl_pre_[A-Za-z0-9]{8,}\.[A-Za-z0-9]{16,}$/],
  ])('accepts the %s key, whose prefix tells its environment', async (name, form) => {
    expect(server.keys[name]).toMatch(form);
    expect((await client.get(paths.me, server.keys[name])).status).toBe(200);
  });
});

describe('401', () => {
  const badKeys: [string, (keys: PracticeKeys) => string | undefined][] = [
    ['missing', () => undefined],
    ['empty', () => ''],
    ['malformed', () => 'not-a-key'],
    ['masked, as the web app shows it', (keys) => `${keys.full.split('.')[0]}.****`],
    ['unknown', () => 'fl_live_abcd12345.n8G3zPNw9gWkK1Kj'],
    ['with a wrong secret', (keys) => `${keys.full.slice(0, -1)}_`],
    ['expired', (keys) => keys.expired],
    ["another environment's", (keys) => keys.otherEnvironment],
  ];
  it.each(badKeys)('a key that is %s is refused everywhere', async (_name, toKey) => {
    for (const [method, path] of [['GET', paths.me] as const, ...endpoints]) {
      const { status, body } = await client.send(method, path, {
        key: toKey(server.keys),
        body: method === 'POST' ? {} : undefined,
      });
      expect({ method, path, status, statusCode: body.statusCode }).toEqual({
        method,
        path,
        status: 401,
        statusCode: 401,
      });
    }
  });

  it('a deleted key is refused from that moment on', async () => {
    const own = await startPracticeServer();
    const ownClient = makePracticeClient(own.url, own.keys.full);
    expect((await ownClient.get(paths.me)).status).toBe(200);
    own.revokeKey(own.keys.full);
    expect((await ownClient.get(paths.me)).status).toBe(401);
    expect((await ownClient.get(paths.me, own.keys.readOnly)).status).toBe(200);
    ownClient.close();
    await own.close();
  });

  it.each(['production', 'staging'] as const)(
    'a server for %s takes only keys with that prefix',
    async (environment) => {
      const own = await startPracticeServer({ environment });
      const ownClient = makePracticeClient(own.url);
      const statuses = await Promise.all(
        (['production', 'staging', 'full'] as const).map(
          async (name) => (await ownClient.get(paths.me, own.keys[name])).status,
        ),
      );
      expect(statuses).toEqual(environment === 'production' ? [200, 401, 401] : [401, 200, 401]);
      ownClient.close();
      await own.close();
    },
  );
});

describe('403', () => {
  it.each(endpoints)('%s %s names the scope %s that the key lacks', async (method, path, scope) => {
    const narrowKeys = {
      invite_candidates: server.keys.inviteOnly,
      read_hiring: server.keys.readOnly,
      write_pipeline: server.keys.pipelineOnly,
    };
    for (const [keyScope, key] of [...Object.entries(narrowKeys), ['none', server.keys.noScopes] as const]) {
      const { status, body } = await client.send(method, path, {
        key,
        body: method === 'POST' ? {} : undefined,
      });
      if (keyScope === scope) expect(status).not.toBe(403);
      else
        expect({ status, message: body.message }).toEqual({
          status: 403,
          message: expect.stringContaining(scope),
        });
    }
  });
});

describe('the error envelope', () => {
  it('holds statusCode, message, timestamp and path, as JSON', async () => {
    const path = `${paths.submission(UNKNOWN_ID)}?page=1`;
    const { status, headers, body } = await client.get(path);
    expect(status).toBe(404);
    expect(headers['content-type']).toMatch(/^application\/json/);
    expect(body).toEqual({
      statusCode: 404,
      message: 'Submission not found',
      timestamp: expect.any(String),
      path: `/company${path}`,
    });
    expect(new Date(body.timestamp).toISOString()).toBe(body.timestamp);
  });

  it('never repeats the key', async () => {
    const answers = await Promise.all([
      client.get(paths.me, server.keys.expired),
      client.get(paths.projects, server.keys.inviteOnly),
    ]);
    for (const { text, headers } of answers)
      expect(text + JSON.stringify(headers)).not.toMatch(/\.[0-9a-f]{24}/);
  });

  it('answers a path or method that the guide does not have with 404', async () => {
    expect((await client.get('/integration/hiring/candidates/v1')).status).toBe(404);
    expect((await client.send('DELETE', paths.me, { key: server.keys.full })).status).toBe(404);
    expect(
      (await makePracticeClient(server.url.replace('/company', '')).get(paths.me, server.keys.full)).status,
    ).toBe(404);
  });
});

describe('HTTP', () => {
  it('sends JSON and the server clock, on a connection that stays open', async () => {
    const { headers } = await client.get(paths.me);
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    expect(Math.abs(Date.parse(headers.date ?? '') - Date.now())).toBeLessThan(5_000);
    expect(headers.connection).toBe('keep-alive');
  });

  it('listens on loopback and below /company', () => {
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/company$/);
  });

  it('is not for web pages: an Origin or a foreign host name is refused', async () => {
    const fromPage = await client.send('GET', paths.me, {
      key: server.keys.full,
      headers: { Origin: 'https://example.com' },
    });
    const rebound = await client.send('GET', paths.me, {
      key: server.keys.full,
      headers: { Host: 'example.com' },
    });
    expect([fromPage.status, rebound.status]).toEqual([403, 403]);
  });
});
