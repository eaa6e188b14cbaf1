// The API client: what can be asked of Flowmingo, for one workspace. A write is sent once and classified; a read may be asked again, since it changes nothing.
// The key is fetched for each request and goes into the X-API-Key header only.
import { z } from 'zod';
import { AppError } from '../../shared/errors/app-error';
import type { Scope } from '../../shared/workspaces/workspace';
import type { ApplicationList, RecordList } from '../operations/look-up';
import type { ProbeAnswer } from '../operations/operation';
import { classifyWrite, parseJson, readErrorMessage } from './classify-write';
import type { Exchange, HttpAnswer, HttpTransport } from './http-transport';
import { type InviteAnswer, type InviteRequest, inviteAnswerSchema } from './invite-request';
import {
  type ListName,
  type ListPage,
  maxTitleChars,
  type TitledEntry,
  toApplicationEntry,
  toListPage,
  toTitledEntry,
} from './pipeline-lists';
import {
  type PipelineAnswer,
  type PipelineRequest,
  pipelineAnswerSchema,
  toPipelinePath,
} from './pipeline-request';
import { endOfListCodes, pageLimit, readAllRecords, readWholeList } from './record-list';
import { parseRetryAfter } from './retry-after';
import type { WriteOutcome } from './write-outcome';

/** What `GET /me` says (API guide, 2.4). Scopes may hold ones that the guide reserves. */
const meSchema = z.looseObject({
  organization_id: z.number().nullish(),
  scopes: z.array(z.string()).nullish(),
  expires_at: z.union([z.string(), z.number()]).nullish(),
});
export interface Me {
  readonly organizationId: number | null;
  readonly scopes: readonly string[];
  readonly expiresAtMs: number | null;
}

const listItemSchema = z.looseObject({
  id: z.string(),
  title: z
    .string()
    .transform((title) => title.slice(0, maxTitleChars))
    .nullish(),
  com_project_id: z.string().nullish(),
});
export type ListItem = z.infer<typeof listItemSchema>;
const pageSchema = z.looseObject({ data: z.array(listItemSchema), total: z.number().nullish() });

export type TargetList = 'interview-sets' | 'projects' | 'job-posts';

export interface FlowmingoClient {
  /** @throws AppError `key/not-accepted`, `key/no-access`, `api/…`. */
  readMe(): Promise<Me>;
  /** Every page of a list (guide 4.1, 4.2, 4.2.1). @throws AppError. */
  listAll(list: TargetList): Promise<ListItem[]>;
  /** The submissions of a set, or of one candidate in it (guide 4.5). @throws AppError. */
  listSubmissions(filter: { readonly setId: string; readonly candidateId?: string }): Promise<RecordList>;
  /** The applications of a project (guide 4.3). @throws AppError. */
  listApplications(filter: {
    readonly projectId: string;
    readonly jobPostId: string | null;
  }): Promise<RecordList>;
  /** All applications of a project, with their stages (guide 4.3). @throws AppError. */
  readPipeline(projectId: string): Promise<ApplicationList>;
  /** One page of a list, 1-based, of up to 100 entries; a page behind the last one is empty. @throws AppError. */
  readPage(list: ListName, page: number): Promise<ListPage>;
  /** The stages of a project in pipeline order (guide 4.6). @throws AppError. */
  readStages(projectId: string): Promise<readonly TitledEntry[]>;
  /** Asks `GET /me` once, for at most 5 s: whether Flowmingo answers as it should. Never rejects. */
  probe(): Promise<ProbeAnswer>;
  /** Sends once, whatever happens (guide 3). Never rejects for what the network or the API does. */
  sendInvite(request: InviteRequest): Promise<WriteOutcome<InviteAnswer>>;
  /** The same for add, move and reject (guide 5). */
  sendPipeline(request: PipelineRequest): Promise<WriteOutcome<PipelineAnswer>>;
}

export interface FlowmingoClientOptions {
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly readKey: () => Promise<string>;
  readonly transport: HttpTransport;
  readonly wait?: (ms: number) => Promise<void>;
}

/** 100,000 applications: more than any project that a person can look at. */
const maxPipelinePages = 1000;
/** A list of targets longer than this is not one that a person can choose from; the bound stops a server that pages for ever. */
const maxPages = 200;
/** A read is asked at most three times, and waits at most 20 s for a Retry-After: somebody is looking at the screen. */
const readTries = 3;
const maxReadWaitMs = 20_000;
/** A server that is well answers `GET /me` in well under a second. */
const probeMs = 5000;

