import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PracticeFaults } from '../../electron/practice/faults';
import { type PracticeServer, startPracticeServer } from '../../electron/practice/practice-server';
import { type Answer, makePracticeClient, type PracticeClient, paths } from './practice-client';

let server: PracticeServer;
let client: PracticeClient;
let setId: string;

beforeEach(async () => {
  server = await startPracticeServer({ candidates: 5 });
  client = makePracticeClient(server.url, server.keys.full);
  setId = (await client.get(paths.interviewSets)).body.data[0].id;
});

afterEach(async () => {
  client.close();
  await server.close();
});

type Outcome = Answer | 'no answer';

async function invite(email: string): Promise<Outcome> {
  const body = { com_interview_set_id: setId, candidates: [{ email }], send_invite: true };
  return client.post(paths.invite, body).catch(() => 'no answer' as const);
}

function toStatus(outcome: Outcome): number | 'no answer' {
  return outcome === 'no answer' ? outcome : outcome.status;
}

async function inviteMany(count: number): Promise<(number | 'no answer')[]> {
  const statuses: (number | 'no answer')[] = [];
  for (let index = 1; index <= count; index += 1)
    statuses.push(toStatus(await invite(`person${index}@example.com`)));
  return statuses;
}

function emailedPeople(): string[] {
  return server.record.emailsSent.map(({ email }) => email);
}

type Failure = NonNullable<PracticeFaults['failures']>[number];

