// @vitest-environment node
import { MessageChannel } from 'node:worker_threads';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { serveSession } from '../../../../renderer/worker/serve-session';
import type { MessageEnd } from '../../../../renderer/worker/session-rpc';
import { type EndableWorker, WorkerClient } from '../../../../renderer/worker/worker-client';

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** The session at the other end of a real message channel: what cannot be cloned fails here too. */
function startSession(): EndableWorker {
  const { port1, port2 } = new MessageChannel();
  serveSession(port2 as unknown as MessageEnd);
  port1.start();
  port2.start();
  const end = () => {
    port1.close();
    port2.close();
  };
  ends.push(end);
  return Object.assign(port1 as unknown as EndableWorker, { terminate: end });
}

/** A worker that never answers by itself; `send` makes it say something. */
function startSilentWorker() {
  const listeners = new Map<string, (event: never) => void>();
  let isEnded = false;
  const worker: EndableWorker = {
    postMessage: () => undefined,
    terminate: () => {
      isEnded = true;
    },
    addEventListener: (type: string, listener: (event: never) => void) => listeners.set(type, listener),
  };
  const send = (type: 'message' | 'error', event: object) => listeners.get(type)?.(event as never);
  return { worker, send, wasEnded: () => isEnded };
}

const people = new TextEncoder().encode('email,first name\nada@example.com,Ada\nlin@example.com,Lin\n');

describe('the window’s end of the worker', () => {
  it('starts the worker ahead, once, and tells it what is set for all sheets', async () => {
    const start = vi.fn(startSession);
    const client = new WorkerClient(start);
    client.takeRules({ nameOrder: 'first-word-is-family', invitedAgainAfterDays: null });
    client.start();
    client.start();
    expect(start).toHaveBeenCalledTimes(1);
    await client.ask('open', new TextEncoder().encode('email,name\na@example.com,Kern Ada\n'), 'people.csv');
    expect((await client.ask('columns')).nameOrder).toBe('first-word-is-family');
    expect(start).toHaveBeenCalledTimes(1);
  });

  it('asks and gets answers, several at once', async () => {
    const client = new WorkerClient(startSession);
    const [file, columns, check] = await Promise.all([
      client.ask('open', people, 'people.csv'),
      client.ask('columns'),
      client.ask('check'),
    ]);
    expect(file.table?.peopleCount).toBe(2);
    expect(columns.canInvite).toBe(true);
    expect(check.willBeSent).toBe(2);
  });

  it('rejects a call that fails, and goes on with the next', async () => {
    const client = new WorkerClient(startSession);
    await expect(client.ask('columns')).rejects.toThrow('No file is open.');
    await expect(client.ask('open', people, 'people.csv')).resolves.toMatchObject({ fileName: 'people.csv' });
  });

  it('stops at once: the waiting call is rejected, and the next one starts with a new worker', async () => {
    let started = 0;
    const client = new WorkerClient(() => {
      started += 1;
      return startSession();
    });
    const opening = client.ask('open', people, 'people.csv');
    client.stop();
    await expect(opening).rejects.toMatchObject({ name: 'WorkerStopped', why: 'stopped' });
    await expect(client.ask('open', people, 'again.csv')).resolves.toMatchObject({ fileName: 'again.csv' });
    expect(started).toBe(2);
  });

  it('ends a worker that says nothing for a minute while it reads, and not one that tells how far it is', async () => {
    vi.useFakeTimers();
    const { worker, send, wasEnded } = startSilentWorker();
    const client = new WorkerClient(() => worker);
    const opening = client.ask('open', people, 'people.csv');
    const ended = expect(opening).rejects.toMatchObject({ name: 'WorkerStopped', why: 'hung' });
    for (let told = 0; told < 4; told++) {
      await vi.advanceTimersByTimeAsync(50_000);
      send('message', { data: { kind: 'reading', fraction: told / 4 } });
    }
    expect(wasEnded()).toBe(false);
    await vi.advanceTimersByTimeAsync(61_000);
    await ended;
    expect(wasEnded()).toBe(true);
    vi.useRealTimers();
  });

  it('waits for what comes after reading as long as it takes', async () => {
    vi.useFakeTimers();
    const { worker, wasEnded } = startSilentWorker();
    const client = new WorkerClient(() => worker);
    client.ask('check').catch(() => undefined);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(wasEnded()).toBe(false);
    client.stop();
    vi.useRealTimers();
  });

  it('starts anew for another file while the last one is still being read, and keeps a worker that owes nothing', async () => {
    const started: EndableWorker[] = [];
    const client = new WorkerClient(() => {
      const worker = started.length === 0 ? startSilentWorker().worker : startSession();
      started.push(worker);
      return worker;
    });
    const opening = client.ask('open', people, 'people.csv');
    client.makeRoom();
    await expect(opening).rejects.toMatchObject({ why: 'stopped' });
    await client.ask('open', people, 'again.csv');
    client.makeRoom();
    await client.ask('columns');
    expect(started).toHaveLength(2);
  });

  it('says that the worker died, where it ended by itself', async () => {
    const { worker, send } = startSilentWorker();
    const client = new WorkerClient(() => worker);
    let isTold = false;
    client.onDied = () => {
      isTold = true;
    };
    const opening = client.ask('open', people, 'people.csv');
    send('error', {});
    await expect(opening).rejects.toMatchObject({ name: 'WorkerStopped', why: 'died' });
    expect(isTold).toBe(true);
  });
});
