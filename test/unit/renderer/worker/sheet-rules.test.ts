// @vitest-environment node
import { MessageChannel } from 'node:worker_threads';
import { expect, onTestFinished, test, vi } from 'vitest';
import { serveSession } from '../../../../renderer/worker/serve-session';
import type { MessageEnd } from '../../../../renderer/worker/session-rpc';
import { ordinaryRules } from '../../../../renderer/worker/sheet-rules';
import { type EndableWorker, WorkerClient } from '../../../../renderer/worker/worker-client';
import { makeEarlierInvite } from '../../../helpers/make-earlier-invite';
import { makeTextSession } from './make-session';

const nowMs = Date.UTC(2026, 10, 29, 12);
const dayMs = 86_400_000;
const sales = { setId: 'set-sales', projectId: null };

test('somebody who was certainly invited long enough ago is sent to on purpose; unknown and recent ones are left out', async () => {
  vi.setSystemTime(nowMs);
  const session = await makeTextSession(
    'email',
    'long-ago@example.com',
    'recent@example.com',
    'unknown@example.com',
    'new@example.com',
  );
  session.chooseTarget(sales);
  const question = session.historyQuestion(100);
  if (question === null) throw new Error('nothing is asked');
  session.addEarlierInvites(question, [
    makeEarlierInvite({ email: 'long-ago@example.com', atMs: nowMs - 91 * dayMs, ordinal: 0 }),
    makeEarlierInvite({ email: 'recent@example.com', atMs: nowMs - 89 * dayMs, ordinal: 1 }),
    makeEarlierInvite({
      email: 'unknown@example.com',
      atMs: nowMs - 400 * dayMs,
      ordinal: 2,
      outcome: 'unknown',
    }),
  ]);
  const sentTo = () => {
    session.check();
    return session.batchRows(0).filter(({ skip }) => skip === null);
  };
  expect(sentTo().map(({ person }) => person.email)).toEqual(['new@example.com']);

  session.takeRules({ ...ordinaryRules, invitedAgainAfterDays: 90 });
  expect(sentTo().map(({ person, takenIn }) => [person.email, takenIn])).toEqual([
    ['long-ago@example.com', true],
    ['new@example.com', undefined],
  ]);
  expect(session.check().worthALookGroups).toEqual([
    expect.objectContaining({ problem: 'invited-long-ago', count: 1 }),
  ]);
  session.find({ kind: 'all' }, '');
  expect(session.viewRows(0, 1)[0]?.problems[0]?.message).toBe(
    'Invited to this set by run 12 on 30 August 2026. That is more than 90 days ago, so this row is sent.',
  );

  session.takeRules(ordinaryRules);
  expect(sentTo().map(({ person }) => person.email)).toEqual(['new@example.com']);
});

const familyFirst = { ...ordinaryRules, nameOrder: 'first-word-is-family' } as const;
const untold = [
  'Name,E-mail',
  'Qarov Belin,a@example.com',
  'Zulma Trask,b@example.com',
  'Vornik Hesp,c@example.com',
];

test('whole names are split as it is set, where neither the header nor the names tell', async () => {
  const session = await makeTextSession(...untold);
  expect(session.columns().nameOrder).toBe('decide');
  const other = await makeTextSession(...untold);
  other.takeRules(familyFirst);
  expect(other.columns().nameOrder).toBe('first-word-is-family');
  other.check();
  expect(other.samplePerson('all', 0)?.person).toMatchObject({ firstname: 'Belin', lastname: 'Qarov' });
});

test('names that tell their own order keep it', async () => {
  const session = await makeTextSession(
    'Name,E-mail',
    ...['Anna Novak', 'Peter Kral', 'Maria Silva', 'David Ek'].map(
      (name, index) => `${name},p${index}@example.com`,
    ),
  );
  session.takeRules(familyFirst);
  expect(session.columns().nameOrder).toBe('decide');
});

test('a worker that takes the place of another is told, before it opens anything', async () => {
  const startSession = (): EndableWorker => {
    const { port1, port2 } = new MessageChannel();
    serveSession(port2 as unknown as MessageEnd);
    port1.start();
    port2.start();
    const terminate = () => {
      port1.close();
      port2.close();
    };
    onTestFinished(terminate);
    return Object.assign(port1 as unknown as EndableWorker, { terminate });
  };
  const client = new WorkerClient(startSession);
  client.takeRules(familyFirst);
  const open = async () => {
    await client.ask('open', new TextEncoder().encode(untold.join('\n')), 'people.csv');
    return (await client.ask('columns')).nameOrder;
  };
  expect(await open()).toBe('first-word-is-family');
  client.stop();
  expect(await open()).toBe('first-word-is-family');
  client.takeRules(ordinaryRules);
  expect(await open()).toBe('decide');
});
