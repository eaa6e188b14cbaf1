// A write leaves once, whatever happens on a warm connection, and what became of it is told truthfully.
import { afterEach, describe, expect, it } from 'vitest';
import { createFlowmingoClient } from '../../../electron/flowmingo/flowmingo-client';
import { createHttpTransport } from '../../../electron/flowmingo/http-transport';
import { type RawHttpServer, startRawHttpServer, toHttpAnswer } from '../../helpers/raw-http-server';

const invite = {
  com_interview_set_id: 'set-1',
  candidates: [{ email: 'ana@example.com' }],
  send_invite: true,
};
const good = JSON.stringify({
  results: [{ email_address: 'ana@example.com', submission: { id: 's' }, invitation: { id: 'i' } }],
});
const envelope = (status: number, message: string) =>
  JSON.stringify({ statusCode: status, message, timestamp: 'x', path: '/x' });

let server: RawHttpServer | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

/** The first request warms the connection; `misbehave` answers the second, which travels on the same one. */
async function sendOnWarmSocket(misbehave: (socket: import('node:net').Socket) => void) {
  server = await startRawHttpServer((request, socket) => {
    if (request.onConnection === 1) socket.write(toHttpAnswer(201, good));
    else misbehave(socket);
  });
  const transport = createHttpTransport({ connectMs: 2000, firstByteMs: 300, bodyMs: 300 });
  const client = createFlowmingoClient({
    baseUrl: server.baseUrl,
    readKey: async () => 'fl_practice_test.secretsecret',
    transport,
  });
  expect((await client.sendInvite(invite)).kind).toBe('processed');
  const outcome = await client.sendInvite(invite);
  transport.close();
  const onSameSocket = server.requests.filter((request) => request.onConnection === 2).length;
  return { outcome, posts: server.requests.length - 1, onSameSocket };
}

describe('a write on a warm connection', () => {
  const unknown = { kind: 'unknown' };
  const cases: [string, (socket: import('node:net').Socket) => void, object][] = [
    ['a reset', (socket) => socket.resetAndDestroy(), { ...unknown, why: 'answer-lost' }],
    ['a quiet end', (socket) => socket.end(), { ...unknown, why: 'answer-lost' }],
    [
      '408',
      (socket) => socket.end(toHttpAnswer(408, envelope(408, 'Timeout'), { connection: 'close' })),
      { ...unknown, why: 'server-error' },
    ],
    [
      '503',
      (socket) => socket.write(toHttpAnswer(503, envelope(503, 'Busy'), { 'retry-after': '1' })),
      { ...unknown, why: 'server-error' },
    ],
    [
      '500',
      (socket) => socket.write(toHttpAnswer(500, envelope(500, 'Oops'))),
      { ...unknown, why: 'server-error' },
    ],
    [
      'an answer that is cut',
      (socket) => socket.end(toHttpAnswer(201, good).slice(0, -20)),
      { ...unknown, why: 'answer-lost' },
    ],
    [
      'an answer that stalls',
      (socket) => socket.write(toHttpAnswer(201, good).slice(0, -20)),
      { ...unknown, why: 'answer-lost' },
    ],
    ['no answer at all', () => undefined, { ...unknown, why: 'timed-out' }],
    [
      '201 that is not JSON',
      (socket) => socket.write(toHttpAnswer(201, '<html>')),
      { ...unknown, why: 'unreadable' },
    ],
    [
      '201 without results',
      (socket) => socket.write(toHttpAnswer(201, '{}')),
      { ...unknown, why: 'unreadable' },
    ],
    [
      'a proxy’s 404 page',
      (socket) => socket.write(toHttpAnswer(404, '<html>')),
      { ...unknown, why: 'unreadable' },
    ],
    [
      'a redirect',
      (socket) => socket.write(toHttpAnswer(302, '', { location: 'http://127.0.0.1:9/' })),
      { ...unknown, why: 'unreadable' },
    ],
    [
      '400',
      (socket) => socket.write(toHttpAnswer(400, envelope(400, 'candidates must not be empty'))),
      { kind: 'not-processed', why: 'bad-request' },
    ],
    [
      '401',
      (socket) => socket.write(toHttpAnswer(401, envelope(401, 'Unauthorized'))),
      { kind: 'not-processed', why: 'auth' },
    ],
    [
      '403',
      (socket) => socket.write(toHttpAnswer(403, envelope(403, 'Missing scope'))),
      { kind: 'not-processed', why: 'scope' },
    ],
    [
      '404',
      (socket) => socket.write(toHttpAnswer(404, envelope(404, 'Interview set not found'))),
      { kind: 'not-processed', why: 'not-found' },
    ],
    [
      '429',
      (socket) => socket.write(toHttpAnswer(429, 'slow down', { 'retry-after': '7' })),
      { kind: 'not-processed', why: 'rate-limited', retryAfterMs: 7000 },
    ],
  ];
  it.each(cases)('%s: one POST, classified', async (_, misbehave, expected) => {
    const { outcome, posts, onSameSocket } = await sendOnWarmSocket(misbehave);
    expect(outcome).toMatchObject(expected);
    expect(posts).toBe(1);
    expect(onSameSocket).toBe(1);
  });
});

