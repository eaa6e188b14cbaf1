import { act } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { FakeFailure, type makeFakeBridge } from '../../../helpers/fake-bridge';
import { makeRun } from '../../../helpers/fake-runs';
import { makeManyUnsure, makeUnsurePerson, unsurePeople } from '../../../helpers/fake-unsure';
import {
  button,
  click,
  field,
  fill,
  find,
  pageText,
  renderWindow,
  settle,
} from '../../../helpers/render-window';

const open = (runId: string, overrides?: Parameters<typeof makeFakeBridge>[1]) =>
  renderWindow({ screen: { kind: 'unsure', runId }, overrides });
const askedOf = (bridge: Awaited<ReturnType<typeof renderWindow>>, channel: string) =>
  bridge.asked.filter((one) => one.channel === channel).map(({ input }) => input);
const ordinals = unsurePeople.map(({ ordinal }) => ordinal);

/** The radio button of one person's choice. */
function radio(name: string, title: 'Leave alone' | 'Send again'): HTMLInputElement {
  const group = [...document.querySelectorAll('fieldset')].find(
    (one) => one.querySelector('legend')?.textContent === name,
  );
  const label = [...(group?.querySelectorAll('label') ?? [])].find((one) => one.textContent?.includes(title));
  const input = label?.querySelector('input');
  if (!input) throw new Error(`No ${title} for ${name}.`);
  return input;
}

const youDecided = (count: number) => ({
  causeCode: 'not-sent/you-decided',
  outcome: 'notSent' as const,
  title: 'You decided to send again',
  sentence: '',
  count,
  repeatableCount: count,
});

