import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type PracticeServer, startPracticeServer } from '../../electron/practice/practice-server';
import { makePracticeClient, type PracticeClient, paths } from './practice-client';

const INVITE_COUNT = 2_000;
const IN_FLIGHT = 16;

let folder: string;
let server: PracticeServer;
let client: PracticeClient;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'practice-speed-'));
  server = await startPracticeServer({ journalFile: join(folder, 'world.jsonl') });
  client = makePracticeClient(server.url, server.keys.full);
});

afterEach(async () => {
  client.close();
  await server.close();
  rmSync(folder, { recursive: true });
});

async function inviteAll(count: number): Promise<number> {
  const setId = (await client.get(paths.interviewSets)).body.data[0].id;
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < count) {
      next += 1;
      const candidates = [{ email: `person${next}@example.com`, firstname: 'Linh' }];
      const { status } = await client.post(paths.invite, {
        com_interview_set_id: setId,
        candidates,
        send_invite: true,
      });
      expect(status).toBe(201);
    }
  };
  const startedAtMs = performance.now();
  await Promise.all(Array.from({ length: IN_FLIGHT }, work));
  return performance.now() - startedAtMs;
}

it('2,000 invites at 16 in flight cost less than 2 ms each, client and journal included', async () => {
  const elapsedMs = await inviteAll(INVITE_COUNT);
  expect(server.record.emailsSent).toHaveLength(INVITE_COUNT);
  expect(elapsedMs / INVITE_COUNT).toBeLessThan(2);
});

it('at 50 ms latency it gives 16 in flight nearly their 320 a second', async () => {
  server.setFaults({ latencyMs: 50 });
  const elapsedMs = await inviteAll(640);
  // 640 / 16 rounds of 50 ms are 2 s; a fifth more is allowed for timers and a busy machine.
  expect(elapsedMs).toBeLessThan(2_400);
});