/** A client for one base URL and one key. */
export function createFlowmingoClient(options: FlowmingoClientOptions): FlowmingoClient {
  const { baseUrl, readKey, transport } = options;
  const wait = options.wait ?? ((ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)));

  const exchange = async (
    method: 'GET' | 'POST',
    path: string,
    body: string | null,
    firstByteMs?: number,
  ): Promise<Exchange> => {
    const headers: Record<string, string> = { 'x-api-key': await readKey(), accept: 'application/json' };
    if (body !== null) headers['content-type'] = 'application/json';
    return transport.exchange({ method, url: new URL(baseUrl + path), headers, body, firstByteMs });
  };

  const readAnswer = async (path: string, scope: Scope | null): Promise<HttpAnswer> => {
    for (let attempt = 1; ; attempt += 1) {
      const result = await exchange('GET', path, null);
      if (result.kind === 'answered' && result.status === 200) return result;
      const waitMs = waitBeforeReadingAgain(result, attempt);
      if (waitMs === null || attempt >= readTries) throw toReadError(result, scope);
      await wait(waitMs);
    }
  };
  const readJson = async <Body>(
    path: string,
    schema: z.ZodType<Body>,
    scope: Scope | null,
  ): Promise<Body> => {
    const parsed = schema.safeParse(parseJson((await readAnswer(path, scope)).bodyText));
    if (parsed.success) return parsed.data;
    throw new AppError('api/unreadable');
  };
  type Query = Readonly<Record<string, string | undefined>>;
  const pageReader = (path: string, query: Query) => (page: number) => {
    const words = new URLSearchParams({ page: String(page), limit: String(pageLimit) });
    for (const [name, value] of Object.entries(query)) if (value !== undefined) words.set(name, value);
    return readAnswer(`${path}?${words}`, 'read_hiring');
  };
  const readRecords = (path: string, query: Query) => readAllRecords(pageReader(path, query), query);
  const write = async <Body>(
    path: string,
    body: unknown,
    schema: z.ZodType<Body>,
  ): Promise<WriteOutcome<Body>> => {
    let result: Exchange;
    try {
      result = await exchange('POST', path, JSON.stringify(body));
    } catch (error) {
      // Only the key's reading can fail here, before anything was sent.
      const message = error instanceof Error ? error.message : String(error);
      return { kind: 'not-processed', why: 'auth', message, retryAfterMs: null, raw: null };
    }
    return classifyWrite(result, schema, Date.now());
  };

  return {
    async readMe() {
      const me = await readJson('/integration/me/v1', meSchema, null);
      const expiresAtMs = me.expires_at == null ? Number.NaN : new Date(me.expires_at).getTime();
      return {
        organizationId: me.organization_id ?? null,
        scopes: me.scopes ?? [],
        expiresAtMs: Number.isNaN(expiresAtMs) ? null : expiresAtMs,
      };
    },
    async listAll(list) {
      const items = new Map<string, ListItem>();
      for (let page = 1; page <= maxPages; page += 1) {
        const answer = await readJson(
          `/integration/hiring/${list}/v1?page=${page}&limit=${pageLimit}`,
          pageSchema,
          'read_hiring',
        );
        const heldBefore = items.size;
        for (const item of answer.data) items.set(item.id, item);
        const isLast = answer.total != null && items.size >= answer.total;
        if (isLast || items.size === heldBefore) break;
      }
      return [...items.values()];
    },
    listSubmissions: ({ setId, candidateId }) =>
      readRecords('/integration/hiring/submissions/v1', {
        com_interview_set_id: setId,
        tal_candidate_id: candidateId,
      }),
    listApplications: ({ projectId, jobPostId }) =>
      readRecords('/integration/hiring/applications/v1', {
        com_project_id: projectId,
        com_job_post_id: jobPostId ?? undefined,
      }),
    async probe() {
      try {
        return toProbeAnswer(await exchange('GET', '/integration/me/v1', null, probeMs));
      } catch (error) {
        return { kind: 'no-key', detail: error instanceof Error ? error.message : String(error) };
      }
    },
    readPipeline: async (projectId) => {
      const query = { com_project_id: projectId };
      const { items, isWhole } = await readWholeList(
        pageReader('/integration/hiring/applications/v1', query),
        {
          target: query,
          maxPages: maxPipelinePages,
        },
      );
      return { applications: items.map(toApplicationEntry), isWhole };
    },
    readPage: async (list, page) => {
      const answer = await pageReader(
        `/integration/hiring/${list}/v1`,
        {},
      )(page).catch((error: unknown) => {
        if (page > 1 && error instanceof AppError && endOfListCodes.has(error.code)) return null;
        throw error;
      });
      if (answer === null) return { items: [], total: null };
      return needPage(answer);
    },
    readStages: async (projectId) => {
      const path = `/integration/hiring/projects/${encodeURIComponent(projectId)}/stages/v1`;
      return needPage(await readAnswer(path, 'read_hiring')).items.map(toTitledEntry);
    },
    sendInvite: (request) => write('/integration/interview/candidate/invite/v1', request, inviteAnswerSchema),
    sendPipeline: (request) =>
      write(toPipelinePath(request), request.kind === 'reject' ? {} : request.body, pipelineAnswerSchema),
  };
}

