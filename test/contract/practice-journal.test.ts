import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type PracticeOptions,
  type PracticeServer,
  startPracticeServer,
} from '../../electron/practice/practice-server';
import { type Json, makePracticeClient, type PracticeClient, paths, readAll } from './practice-client';

let folder: string;
let journalFile: string;
let server: PracticeServer;
let client: PracticeClient;

async function start(options: PracticeOptions = {}): Promise<void> {
  server = await startPracticeServer({ journalFile, candidates: 20, ...options });
  client = makePracticeClient(server.url, server.keys.full);
}

async function stop(): Promise<void> {
  client.close();
  await server.close();
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'practice-journal-'));
  journalFile = join(folder, 'practice', 'world.jsonl');
  await start();
});

afterEach(async () => {
  await stop();
  rmSync(folder, { recursive: true });
});

async function inviteOne(email: string): Promise<void> {
  const [set] = (await client.get(paths.interviewSets)).body.data;
  const candidates = [{ email, firstname: 'Zoë', lastname: 'Đặng' }];
  expect(
    (await client.post(paths.invite, { com_interview_set_id: set.id, candidates, send_invite: true })).status,
  ).toBe(201);
}

/** One of each write. */
async function work(): Promise<void> {
  await inviteOne('zoe@example.com');
  await inviteOne('linh@example.com');
  const applications = await readAll(client, paths.applications);
  const active = applications.filter((application) => application.status === 1);
  const stages = (await client.get(paths.stages(active[0].com_project_id))).body.data;
  await client.post(paths.move(active[0].id), { com_stage_id: stages.at(-1).id });
  await client.post(paths.reject(active[1].id), undefined);
  const { tal_candidate_id, com_project_id } = active[1];
  expect((await client.post(paths.applications, { tal_candidate_id, com_project_id })).status).toBe(201);
}

async function readWorld(): Promise<Json> {
  const lists = [paths.interviewSets, paths.projects, paths.jobPosts, paths.applications, paths.submissions];
  const { emailsSent } = server.record;
  return JSON.parse(
    JSON.stringify([
      await Promise.all(lists.map((path) => readAll(client, path))),
      emailsSent,
      [...server.record.invitesByEmail()],
    ]),
  );
}

describe('the journal of the practice world', () => {
  it('gives the same world, record and candidates after a restart', async () => {
    await work();
    const before = await readWorld();
    const writes = server.record.requests.filter((request) => request.isProcessed);
    await stop();
    await start();
    expect(await readWorld()).toEqual(before);
    const restored = server.record.requests.filter((request) => request.isProcessed);
    expect(restored).toEqual(writes.map((request) => ({ ...request, body: null })));
  });

  it("the journal's world goes before the options", async () => {
    const before = await readWorld();
    await stop();
    await start({ seed: 99, candidates: 3 });
    expect(await readWorld()).toEqual(before);
  });

  it('holds what was processed and then failed, and nothing that was not processed', async () => {
    server.setFaults({
      failures: [
        { kind: 'reset', moment: 'after', requestNumbers: [1] },
        { kind: 'reset', moment: 'before' },
      ],
    });
    const [set] = (await client.get(paths.interviewSets)).body.data;
    for (const email of ['after@example.com', 'before@example.com']) {
      await client
        .post(paths.invite, { com_interview_set_id: set.id, candidates: [{ email }], send_invite: true })
        .catch(() => null);
    }
    await stop();
    await start();
    expect(server.record.emailsSent.map(({ email }) => email)).toEqual(['after@example.com']);
    expect(server.record.requests[0]).toMatchObject({ status: null, fault: 'reset after' });
  });

  it('a restart goes on counting and appending', async () => {
    for (const name of ['a', 'b', 'c']) {
      await inviteOne(`${name}@example.com`);
      await stop();
      await start();
    }
    expect(server.record.emailsSent.map(({ email }) => email)).toEqual([
      'a@example.com',
      'b@example.com',
      'c@example.com',
    ]);
    const numbers = server.record.requests.map(({ requestNumber }) => requestNumber);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it.each([1, 20, 300])(
    'a last line that lost %i bytes is dropped, and the next write is whole',
    async (lostBytes) => {
      await inviteOne('whole@example.com');
      const wholeSizeBytes = statSync(journalFile).size;
      await inviteOne('torn@example.com');
      await stop();
      truncateSync(journalFile, Math.max(wholeSizeBytes + 1, statSync(journalFile).size - lostBytes));
      await start();
      expect(server.record.emailsSent.map(({ email }) => email)).toEqual(['whole@example.com']);
      await inviteOne('next@example.com');
      await stop();
      await start();
      expect(server.record.emailsSent.map(({ email }) => email)).toEqual([
        'whole@example.com',
        'next@example.com',
      ]);
    },
  );

  it('a last line of rubbish is dropped, and so is a header that was cut off', async () => {
    await inviteOne('whole@example.com');
    await stop();
    appendFileSync(journalFile, '\u0000\u0000\n');
    await start();
    expect(server.record.emailsSent).toHaveLength(1);
    await stop();
    writeFileSync(journalFile, '{"kind":"practice-jou');
    await start();
    expect(server.record.emailsSent).toHaveLength(0);
  });

  it.each(['name,email\nZoë,zoe@example.com\n', 'notes without an end of line'])(
    'a file that is something else is refused and left alone: %j',
    async (text) => {
      const otherFile = join(folder, 'other.txt');
      writeFileSync(otherFile, text);
      await expect(startPracticeServer({ journalFile: otherFile })).rejects.toThrow(/Not a journal/);
      expect(readFileSync(otherFile, 'utf8')).toBe(text);
    },
  );

  it('a journal that is damaged inside is refused and left alone', async () => {
    await work();
    const damaged = readFileSync(journalFile, 'utf8').replace('{"request"', '{"requ');
    const damagedFile = join(folder, 'damaged.jsonl');
    writeFileSync(damagedFile, damaged);
    await expect(startPracticeServer({ journalFile: damagedFile })).rejects.toThrow(/damaged/);
    expect(readFileSync(damagedFile, 'utf8')).toBe(damaged);
  });

  it('holds no keys, and is for the user alone', async () => {
    await work();
    const text = readFileSync(journalFile, 'utf8');
    for (const key of Object.values(server.keys)) expect(text).not.toContain(key.split('.')[1]);
    if (process.platform !== 'win32') expect(statSync(journalFile).mode & 0o777).toBe(0o600);
  });
});
