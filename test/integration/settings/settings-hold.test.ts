// What is set for sending is what happens: time limits on a real socket, the cap at the server, and what is going on changes at once.
import { mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type AppContext, openAppContext } from '../../../electron/context/app-context';
import { createSessionKeyStore } from '../../../electron/keys/session-key-store';
import { createAppLog } from '../../../electron/log/app-log';
import { startPracticeServer } from '../../../electron/practice/practice-server';
import type { BatchRow } from '../../../shared/operations/batch';
import { startRawHttpServer, toHttpAnswer } from '../../helpers/raw-http-server';
import { inviteRequests } from '../runs/practice-bench';

const key = 'fl_practice_abcd12345.verysecrethalf';
const me = JSON.stringify({
  organizationId: 7,
  scopes: ['invite_candidates', 'read_hiring'],
  expiresAt: null,
});
const invite = {
  com_interview_set_id: 'set-1',
  candidates: [{ email: 'ana@example.com' }],
  send_invite: true,
};
/** A timer of a busy machine comes late; it never comes early. */
const slackMs = 3000;

function openContext(loopbackUrl: string): AppContext {
  const dataDir = mkdtempSync(join(tmpdir(), 'settings-'));
  const context = openAppContext({
    dataDir,
    log: createAppLog(dataDir),
    keyStore: createSessionKeyStore(),
    snapshotWorkerPath: '/nowhere',
    loopbackUrl,
  });
  onTestFinished(async () => {
    await context.close(0);
    rmSync(dataDir, { recursive: true, force: true });
  });
  return context;
}

/** Sends one invitation; answers what became of it and how long that took. */
async function sendOne(context: AppContext) {
  const { workspaceId } = await context.workspaces.adoptKey(key);
  const startedAtMs = performance.now();
  const outcome = await context.api.sendInvite(workspaceId, invite);
  return { outcome, tookMs: performance.now() - startedAtMs };
}

describe('time limits', () => {
  test('the wait for an answer’s first byte, and for its end, are those that are set', async () => {
    const answersNothing = await startRawHttpServer((request, socket) => {
      if (request.head.startsWith('GET')) socket.write(toHttpAnswer(200, me));
    });
    const answersHalf = await startRawHttpServer((request, socket) => {
      if (request.head.startsWith('GET')) socket.write(toHttpAnswer(200, me));
      else socket.write('HTTP/1.1 201 Created\r\ncontent-length: 500\r\n\r\n{"results":');
    });
    onTestFinished(async () => {
      await answersNothing.close();
      await answersHalf.close();
    });
    const [silent, half] = await Promise.all(
      [answersNothing, answersHalf].map(async ({ baseUrl }) => {
        const context = openContext(baseUrl);
        context.ledger.settings.change({ firstByteSeconds: 15, wholeAnswerSeconds: 5 });
        return sendOne(context);
      }),
    );
    expect(silent?.outcome).toMatchObject({ kind: 'unknown', message: 'no answer within 15 s' });
    expect(silent?.tookMs).toBeGreaterThan(14_900);
    expect(silent?.tookMs).toBeLessThan(15_000 + slackMs);
    expect(half?.outcome.kind).toBe('unknown');
    expect(half?.tookMs).toBeGreaterThan(4900);
    expect(half?.tookMs).toBeLessThan(5000 + slackMs);
  });

  test('the wait for a connection is the one that is set, and nothing was sent by then', async () => {
    // It takes the connection and says nothing, so that TLS never stands.
    let received = 0;
    const server = net.createServer((socket) => {
      socket.on('error', () => undefined);
      socket.on('data', (bytes) => {
        received += bytes.toString('latin1').includes('invite') ? 1 : 0;
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const context = openContext(`https://127.0.0.1:${(server.address() as net.AddressInfo).port}`);
    context.ledger.settings.change({ connectSeconds: 3 });
    const startedAtMs = performance.now();
    await expect(context.workspaces.adoptKey(key)).rejects.toMatchObject({ code: 'api/no-network' });
    const tookMs = performance.now() - startedAtMs;
    expect(tookMs).toBeGreaterThan(2900);
    expect(tookMs).toBeLessThan(3000 + slackMs);
    expect(received).toBe(0);
  });
});

test('no more requests a second reach Flowmingo than are set, and a change holds in the middle of a run', async () => {
  const server = await startPracticeServer({ seed: 3, candidates: 5 });
  onTestFinished(() => server.close());
  const context = openContext(server.url);
  context.ledger.settings.change({ requestsPerSecond: 5 });
  const { workspaceId } = await context.workspaces.adoptKey(server.keys.full);
  const { interviewSets } = await context.targets.readLists(workspaceId, true);
  const set = interviewSets[0];
  const rows = Array.from({ length: 60 }, (_, index): BatchRow => {
    const email = `person${index}@example.com`;
    return {
      rowNumber: index + 2,
      cells: [email],
      person: { email, firstname: 'Ana', lastname: null, cv_link: null, ats_candidate_id: null },
      skip: null,
    };
  });
  const batchId = context.ledger.batches.begin({
    workspaceId,
    name: 'Fair',
    source: {
      fileName: 'people.csv',
      sizeBytes: 10,
      sha256: 'a'.repeat(64),
      sheetName: null,
      headerRow: 1,
      columns: [{ letter: 'A', header: 'Email' }],
    },
    work: {
      operation: 'invite',
      order: {
        target: {
          setId: set?.id ?? '',
          setTitle: set?.title ?? null,
          projectId: null,
          projectTitle: null,
          jobPostId: null,
          jobPostTitle: null,
        },
        sendInvite: true,
        message: null,
      },
    },
    rowCount: rows.length,
  });
  context.ledger.batches.addRows(batchId, 0, rows);
  const startedAtMs = performance.now();
  const { runId } = await context.runs.startRun(batchId, { concurrency: 16, peoplePerRequest: 1 });
  const untilSent = async (count: number) => {
    while (inviteRequests(server).length < count) await new Promise((resolve) => setTimeout(resolve, 5));
    return performance.now() - startedAtMs;
  };
  // The first leaves at once, so the sixteenth leaves after fifteen gaps of a fifth of a second.
  expect(await untilSent(16)).toBeGreaterThan(15 * 200 - 100);
  context.ledger.settings.change({ requestsPerSecond: null });
  const freedAtMs = performance.now() - startedAtMs;
  await context.runs.whenAtRest(runId);
  expect(inviteRequests(server)).toHaveLength(60);
  expect((await untilSent(60)) - freedAtMs).toBeLessThan(44 * 200 - 3000);
});
