import { Agent, type IncomingHttpHeaders, request } from 'node:http';

/** JSON whose fields are read by name; a missing field reads as undefined. */
export type Json = ReturnType<typeof JSON.parse>;

/** What a test needs of an HTTP answer. */
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  /** The parsed JSON body; undefined when it is not JSON. */
  body: Json;
}

/** A keep-alive connection pool that sends each request exactly once. */
export interface PracticeClient {
  send(
    method: string,
    path: string,
    options?: { key?: string; body?: unknown; rawBody?: string; headers?: Record<string, string> },
  ): Promise<Answer>;
  get(path: string, key?: string): Promise<Answer>;
  post(path: string, body: unknown, key?: string): Promise<Answer>;
  close(): void;
}

/** A client for one base URL, with a key that is used unless a call names another. */
export function makePracticeClient(baseUrl: string, defaultKey?: string): PracticeClient {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const send: PracticeClient['send'] = (method, path, { key, body, rawBody, headers } = {}) =>
    new Promise((resolve, reject) => {
      const payload = rawBody ?? (body === undefined ? undefined : JSON.stringify(body));
      const outgoing = request(
        `${baseUrl}${path}`,
        {
          method,
          agent,
          headers: {
            ...(key === undefined ? {} : { 'X-API-Key': key }),
            ...(payload === undefined
              ? {}
              : { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(payload) }),
            ...headers,
          },
        },
        (incoming) => {
          let text = '';
          incoming.setEncoding('utf8');
          incoming.on('data', (chunk: string) => {
            text += chunk;
          });
          incoming.on('error', reject);
          incoming.on('end', () =>
            resolve({
              status: incoming.statusCode ?? 0,
              headers: incoming.headers,
              text,
              body: parseJson(text),
            }),
          );
        },
      );
      outgoing.on('error', reject);
      outgoing.end(payload);
    });
  return {
    send,
    get: (path, key = defaultKey) => send('GET', path, { key }),
    post: (path, body, key = defaultKey) => send('POST', path, { key, body }),
    close: () => agent.destroy(),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The paths of the guide, in one place. */
export const paths = {
  me: '/integration/me/v1',
  invite: '/integration/interview/candidate/invite/v1',
  jobPosts: '/integration/hiring/job-posts/v1',
  interviewSets: '/integration/hiring/interview-sets/v1',
  projects: '/integration/hiring/projects/v1',
  applications: '/integration/hiring/applications/v1',
  submissions: '/integration/hiring/submissions/v1',
  submission: (id: string) => `/integration/hiring/submissions/${id}/v1`,
  stages: (projectId: string) => `/integration/hiring/projects/${projectId}/stages/v1`,
  move: (id: string) => `/integration/hiring/applications/${id}/move-stage/v1`,
  reject: (id: string) => `/integration/hiring/applications/${id}/reject/v1`,
};

/** Well-formed, and in nobody's organization. */
export const UNKNOWN_ID = '019c0000-0000-7000-8000-000000000000';

/** Every page of a list. */
export async function readAll(client: PracticeClient, path: string): Promise<Json[]> {
  const items: Json[] = [];
  for (let page = 1; ; page += 1) {
    const { body } = await client.get(`${path}${path.includes('?') ? '&' : '?'}limit=100&page=${page}`);
    items.push(...body.data);
    if (items.length >= body.total) return items;
  }
}
