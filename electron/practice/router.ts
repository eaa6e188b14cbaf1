// From a request to its answer: path, then key, then scope, then the endpoint. Knows nothing of sockets or faults.
// A key must be checked before anything is said about what exists.
import { ApiRefusal, type EndpointAnswer, toErrorEnvelope } from './answers';
import type { Endpoint, EndpointContext } from './endpoint-context';
import { inviteEndpoint } from './endpoints/invite-endpoint';
import { pipelineEndpoints } from './endpoints/pipeline-endpoints';
import { readEndpoints } from './endpoints/read-endpoints';
import type { KeyRing, PracticeKeyGrant } from './practice-keys';

/** The path below which the API lives, as on the real hosts. */
export const API_BASE_PATH = '/company';

/** A request as the HTTP shell hands it over. */
export interface ApiRequest {
  method: string;
  /** Path and query as received. */
  path: string;
  key: string | undefined;
  contentType: string | undefined;
  /** The raw body; empty when there is none. */
  bodyText: string;
}

const endpoints: readonly Endpoint[] = [...readEndpoints, inviteEndpoint, ...pipelineEndpoints];

/** Answers one request; never throws for what a client can do wrong. */
export function answerRequest(
  request: ApiRequest,
  keyRing: KeyRing,
  context: Omit<EndpointContext, 'grant' | 'id' | 'query' | 'body'>,
): EndpointAnswer {
  try {
    const [pathname = '', search = ''] = request.path.split('?', 2);
    const match = findEndpoint(request.method, pathname);
    if (match === null) throw new ApiRefusal(404, `Cannot ${request.method} ${pathname}`);
    const grant = requireGrant(request.key, keyRing, context.nowMs);
    const { scope } = match.endpoint;
    if (scope !== null && !grant.scopes.includes(scope))
      throw new ApiRefusal(403, `API key is missing the required scope: ${scope}`);
    const body = match.endpoint.method === 'POST' ? parseBody(request) : undefined;
    return match.endpoint.answer({
      ...context,
      grant,
      id: match.id,
      query: new URLSearchParams(search),
      body,
    });
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    return {
      status: error.status,
      body: toErrorEnvelope(error.status, error.message, request.path, context.nowMs),
    };
  }
}

function findEndpoint(method: string, pathname: string): { endpoint: Endpoint; id: string } | null {
  if (!pathname.startsWith(`${API_BASE_PATH}/`)) return null;
  const parts = pathname.slice(API_BASE_PATH.length).split('/');
  for (const endpoint of endpoints) {
    const pattern = endpoint.path.split('/');
    if (endpoint.method !== method || pattern.length !== parts.length) continue;
    const isMatch = pattern.every(
      (part, index) => part === parts[index] || (part === '{id}' && parts[index] !== ''),
    );
    if (isMatch) return { endpoint, id: parts[pattern.indexOf('{id}')] ?? '' };
  }
  return null;
}

function requireGrant(key: string | undefined, keyRing: KeyRing, nowMs: number): PracticeKeyGrant {
  if (key === undefined || key === '') throw new ApiRefusal(401, 'X-API-Key header is required');
  const grant = keyRing.findGrant(key, nowMs);
  // One sentence for every reason: a stranger must not learn which keys exist.
  if (grant === null) throw new ApiRefusal(401, 'Invalid API key');
  return grant;
}

function parseBody({ bodyText, contentType }: ApiRequest): unknown {
  if (bodyText === '') return {};
  if (!/^application\/json\b/i.test(contentType ?? ''))
    throw new ApiRefusal(400, 'Content-Type must be application/json');
  try {
    return JSON.parse(bodyText);
  } catch {
    throw new ApiRefusal(400, 'Request body is not valid JSON');
  }
}