describe('failures', () => {
  const cases: [Failure, number | 'no answer', isProcessed: boolean][] = [
    [{ kind: 'server-error' }, 500, false],
    [{ kind: 'server-error', status: 502, moment: 'after' }, 502, true],
    [{ kind: 'server-error', status: 503, moment: 'before' }, 503, false],
    [{ kind: 'request-timeout' }, 408, false],
    [{ kind: 'request-timeout', moment: 'after' }, 408, true],
    [{ kind: 'html-body' }, 502, false],
    [{ kind: 'html-body', status: 504, moment: 'after' }, 504, true],
    [{ kind: 'redirect' }, 307, false],
    [{ kind: 'reset' }, 'no answer', false],
    [{ kind: 'reset', moment: 'after' }, 'no answer', true],
    [{ kind: 'close' }, 'no answer', false],
    [{ kind: 'close', moment: 'after' }, 'no answer', true],
    [{ kind: 'cut-answer' }, 'no answer', true],
    [{ kind: 'cut-answer', moment: 'before' }, 'no answer', false],
    [{ kind: 'garbled-json' }, 201, true],
    [{ kind: 'empty-body' }, 201, true],
  ];
  it.each(cases)(
    '%j: the client sees %s; processed and recorded: %s',
    async (failure, status, isProcessed) => {
      server.setFaults({ failures: [{ ...failure, requestNumbers: [2] }] });
      expect(await inviteMany(3)).toEqual([201, status, 201]);
      expect(emailedPeople()).toEqual(isProcessed ? [1, 2, 3].map(toAddress) : [1, 3].map(toAddress));
      const hit = server.record.requests.at(-2);
      expect(hit).toMatchObject({ isProcessed, fault: expect.stringContaining(failure.kind) });
      expect(server.record.requests.at(-1)).toMatchObject({ isProcessed: true, fault: null, status: 201 });
    },
  );

  const toAddress = (number: number): string => `person${number}@example.com`;

  it('a cut answer has whole headers that promise more than comes', async () => {
    server.setFaults({ failures: [{ kind: 'cut-answer', requestNumbers: [1] }] });
    await expect(invite('cut@example.com')).resolves.toBe('no answer');
    expect(server.record.requests.at(-1)).toMatchObject({
      status: 201,
      isProcessed: true,
      fault: 'cut-answer after',
    });
  });

  it('a garbled answer is 2xx JSON by its headers and no JSON in its body', async () => {
    server.setFaults({ failures: [{ kind: 'garbled-json' }] });
    const answer = (await invite('garbled@example.com')) as Answer;
    expect(answer.headers['content-type']).toMatch(/json/);
    expect(answer.text).toMatch(/^\{"results":/);
    expect(answer.body).toBeUndefined();
  });

  it("an html body is a proxy's page, not the API's envelope", async () => {
    server.setFaults({ failures: [{ kind: 'html-body' }] });
    const answer = (await invite('html@example.com')) as Answer;
    expect(answer.headers['content-type']).toBe('text/html');
    expect(answer.text).toContain('<html>');
  });

  it('a stalled answer begins, is processed, and never ends', async () => {
    server.setFaults({ failures: [{ kind: 'stalled-answer' }] });
    const outcome = invite('stalled@example.com');
    const first = await Promise.race([outcome, client.get(paths.me).then(() => 'still waiting')]);
    expect(first).toBe('still waiting');
    await server.close();
    expect(await outcome).toBe('no answer');
    expect(emailedPeople()).toEqual(['stalled@example.com']);
  });

  it.each(['before', 'after'] as const)(
    'a hang (%s) never answers, and ends with the server',
    async (moment) => {
      server.setFaults({ failures: [{ kind: 'hang', moment }] });
      const outcome = invite('hang@example.com');
      const first = await Promise.race([outcome, client.get(paths.me).then(() => 'still waiting')]);
      expect(first).toBe('still waiting');
      await server.close();
      expect(await outcome).toBe('no answer');
      expect(server.record.emailsSent).toHaveLength(moment === 'after' ? 1 : 0);
      expect(server.record.requests.find(({ method }) => method === 'POST')?.status).toBeNull();
    },
  );

  it('hit writes by default, reads or all requests when asked', async () => {
    server.setFaults({ failures: [{ kind: 'server-error' }] });
    expect([(await client.get(paths.me)).status, ...(await inviteMany(1))]).toEqual([200, 500]);
    server.setFaults({ failures: [{ kind: 'server-error', appliesTo: 'reads' }] });
    expect([(await client.get(paths.me)).status, ...(await inviteMany(1))]).toEqual([500, 201]);
    server.setFaults({ failures: [{ kind: 'server-error', appliesTo: 'all' }] });
    expect([(await client.get(paths.me)).status, ...(await inviteMany(1))]).toEqual([500, 500]);
  });

  it('hit every nth request, counted from when the faults were set', async () => {
    await inviteMany(1);
    server.setFaults({ failures: [{ kind: 'server-error', everyNth: 3 }] });
    expect(await inviteMany(7)).toEqual([201, 201, 500, 201, 201, 500, 201]);
  });

  it('hit a share of the requests, the same ones for the same seed', async () => {
    const faults: PracticeFaults = { failures: [{ kind: 'server-error', share: 0.2 }] };
    server.setFaults(faults);
    const first = await inviteMany(100);
    server.setFaults(faults);
    expect(await inviteMany(100)).toEqual(first);
    const failed = first.filter((status) => status === 500).length;
    expect(failed).toBeGreaterThan(8);
    expect(failed).toBeLessThan(35);
  });

  it('the first that matches is the one that happens', async () => {
    server.setFaults({
      failures: [{ kind: 'server-error', status: 503, requestNumbers: [2] }, { kind: 'html-body' }],
    });
    expect(await inviteMany(3)).toEqual([502, 503, 502]);
  });
});

describe('429', () => {
  it('a storm refuses the next requests after the first ones, with Retry-After, and processes none of them', async () => {
    server.setFaults({ storm: { afterRequests: 2, count: 3, retryAfterSeconds: 7 } });
    expect(await inviteMany(2)).toEqual([201, 201]);
    const answer = (await invite('storm@example.com')) as Answer;
    expect(answer.headers['retry-after']).toBe('7');
    expect(answer.body).toEqual({
      statusCode: 429,
      message: 'Too Many Requests',
      timestamp: expect.any(String),
      path: `/company${paths.invite}`,
    });
    expect(await inviteMany(3)).toEqual([429, 429, 201]);
    expect(server.record.emailsSent).toHaveLength(3);
  });

  it('the record tells how much too early a request came', async () => {
    server.setFaults({ storm: { afterRequests: 0, count: 1, retryAfterSeconds: 60 } });
    await inviteMany(2);
    const [refused, early] = server.record.requests.slice(-2);
    expect(refused).toMatchObject({ status: 429, fault: 'storm', isProcessed: false, earlyByMs: 0 });
    expect(early?.earlyByMs).toBeGreaterThan(50_000);
  });

  it('a rate limit lets a burst through and refuses the rest', async () => {
    server.setFaults({ rateLimit: { perSecond: 0.001, burst: 4, retryAfterSeconds: 2 } });
    expect(await inviteMany(6)).toEqual([201, 201, 201, 201, 429, 429]);
    expect((await client.get(paths.me)).status).toBe(429);
  });

  it('Retry-After can be a date, which is never earlier than the wait, or be missing', async () => {
    server.setFaults({ storm: { afterRequests: 0, count: 1, retryAfterSeconds: 5, style: 'date' } });
    const askedAtMs = Date.now();
    const { headers } = (await invite('date@example.com')) as Answer;
    const untilMs = Date.parse(headers['retry-after'] ?? '');
    expect(untilMs - askedAtMs).toBeGreaterThanOrEqual(5_000);
    expect(untilMs - askedAtMs).toBeLessThan(8_000);
    server.setFaults({ storm: { afterRequests: 0, count: 1, style: 'none' } });
    const bare = (await invite('none@example.com')) as Answer;
    expect([bare.status, bare.headers['retry-after']]).toEqual([429, undefined]);
  });
});

describe('time', () => {
  it('latency applies to every request', async () => {
    server.setFaults({ latencyMs: 40 });
    const startedAtMs = performance.now();
    await client.get(paths.me);
    expect(performance.now() - startedAtMs).toBeGreaterThanOrEqual(38);
  });

  it('a range of latency stays inside the range', async () => {
    server.setFaults({ latencyMs: { fromMs: 10, toMs: 30 } });
    for (let round = 0; round < 5; round += 1) {
      const startedAtMs = performance.now();
      await client.get(paths.me);
      expect(performance.now() - startedAtMs).toBeGreaterThanOrEqual(8);
    }
  });

  it('a read lag hides what is new, and only that', async () => {
    const before = (await client.get(paths.submissions)).body.total;
    server.setFaults({ readLagMs: 3_600_000 });
    const { submission } = ((await invite('lag@example.com')) as Answer).body.results[0];
    expect((await client.get(paths.submissions)).body.total).toBe(before);
    expect((await client.get(paths.submission(submission.id))).status).toBe(404);
    server.setFaults({});
    expect((await client.get(paths.submissions)).body.total).toBe(before + 1);
    expect((await client.get(paths.submission(submission.id))).status).toBe(200);
  });
});

describe('from another process', () => {
  it('GET /practice/record tells what the server knows, without a key', async () => {
    await inviteMany(2);
    const outside = makePracticeClient(server.url.replace('/company', ''));
    const { status, body } = await outside.get('/practice/record');
    expect(status).toBe(200);
    expect(body.invitesByEmail['person1@example.com']).toEqual([{ setId, projectId: null, times: 1 }]);
    expect(body.emailsSent).toHaveLength(2);
    expect(body.requests.at(-1)).toMatchObject({
      method: 'POST',
      path: `/company${paths.invite}`,
      keyPrefix: server.keys.full.split('.')[0],
      body: { candidates: [{ email: 'person2@example.com' }] },
      status: 201,
      isProcessed: true,
      fault: null,
    });
    for (const key of Object.values(server.keys))
      expect(JSON.stringify(body)).not.toContain(key.split('.')[1]);
    outside.close();
  });

  it('POST /practice/faults changes the faults at once, and refuses what it does not understand', async () => {
    const outside = makePracticeClient(server.url.replace('/company', ''));
    expect((await outside.post('/practice/faults', { failures: [{ kind: 'server-error' }] })).status).toBe(
      200,
    );
    expect(await inviteMany(1)).toEqual([500]);
    const refused = await outside.post('/practice/faults', { failures: [{ kind: 'earthquake' }] });
    expect([refused.status, refused.body.message]).toEqual([400, expect.stringContaining('kind')]);
    expect((await outside.send('POST', '/practice/faults', { rawBody: '{' })).status).toBe(400);
    expect(await inviteMany(1)).toEqual([500]);
    outside.close();
  });

  it('both can be switched off', async () => {
    const own = await startPracticeServer({ hasTrainingEndpoints: false });
    const outside = makePracticeClient(own.url.replace('/company', ''));
    expect((await outside.get('/practice/record')).status).toBe(404);
    expect((await outside.post('/practice/faults', {})).status).toBe(404);
    outside.close();
    await own.close();
  });
});
