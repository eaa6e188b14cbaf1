// What the engine asks of Flowmingo, sent to the client of each workspace. Must never reject for a write or a probe.
import type { FlowmingoClient } from '../flowmingo/flowmingo-client';
import type { WriteOutcome } from '../flowmingo/write-outcome';
import type { EngineApi } from '../operations/operation';

export interface EngineApiParts {
  /** @throws AppError where the workspace is not there, or cannot be opened. */
  readonly clientOf: (workspaceId: string) => Promise<FlowmingoClient>;
}

/** Everything goes to the client of its workspace; a write to one that cannot be reached at all has sent nothing. */
export function createEngineApi({ clientOf }: EngineApiParts): EngineApi {
  const toText = (error: unknown) => (error instanceof Error ? error.message : String(error));
  const send = async <Body>(
    workspaceId: string,
    write: (client: FlowmingoClient) => Promise<WriteOutcome<Body>>,
  ): Promise<WriteOutcome<Body>> => {
    try {
      return await write(await clientOf(workspaceId));
    } catch (error) {
      return { kind: 'not-processed', why: 'auth', message: toText(error), retryAfterMs: null, raw: null };
    }
  };
  return {
    sendInvite: (workspaceId, request) => send(workspaceId, (client) => client.sendInvite(request)),
    sendPipeline: (workspaceId, request) => send(workspaceId, (client) => client.sendPipeline(request)),
    readPipeline: async (workspaceId, projectId) => (await clientOf(workspaceId)).readPipeline(projectId),
    listSubmissions: async (workspaceId, filter) => (await clientOf(workspaceId)).listSubmissions(filter),
    listApplications: async (workspaceId, filter) => (await clientOf(workspaceId)).listApplications(filter),
    async probe(workspaceId) {
      try {
        return await (await clientOf(workspaceId)).probe();
      } catch (error) {
        return { kind: 'no-key', detail: toText(error) };
      }
    },
  };
}
