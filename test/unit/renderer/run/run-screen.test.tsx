import { act } from 'react';
import { describe, expect, it } from 'vitest';
import { FakeFailure } from '../../../helpers/fake-bridge';
import { fakeNowMs, makeRun } from '../../../helpers/fake-runs';
import { button, click, field, fill, pageText, renderWindow, settle } from '../../../helpers/render-window';

const toRun = (runId: string) => ({ kind: 'run', runId }) as const;
const asked = (bridge: Awaited<ReturnType<typeof renderWindow>>, channel: string) =>
  bridge.asked.filter((one) => one.channel === channel).map(({ input }) => input);

describe('a run on the screen', () => {
  it('shows counts that add up, and follows what it is told', async () => {
    const bridge = await renderWindow({ screen: toRun('run-fair') });
    expect(pageText()).toContain('188 of 301 people');
    expect(pageText()).toContain('176 + 4 + 6 + 2 + 113 + 17 = 318 rows');
    act(() =>
      bridge.push('runs:progressed', {
        summary: makeRun({ state: 'running', counts: { done: 300, notSent: 1, skipped: 17 } }),
      }),
    );
    await settle();
    expect(pageText()).toContain('300 of 301 people');
  });

  it('pauses, says so, and goes on with the rest', async () => {
    const bridge = await renderWindow({ screen: toRun('run-fair') });
    await click(button('Pause'));
    expect(pageText()).toContain('The run is paused. Nothing is sent until you go on.');
    await click(button('Go on with 113'));
    expect(asked(bridge, 'runs:resume')).toEqual([{ runId: 'run-fair' }]);
  });

  it('asks once before it cancels, and cancels nothing where the answer is no', async () => {
    const bridge = await renderWindow({ screen: toRun('run-fair') });
    await click(button('Cancel the run'));
    expect(pageText()).toContain('113 people stay unsent');
    await click(button('Keep the run'));
    expect(asked(bridge, 'runs:cancel')).toEqual([]);
  });

  it('counts down a wait that ends by itself', async () => {
    await renderWindow({
      screen: toRun('run-held'),
      overrides: {
        'runs:get': () =>
          makeRun({
            runId: 'run-held',
            state: 'running',
            wait: {
              why: 'rate-limited',
              sinceMs: fakeNowMs - 3000,
              untilMs: fakeNowMs + 9000,
              detail: '429 Too Many Requests',
            },
            counts: { notSent: 3 },
          }),
        'runs:list-rows': () => ({ rows: [], matching: 0 }),
      },
    });
    expect(pageText()).toContain('Flowmingo asked us to wait 12 s.');
    expect(pageText()).toContain('0:09');
  });

  it('has the focus on Stop while nothing has left, and Stop cancels unasked', async () => {
    const bridge = await renderWindow({ screen: toRun('run-hold') });
    expect(pageText()).toContain('The first request leaves in 5 s. Until then, Stop sends nothing at all.');
    expect(document.activeElement).toBe(button('Stop'));
    expect(() => button('Pause')).toThrow();
    await click(button('Stop'));
    expect(asked(bridge, 'runs:cancel')).toEqual([{ runId: 'run-hold' }]);
    expect(pageText()).toContain('Nothing was sent.');
  });

  it('takes the focus off Stop once the hold is over, so that a late key cancels nothing', async () => {
    const bridge = await renderWindow({ screen: toRun('run-hold') });
    act(() =>
      bridge.push('runs:progressed', {
        summary: makeRun({ runId: 'run-hold', state: 'running', inFlight: 3, counts: { notSent: 301 } }),
      }),
    );
    await settle();
    expect(() => button('Stop')).toThrow();
    expect(document.activeElement).toBe(document.getElementById('main'));
    expect(button('Pause')).toBeDefined();
  });

  it.each([
    ['run-offline', 'No connection to Flowmingo since'],
    ['run-outage', 'Flowmingo has given no clear answers since'],
  ])(
    'is calm about %s: it goes on by itself, and no invitation is used to find out',
    async (runId, words) => {
      await renderWindow({ screen: toRun(runId) });
      expect(pageText()).toContain(words);
      expect(pageText()).toContain('no invitation is used to find out. The run goes on by itself.');
      expect(document.querySelector('[role=alert]')).toBeNull();
      await click(button('Details'));
      expect(pageText()).toMatch(/ENOTFOUND|503 Service Unavailable/);
    },
  );

  it('shows the first ones with their outcomes, and sends the rest only when somebody says so', async () => {
    const bridge = await renderWindow({ screen: toRun('run-first') });
    expect(pageText()).toContain('The first 3 have come back. 2 done, 1 refused.');
    const lines = [...document.querySelectorAll('[aria-label="The first people"] li')].map(
      ({ textContent }) => textContent,
    );
    expect(lines).toHaveLength(3);
    expect(lines[2]).toContain('RefusedFlowmingo could not read the CV link');
    expect(asked(bridge, 'runs:resume')).toEqual([]);
    await click(button('Send the other 298'));
    expect(asked(bridge, 'runs:resume')).toEqual([{ runId: 'run-first' }]);
  });

  it('asks before it cancels beside the first ones', async () => {
    const bridge = await renderWindow({ screen: toRun('run-first-fine') });
    await click(button('Cancel the run'));
    expect(pageText()).toContain('298 people stay unsent');
    await click(button('Keep the run'));
    expect(asked(bridge, 'runs:cancel')).toEqual([]);
  });

  it('leads from a run at rest to what is known about its unknown people, and not while it goes', async () => {
    await renderWindow({ screen: toRun('run-looking') });
    expect(pageText()).toContain('Asking Flowmingo about 3 people without a clear answer.');
    expect(pageText()).not.toContain('Not sure about');
    document.body.replaceChildren();
    await renderWindow({ screen: toRun('run-finished') });
    expect(pageText()).toContain('Not sure about 3 people.');
    await click(button('See what we know'));
    expect(document.querySelector('h1')?.textContent).toBe('Not sure about 3 people');
  });

  it('has a button for each kind of people that were not sent to, with their number', async () => {
    await renderWindow({ screen: toRun('run-looked-up') });
    expect(pageText()).toContain('6 people were not sent. Looked up: nothing had happened.');
    expect(pageText()).toContain('4 of the done were found by looking them up');
    await click(button('Send these 6'));
    expect(pageText()).toContain('Send to 6 people?');
    expect(button('Send these 3')).toBeDefined();
  });

  it('sends one cause again only after the number is typed in production, and goes to the new run', async () => {
    const bridge = await renderWindow({ screen: toRun('run-finished') });
    await click(button(/Run only these again, 5/));
    expect(button('Send to 5 people').disabled).toBe(true);
    await fill(field('Type 5 to send'), '4');
    expect(button('Send to 5 people').disabled).toBe(true);
    await fill(field('Type 5 to send'), '5');
    await click(button('Send to 5 people'));
    expect(asked(bridge, 'runs:run-again')).toEqual([
      {
        runId: 'run-finished',
        causeCode: 'api/refused:cv-link',
        settings: { concurrency: 4, peoplePerRequest: 1 },
        start: { firstRows: null, holdSeconds: 5 },
        typedNumber: '5',
      },
    ]);
    expect(pageText()).toContain('Run again of an earlier run.');
  });

  it('offers no way to send to unknown people', async () => {
    await renderWindow({ screen: toRun('run-finished') });
    expect(pageText()).toContain('Never part of a new run by themselves');
    expect(() => button(/No clear answer came back/)).toThrow();
  });

  it('saves the results and shows where', async () => {
    const bridge = await renderWindow({ screen: toRun('run-finished') });
    await click(button('Save as XLSX'));
    expect(pageText()).toContain('Saved 318 rows. results.xlsx');
    await click(button('Show in folder'));
    expect(asked(bridge, 'results:show-in-folder')).toEqual([{ savedId: 'saved-1' }]);
  });

  it('keeps everything on the screen where saving fails', async () => {
    await renderWindow({
      screen: toRun('run-finished'),
      overrides: {
        'results:save': () => {
          throw new FakeFailure('export/failed', { why: 'the disk is full' });
        },
      },
    });
    await click(button('Save as CSV'));
    expect(pageText()).toContain('The file could not be written: the disk is full.');
    expect(pageText()).toContain('Adds up to 318 rows');
  });
});
