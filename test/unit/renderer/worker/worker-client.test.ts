// @vitest-environment node
import { MessageChannel } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
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

const people = new TextEncoder().encode('email,first name\nada@example.com,Ada\nlin@example.com,Lin\n');

describe('the window’s end of the worker', () => {
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

  it('says that the worker died, where it ended by itself', async () => {
    let die: (event: Event) => void = () => undefined;
    const silent: EndableWorker = {
      postMessage: () => undefined,
      terminate: () => undefined,
      addEventListener: (type: string, listener: (event: never) => void) => {
        if (type === 'error') die = listener as (event: Event) => void;
      },
    };
    const client = new WorkerClient(() => silent);
    let isTold = false;
    client.onDied = () => {
      isTold = true;
    };
    const opening = client.ask('open', people, 'people.csv');
    die(new Event('error'));
    await expect(opening).rejects.toMatchObject({ name: 'WorkerStopped', why: 'died' });
    expect(isTold).toBe(true);
  });
});
