// A practice server, the real client and a real ledger in a temporary folder: everything of a run but the window.
import { onTestFinished } from 'vitest';
import { createEngineApi } from '../../../electron/context/engine-api';
import { createFlowmingoClient } from '../../../electron/flowmingo/flowmingo-client';
import { createHttpTransport } from '../../../electron/flowmingo/http-transport';
import type { EngineApi } from '../../../electron/operations/operation';
import {
  type PracticeOptions,
  type PracticeServer,
  startPracticeServer,
} from '../../../electron/practice/practice-server';
import type { InviteOrder } from '../../../shared/operations/invite-target';

export const invitePath = '/integration/interview/candidate/invite/v1';

export async function startServer(options: PracticeOptions = {}): Promise<PracticeServer> {
  const server = await startPracticeServer({ seed: 7, candidates: 10, ...options });
  onTestFinished(() => server.close());
  return server;
}

/** The real client for a server; `readKey` is asked for every request. */
export function makeRealApi(
  url: string,
  readKey: () => string,
): { api: EngineApi; client: ReturnType<typeof createFlowmingoClient> } {
  const transport = createHttpTransport();
  onTestFinished(() => transport.close());
  const client = createFlowmingoClient({ baseUrl: url, readKey: async () => readKey(), transport });
  return { client, api: createEngineApi({ clientOf: async () => client }) };
}

export async function orderForFirstSet(
  client: ReturnType<typeof createFlowmingoClient>,
): Promise<InviteOrder> {
  const [set] = await client.listAll('interview-sets');
  if (set === undefined) throw new Error('The practice server has no interview set.');
  const noProject = { projectId: null, projectTitle: null, jobPostId: null, jobPostTitle: null };
  return {
    target: { setId: set.id, setTitle: set.title ?? null, ...noProject },
    sendInvite: true,
    message: null,
  };
}

/** How often each address was accepted, by the server's own record. */
export function acceptedTimes(server: PracticeServer): Map<string, number> {
  return new Map(
    [...server.record.invitesByEmail()].map(([email, tallies]) => [
      email,
      tallies.reduce((sum, { times }) => sum + times, 0),
    ]),
  );
}

export const inviteRequests = (server: PracticeServer) =>
  server.record.requests.filter(({ path }) => path.includes(invitePath));
