// A Flowmingo of a few lines over TLS that counts every request by the person in it and misbehaves exactly where it is told to. A person
// is an address: in an invite's body, and where an add, a move or a rejection has the id of a candidate or an application.
import { readFileSync } from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import tls from 'node:tls';

export interface KeyPair {
  readonly keyPath: string;
  readonly certPath: string;
}

/** A connection, encrypted and below that, for those who want to reset it. */
export interface Connection {
  readonly secure: tls.TLSSocket;
  readonly raw: net.Socket;
  requestCount: number;
}

/** A write as the server got it. */
export interface ReceivedWrite {
  readonly email: string;
  /** The body of a good answer to it. */
  readonly goodBody: string;
  /** 1 for the first request on its connection; more: the connection was warm. */
  readonly onConnection: number;
  readonly atMs: number;
}

export interface FaultyServer {
  readonly baseUrl: string;
  readonly writes: ReceivedWrite[];
  /** Requests of which only a part was read. */
  partial(): number;
  /** From now on nothing is read from the connections that there are; a moment later they are reset. Answers how many there were. */
  resetUnread(): number;
  close(): Promise<void>;
}

/** Long enough for a request that is written at once to have arrived, and to lie there unread. */
const unreadMs = 30;

const json = (body: object) => JSON.stringify(body);

/** `strike` answers true where it has dealt with the write itself, false for a good answer. */
export async function startFaultyServer(
  pair: KeyPair,
  strike: (write: ReceivedWrite, connection: Connection) => boolean,
): Promise<FaultyServer> {
  const secureContext = tls.createSecureContext({
    key: readFileSync(pair.keyPath),
    cert: readFileSync(pair.certPath),
  });
  const connections = new Set<Connection>();
  const unfinished = new Map<Connection, string>();
  const writes: ReceivedWrite[] = [];
  let partialCount = 0;
  const server = net.createServer((raw) => {
    const secure = new tls.TLSSocket(raw, { isServer: true, secureContext });
    const connection: Connection = { secure, raw, requestCount: 0 };
    connections.add(connection);
    const over = () => {
      if ((unfinished.get(connection) ?? '') !== '') partialCount += 1;
      unfinished.delete(connection);
      connections.delete(connection);
    };
    raw.on('close', over).on('error', () => undefined);
    secure.on('error', () => undefined);
    secure.on('data', (chunk: Buffer) => {
      const text = (unfinished.get(connection) ?? '') + chunk.toString('utf8');
      const request = toWholeRequest(text);
      unfinished.set(connection, request === null ? text : '');
      if (request !== null) answer(connection, request);
    });
  });
  const answer = (connection: Connection, { head, body }: { head: string; body: string }) => {
    connection.requestCount += 1;
    if (!head.startsWith('POST ')) {
      connection.secure.write(toReadAnswer(head));
      return;
    }
    const write = { ...toWrite(head, body), onConnection: connection.requestCount, atMs: Date.now() };
    writes.push(write);
    if (!strike(write, connection)) connection.secure.write(toHttpText(201, write.goodBody));
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    baseUrl: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    writes,
    partial: () => partialCount,
    resetUnread: () => {
      const now = [...connections];
      for (const { secure } of now) secure.pause();
      setTimeout(() => {
        for (const { raw } of now) raw.resetAndDestroy();
      }, unreadMs);
      return now.length;
    },
    close: () =>
      new Promise((resolve) => {
        for (const { raw } of connections) raw.destroy();
        server.close(() => resolve());
      }),
  };
}

/** A whole HTTP/1.1 answer that leaves the connection open. */
export function toHttpText(
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): string {
  const all = {
    date: new Date().toUTCString(),
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return `HTTP/1.1 ${status} X\r\n${lines.join('\r\n')}\r\n\r\n${body}`;
}

/** The API's own error envelope (API guide, 7). */
export function toEnvelope(statusCode: number, message: string): string {
  return json({ statusCode, message, timestamp: new Date().toISOString(), path: '/x' });
}

/** Who a write is about, and a good answer to it (API guide, 3.3 and 5). */
function toWrite(head: string, body: string): { email: string; goodBody: string } {
  const asked = JSON.parse(body) as {
    candidates?: [{ email: string }];
    tal_candidate_id?: string;
    com_project_id?: string;
    com_stage_id?: string;
  };
  if (asked.candidates !== undefined) {
    const { email } = asked.candidates[0];
    return { email, goodBody: toInvited(email) };
  }
  const { com_project_id, com_stage_id, tal_candidate_id: candidate } = asked;
  if (candidate !== undefined)
    return {
      email: candidate,
      goodBody: json({
        id: `app-${candidate}`,
        com_project_id,
        com_job_post_id: null,
        com_stage_id,
        status: 1,
      }),
    };
  const [, id, verb] = /\/applications\/([^/]+)\/(move-stage|reject)\/v1/.exec(head) ?? [];
  const email = decodeURIComponent(id ?? '');
  return {
    email,
    goodBody: json(verb === 'reject' ? { id: email, status: 'rejected' } : { id: email, com_stage_id }),
  };
}

/** A good answer to an invite of one person (API guide, 3.3). */
function toInvited(email: string): string {
  const submission = { id: `sub-${email}`, email };
  const invitation = { id: `inv-${email}`, email, status_text: 'pending' };
  const all = { submission, submissions: [submission], invitation, invitations: [invitation] };
  return json({ results: [{ email_address: email, tal_candidate_id: `cand-${email}`, ...all }] });
}

/** The key is good and may write; it may not read, so nothing can be looked up (API guide, 2.4 and 7). */
function toReadAnswer(head: string): string {
  return head.includes('/integration/me/v1')
    ? toHttpText(
        200,
        json({ organization_id: 7, scopes: ['invite_candidates', 'write_pipeline'], expires_at: null }),
      )
    : toHttpText(403, toEnvelope(403, 'Missing scope: read_hiring'));
}

function toWholeRequest(text: string): { head: string; body: string } | null {
  const headEnd = text.indexOf('\r\n\r\n');
  if (headEnd === -1) return null;
  const head = text.slice(0, headEnd);
  const body = text.slice(headEnd + 4);
  const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
  return Buffer.byteLength(body) < length ? null : { head, body };
}