describe('not sure about some people', () => {
  it('shows each with what happened and what is known, and leaves everybody alone by default', async () => {
    await open('run-finished');
    expect(document.querySelector('h1')?.textContent).toBe('Not sure about 3 people');
    expect(pageText()).toContain('After 2 seconds the connection broke, before an answer came.');
    expect(pageText()).toContain('Our reading: probably invited');
    for (const name of ['Élodie Girard', 'Văn Sơn Nguyễn', 'Tomáš Dvořák']) {
      expect(radio(name, 'Leave alone').checked).toBe(true);
      expect(radio(name, 'Send again').checked).toBe(false);
    }
  });

  it('writes the default down for all of them, sends nothing, and goes back to a run without the note', async () => {
    const bridge = await open('run-finished');
    await click(button('Leave all 3 alone'));
    expect(askedOf(bridge, 'runs:decide-unsure')).toEqual([
      { runId: 'run-finished', leaveAlone: ordinals, sendAgain: [] },
    ]);
    expect(askedOf(bridge, 'runs:run-again')).toEqual([]);
    expect(pageText()).toContain('Adds up to 318 rows');
    expect(pageText()).not.toContain('Not sure about');
  });

  it('asks a second time by name before it sends again, and sends nothing where the answer is no', async () => {
    const bridge = await open('run-finished');
    await click(radio('Élodie Girard', 'Send again'));
    expect(pageText()).toContain('2 left alone, 1 sent again.');
    await click(button('Leave 2 alone, send 1 again'));
    expect(pageText()).toContain('Send again to Élodie Girard?');
    expect(pageText()).toContain('They may get two emails. A new run begins with 1 person');
    await click(button('Send nothing'));
    expect(askedOf(bridge, 'runs:decide-unsure')).toEqual([]);
    expect(radio('Élodie Girard', 'Send again').checked).toBe(true);
  });

  it('in production sends again only after the number is typed, and opens the new run', async () => {
    const bridge = await open('run-finished', {
      'runs:list-causes': () => ({ causes: [youDecided(2)] }),
    });
    await click(radio('Élodie Girard', 'Send again'));
    await click(radio('Tomáš Dvořák', 'Send again'));
    await click(button('Leave 1 alone, send 2 again'));
    expect(button('Send 2 again').disabled).toBe(true);
    await fill(field('Type 2 to send'), '3');
    expect(button('Send 2 again').disabled).toBe(true);
    await fill(field('Type 2 to send'), '2');
    await click(button('Send 2 again'));
    expect(askedOf(bridge, 'runs:decide-unsure')).toEqual([
      { runId: 'run-finished', leaveAlone: [198], sendAgain: [199, 238] },
    ]);
    expect(askedOf(bridge, 'runs:run-again')).toEqual([
      {
        runId: 'run-finished',
        causeCode: 'not-sent/you-decided',
        settings: { concurrency: 4, peoplePerRequest: 1 },
        start: { firstRows: null, holdSeconds: 5 },
        typedNumber: '2',
      },
    ]);
    expect(pageText()).toContain('Run again of an earlier run.');
  });

  it('starts nothing where more people wait than were asked about: the run says how many they are', async () => {
    const bridge = await open('run-finished', {
      'runs:list-causes': () => ({ causes: [youDecided(4)] }),
    });
    await click(radio('Élodie Girard', 'Send again'));
    await click(button('Leave 2 alone, send 1 again'));
    await fill(field('Type 1 to send'), '1');
    await click(button('Send 1 again'));
    expect(askedOf(bridge, 'runs:run-again')).toEqual([]);
    expect(button('Send these 4')).toBeDefined();
  });

  it('leaves it to the paused run to send, when somebody goes on with it', async () => {
    const bridge = await open('run-paused-unsure');
    await click(radio('Élodie Girard', 'Send again'));
    await click(button('Leave 2 alone, send 1 again'));
    expect(pageText()).toContain('The run is paused: 1 person goes out when you go on with it.');
    await fill(field('Type 1 to send'), '1');
    await click(button('Send 1 again'));
    expect(askedOf(bridge, 'runs:decide-unsure')).toHaveLength(1);
    expect(askedOf(bridge, 'runs:run-again')).toEqual([]);
    expect(askedOf(bridge, 'runs:resume')).toEqual([]);
    expect(button('Go on with 199')).toBeDefined();
  });

  it('keeps the question open where the new run may not start, and leads to the run', async () => {
    await open('run-finished', {
      'runs:list-causes': () => ({ causes: [youDecided(1)] }),
      'runs:run-again': () => {
        throw new FakeFailure('key/missing', { keychain: 'Windows Credential Manager' });
      },
    });
    await click(radio('Élodie Girard', 'Send again'));
    await click(button('Leave 2 alone, send 1 again'));
    await fill(field('Type 1 to send'), '1');
    await click(button('Send 1 again'));
    expect(pageText()).toContain('The key of this workspace is not in the');
    await click(button('See the run'));
    expect(button('Send this 1')).toBeDefined();
  });

  it('decides for everybody of a long list, also for those that were never drawn', async () => {
    const bridge = await open('run-many-unsure');
    expect(document.querySelectorAll('article').length).toBeLessThan(40);
    await click(button('Leave all 1,200 alone'));
    const [input] = askedOf(bridge, 'runs:decide-unsure') as { leaveAlone: number[] }[];
    expect(input?.leaveAlone).toHaveLength(makeManyUnsure(1200).length);
    expect(new Set(input?.leaveAlone).size).toBe(1200);
  });

  it('looks again, says what came of it, and forgets the choice about whoever was found', async () => {
    let still = [...unsurePeople];
    let answer: () => void = () => {};
    const run = (unknown: number) =>
      makeRun({ runId: 'run-finished', counts: { done: 9 - unknown, unknown } });
    await open('run-finished', {
      'runs:get': () => run(still.length),
      'runs:list-unsure': ({ offset, limit }) => ({
        people: still.slice(offset, offset + limit),
        total: still.length,
      }),
      'runs:look-up': () =>
        new Promise((resolve) => {
          answer = () => resolve(run(still.length));
        }),
    });
    await click(radio('Élodie Girard', 'Send again'));
    await click(radio('Tomáš Dvořák', 'Send again'));
    await click(button('Look again'));
    expect(pageText()).toContain('Asking Flowmingo about 3 people. Twice, with some seconds between.');
    expect(button(/send 2 again/).disabled).toBe(true);
    still = still.filter(({ firstname }) => firstname !== 'Élodie');
    act(() => answer());
    await vi.waitFor(async () => {
      await settle();
      expect(pageText()).toContain('Looked again: 1 of 3 found out. Still not sure about 2 people.');
    });
    expect(pageText()).not.toContain('Élodie Girard');
    expect(button('Leave 1 alone, send 1 again').disabled).toBe(false);
  });

  it('says how to get a key that may look, where this one may not', async () => {
    const bridge = await open('run-no-scope');
    expect(pageText()).toContain('An admin can make a key with read_hiring in Flowmingo');
    await click(button('Put in another key'));
    expect(document.querySelector('h1')?.textContent).toBe('Replace the key of Nordwind Talent');
    expect(askedOf(bridge, 'runs:decide-unsure')).toEqual([]);
  });

  it('shows what was sent and received, to read and to copy', async () => {
    await open('run-finished');
    await click(button('What was sent and received for Văn Sơn Nguyễn'));
    const body = find('textarea', 'What was sent') as unknown as HTMLTextAreaElement;
    expect(body.value).toContain('"email": "nguyen.son@example.com"');
    expect(pageText()).toContain('No clear answer, 502, Bad gateway');
  });

  it('shows what somebody decided before, and lets it be changed', async () => {
    await open('run-finished', {
      'runs:get': () => makeRun({ runId: 'run-finished', counts: { unknown: 1 }, undecidedCount: 0 }),
      'runs:list-unsure': () => ({ people: [makeUnsurePerson({ decision: 'leave-alone' })], total: 1 }),
    });
    expect(pageText()).toContain('left alone by you');
    expect(button('Back to the run')).toBeDefined();
    await click(radio('Élodie Girard', 'Send again'));
    expect(button('Send 1 again')).toBeDefined();
  });

  it('lets nobody decide while the run goes, and says so', async () => {
    await open('run-outage');
    expect(pageText()).toContain('The run is going on. Decide when it stands still');
    expect(button('Leave all 5 alone').disabled).toBe(true);
    expect(document.querySelector('fieldset')?.disabled).toBe(true);
  });

  it('says that everybody is accounted for where nobody is unknown', async () => {
    await open('run-solved');
    expect(document.querySelector('h1')?.textContent).toBe('Everybody is accounted for');
    expect(() => button('Look again')).toThrow();
  });

  it('says what could not be read, and reads it again', async () => {
    let isBroken = true;
    await open('run-finished', {
      'runs:list-unsure': () => {
        if (isBroken) throw new FakeFailure('store/unreadable', { folder: '/data' });
        return { people: [...unsurePeople], total: 3 };
      },
    });
    expect(pageText()).toContain('The run history in /data cannot be read.');
    isBroken = false;
    await click(button('Try again'));
    expect(pageText()).toContain('Élodie Girard');
  });
});