describe('a write that cannot leave', () => {
  it('says so when nobody listens', async () => {
    server = await startRawHttpServer(() => undefined);
    const { baseUrl } = server;
    await server.close();
    const client = createFlowmingoClient({
      baseUrl,
      readKey: async () => 'k',
      transport: createHttpTransport(),
    });
    expect(await client.sendInvite(invite)).toMatchObject({
      kind: 'not-processed',
      why: 'offline',
      message: 'ECONNREFUSED',
    });
  });

  it('says so when the key cannot be read', async () => {
    const readKey = async () => Promise.reject(new Error('keychain locked'));
    const client = createFlowmingoClient({
      baseUrl: 'http://127.0.0.1:9',
      readKey,
      transport: createHttpTransport(),
    });
    expect(await client.sendInvite(invite)).toMatchObject({ kind: 'not-processed', why: 'auth' });
  });
});

describe('what a write carries', () => {
  it('the key in its header and nowhere else, JSON, and the explicit send_invite', async () => {
    server = await startRawHttpServer((_, socket) => socket.write(toHttpAnswer(201, good)));
    const transport = createHttpTransport();
    const client = createFlowmingoClient({
      baseUrl: `${server.baseUrl}/company`,
      readKey: async () => 'fl_practice_a.b',
      transport,
    });
    await client.sendInvite(invite);
    transport.close();
    const request = server.requests[0];
    expect(request?.head).toMatch(
      /^POST \/company\/integration\/interview\/candidate\/invite\/v1 HTTP\/1\.1/,
    );
    expect(request?.head).toMatch(/x-api-key: fl_practice_a\.b/);
    expect(JSON.parse(request?.body ?? '')).toEqual(invite);
  });
});

describe('a write after a rest', () => {
  it('travels on a new connection, since the server may be about to close the old one', async () => {
    let letGo: () => void = () => undefined;
    const whenLetGo = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    server = await startRawHttpServer((request, socket) => {
      if (request.connection === 1) socket.once('close', letGo);
      socket.write(toHttpAnswer(201, good));
    });
    const transport = createHttpTransport({ connectMs: 2000, firstByteMs: 3000, bodyMs: 300 });
    const client = createFlowmingoClient({
      baseUrl: server.baseUrl,
      readKey: async () => 'fl_practice_test.secretsecret',
      transport,
    });
    expect((await client.sendInvite(invite)).kind).toBe('processed');
    // The client lets go by itself, within the 2 s of the most impatient servers; the connection was quick enough to be used twice before.
    expect((await client.sendInvite(invite)).kind).toBe('processed');
    await whenLetGo;
    expect((await client.sendInvite(invite)).kind).toBe('processed');
    transport.close();
    expect(server.requests.map(({ connection }) => connection)).toEqual([1, 1, 2]);
  });

  it('is given all its time on a connection that was idle before', async () => {
    server = await startRawHttpServer((request, socket) => {
      if (request.onConnection === 1) socket.write(toHttpAnswer(201, good));
      else setTimeout(() => socket.write(toHttpAnswer(201, good)), 1900);
    });
    const transport = createHttpTransport({ connectMs: 2000, firstByteMs: 5000, bodyMs: 300 });
    const client = createFlowmingoClient({
      baseUrl: server.baseUrl,
      readKey: async () => 'fl_practice_test.secretsecret',
      transport,
    });
    expect((await client.sendInvite(invite)).kind).toBe('processed');
    expect((await client.sendInvite(invite)).kind).toBe('processed');
    transport.close();
    expect(server.requests).toHaveLength(2);
  });
});
