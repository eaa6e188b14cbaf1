/**
 * A server of the few endpoints that a run of invites needs, with limits and outages to order, which says what arrived
 * when. A process of its own, told what to do by its parent (strict-server.mjs).
 */
import { createServer } from 'node:http';
import { createLimit } from './limits.mjs';
import { setTitle } from './practice-process.mjs';
import { createWorkers } from './workers.mjs';

/** @typedef {import('./strict-server.mjs').Arrival} Arrival */

const plan = JSON.parse(process.argv[2]);
const limit = createLimit(plan.limit);
const workers = createWorkers(plan.workers ?? Number.POSITIVE_INFINITY, plan.latencyMs);
const sockets = new Set();
/** @type {Arrival[]} */
const arrivals = [];
const submissions = [];
let inFlight = 0;
/** @type {'none' | 'closed' | '503' | 'reset'} */
let outage = 'none';

const nowMs = () => performance.timeOrigin + performance.now();
const server = createServer(async (request, response) => {
  const atMs = nowMs();
  const { method, url = '' } = request;
  /** @type {Arrival} */
  const arrival = { atMs, method, path: url, status: null, answeredAtMs: null, inFlight: 0, emails: [] };
  arrivals.push(arrival);
  if (outage === 'reset') return request.socket.resetAndDestroy();
  const isInvite = method === 'POST';
  if (isInvite) {
    inFlight += 1;
    here.add(arrival);
    arrival.inFlight = inFlight;
    response.on('close', () => leave(arrival));
  }
  const body = await readBody(request);
  const answer = (status, value, headers = {}) => {
    if (response.destroyed) return;
    if (isInvite) leave(arrival);
    arrival.status = status;
    arrival.answeredAtMs = nowMs();
    const text = JSON.stringify(value);
    const length = String(Buffer.byteLength(text));
    response.writeHead(status, { 'content-type': 'application/json', 'content-length': length, ...headers });
    response.end(text);
  };
  const refuse = (status, headers) =>
    answer(status, { statusCode: status, message: `Status ${status}`, path: url }, headers);
  if (outage === '503') return refuse(503);
  if (!isInvite) return answer(200, readsOf(url));
  if (!limit.admits(atMs)) return refuse(429, toRetryAfter(plan.retryAfter));
  await workers.work();
  // An outage may have come in between: the answer of somebody who was at work is gone with the connection.
  const { candidates } = JSON.parse(body);
  arrival.emails = candidates.map(({ email }) => email);
  for (const { email } of candidates)
    submissions.push({
      id: `sub-${email}`,
      tal_candidate_id: `cand-${email}`,
      com_interview_set_id: plan.setId,
      created_at: new Date().toISOString(),
    });
  limit.release();
  answer(201, { results: candidates.map(toResult) });
});
server.on('connection', (socket) => {
  socket.setNoDelay(true);
  sockets.add(socket);
  socket.on('close', () => sockets.delete(socket));
});

/** The answered ones are no longer here, however long their sockets take. */
const here = new Set();
function leave(arrival) {
  if (here.delete(arrival)) inFlight -= 1;
}

async function readBody(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** The submissions are told truthfully, newest first: a run looks up there what it was not told. */
function readsOf(url) {
  if (url.includes('/integration/me/'))
    return { organization_id: 7, scopes: ['invite_candidates', 'read_hiring'], expires_at: null };
  const words = new URL(url, 'http://127.0.0.1').searchParams;
  const [page, size] = [Number(words.get('page') ?? 1), Number(words.get('limit') ?? 20)];
  const all = url.includes('/interview-sets/')
    ? [{ id: plan.setId, title: setTitle }]
    : url.includes('/submissions/')
      ? submissions.toReversed()
      : [];
  return { data: all.slice((page - 1) * size, page * size), total: all.length, page, limit: size };
}

function toResult({ email, ats_candidate_id: id }) {
  const submission = { id: `sub-${email}` };
  const invitation = { id: `inv-${email}` };
  return {
    email_address: email,
    ats_candidate_id: id,
    tal_candidate_id: `cand-${email}`,
    record_id: `rec-${email}`,
    submission,
    submissions: [submission],
    invitation,
    invitations: [invitation],
  };
}

/** HTTP dates know whole seconds only, so they are rounded up. */
function toRetryAfter({ style, seconds }) {
  if (style === 'none') return {};
  if (style === 'seconds') return { 'retry-after': String(seconds) };
  return { 'retry-after': new Date(Math.ceil(Date.now() / 1000 + seconds) * 1000).toUTCString() };
}

function begin(kind) {
  outage = kind;
  if (kind === 'closed') server.close();
  if (kind !== '503') for (const socket of sockets) socket.resetAndDestroy();
}

async function end() {
  const before = outage;
  outage = 'none';
  if (before === 'closed') await listen(port);
}

const listen = (onPort) => new Promise((resolve) => server.listen(onPort, '127.0.0.1', resolve));
await listen(0);
const { port } = server.address();
const orders = {
  begin: async ({ kind }) => begin(kind),
  end,
  read: async () => arrivals,
};
process.on('message', async (order) => {
  const value = await orders[order.order](order);
  process.send({ no: order.no, atMs: nowMs(), value });
});
process.once('disconnect', () => process.exit(0));
process.send({ no: 0, value: port });