function needPage(answer: HttpAnswer): ListPage {
  const page = toListPage(parseJson(answer.bodyText));
  if (page === null) throw new AppError('api/unreadable');
  return page;
}

/** Up is a server that answers as itself, even where it has another complaint than being busy. */
function toProbeAnswer(result: Exchange): ProbeAnswer {
  if (result.kind === 'failed') return { kind: 'down', retryAfterMs: null, detail: result.message };
  const detail = readErrorMessage(result) ?? `Status ${result.status}`;
  const retryAfterMs = parseRetryAfter(result.headers, Date.now());
  if (result.status === 429) return { kind: 'told-to-wait', retryAfterMs, detail };
  if (result.kind === 'cut') return { kind: 'down', retryAfterMs: null, detail: result.message };
  if (result.status === 401 && readErrorMessage(result) !== null) return { kind: 'no-key', detail };
  const isMe = result.status === 200 && meSchema.safeParse(parseJson(result.bodyText)).success;
  return isMe
    ? { kind: 'up' }
    : { kind: 'down', retryAfterMs: result.status >= 500 ? retryAfterMs : null, detail };
}

/** How long to wait before a read is asked again, in ms; null where asking again would not help. */
function waitBeforeReadingAgain(result: Exchange, attempt: number): number | null {
  const backoffMs = 300 * 2 ** attempt;
  if (result.kind === 'failed')
    return result.why === 'not-trusted' || !result.requestMayHaveLeft ? null : backoffMs;
  if (result.status === 429) {
    const askedMs = parseRetryAfter(result.headers, Date.now()) ?? backoffMs;
    return askedMs <= maxReadWaitMs ? askedMs : null;
  }
  return result.kind === 'cut' || result.status >= 500 ? backoffMs : null;
}

function toReadError(result: Exchange, scope: Scope | null): AppError {
  if (result.kind === 'failed') {
    const cause = new Error(result.message);
    if (result.why === 'proxy') return new AppError('api/proxy', { message: result.message }, { cause });
    return result.why === 'not-trusted'
      ? new AppError('api/not-trusted', {}, { cause })
      : new AppError('api/no-network', {}, { cause });
  }
  const message = readErrorMessage(result) ?? `status ${result.status}`;
  const cause = new Error(`${result.status}: ${message}`);
  if (result.status === 429) {
    const seconds = Math.ceil((parseRetryAfter(result.headers, Date.now()) ?? 60_000) / 1000);
    return new AppError('api/rate-limited', { seconds }, { cause });
  }
  if (result.kind === 'cut') return new AppError('api/unreadable', {}, { cause });
  if (result.status === 401) return new AppError('key/not-accepted', {}, { cause });
  if (result.status === 403) {
    return scope === null
      ? new AppError('key/no-access', {}, { cause })
      : new AppError('api/scope-missing', { scope }, { cause });
  }
  const isOfApi = readErrorMessage(result) !== null;
  if (result.status === 404 && isOfApi) return new AppError('api/not-found', { message }, { cause });
  if (result.status >= 500) return new AppError('api/server-error', { status: result.status }, { cause });
  if (isOfApi) return new AppError('api/refused', { message }, { cause });
  return new AppError('api/unreadable', {}, { cause });
}
