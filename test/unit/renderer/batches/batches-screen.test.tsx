import { describe, expect, it } from 'vitest';
import type { QueueState, ReadyBatch } from '../../../../shared/batches/ready-batch';
import { fiveReady, makeQueueAnswers, makeReady } from '../../../helpers/fake-queue';
import { button, click, fill, find, pageText, renderWindow, settle } from '../../../helpers/render-window';

const show = (ready: readonly ReadyBatch[], state?: QueueState) =>
  renderWindow({ screen: { kind: 'batches' }, overrides: makeQueueAnswers(() => {}, ready, state) });

const names = () =>
  [...document.querySelectorAll('section[aria-labelledby="ready"] li b')].map(
    ({ textContent }) => textContent,
  );
const checkbox = (name: string) =>
  [...document.querySelectorAll<HTMLInputElement>('[role="dialog"] input[type="checkbox"]')].find(
    ({ labels }) => labels?.[0]?.textContent === name,
  ) as HTMLInputElement;

const typedNumber = () =>
  document.querySelector('[role="dialog"] input[inputmode="numeric"]') as HTMLInputElement;

describe('the list of batches', () => {
  it('says of each ready one what it does, where, with how many, and what stands against it', async () => {
    await show(fiveReady);
    const [fair, nurses, open, final] = document.querySelectorAll('section[aria-labelledby="ready"] li');
    expect(fair?.textContent).toMatch(
      /Invite to Graduate Assessment 2026.*Nordwind Talent.*301 people, with email.*of 318 rows, 3 first/,
    );
    expect(nurses?.textContent).toContain('Starts by itself');
    expect(open?.textContent).toMatch(/Invite, target still open.*No workspace yet/);
    expect(final?.textContent).toMatch(/Cannot run: Flowmingo no longer has “Final”/);
    // The badge of the rail, in words, too.
    expect(find('nav button', /Batches/).textContent).toContain('Batches, 5 ready');
  });

  it('moves a batch by its buttons, and the focus stays on them', async () => {
    await show(fiveReady.slice(0, 3));
    await click(button('Move Nurses Brno up'));
    await settle();
    expect(names()).toEqual(['Nurses Brno', 'Graduate fair Hanoi 2026', 'Warehouse shift leads']);
    // It is the first now, so only the way down is left.
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Move Nurses Brno down');
    expect(pageText()).toContain('Nurses Brno is 1 of 3');
  });

  it('can be deleted and brought back', async () => {
    await show(fiveReady.slice(0, 2));
    await click(button('More for Nurses Brno'));
    await click(find('[role="menuitem"]', 'Delete'));
    await settle();
    expect(names()).toEqual(['Graduate fair Hanoi 2026']);
    await click(button('Undo'));
    await settle();
    expect(names()).toContain('Nurses Brno');
  });

  it('one from the pipeline has no file to change or copy', async () => {
    await show([makeReady({ draftId: null })]);
    await click(button('More for Graduate fair Hanoi 2026'));
    const items = [...document.querySelectorAll('[role="menuitem"]')].map(({ textContent }) => textContent);
    expect(items).toEqual(['Start by itself when connected', 'Rename', 'Delete']);
  });

  it('an invitation can be handed over as a file, as it was prepared', async () => {
    await show([
      makeReady({ draftId: 'draft-fair' }),
      makeReady({ draftId: 'draft-move', operation: 'move', batchId: 'ready-move', name: 'Shortlist' }),
    ]);
    await click(button('More for Shortlist'));
    expect(pageText()).not.toContain('Hand over as a file');
    await click(button('More for Graduate fair Hanoi 2026'));
    expect(find('[role="menuitem"]', 'Hand over as a file')).toBeDefined();
  });

  it.each<[QueueState, RegExp]>([
    [
      { kind: 'held', runId: 'run-campus' },
      /“Spring campus, sample” stands still: stopped part way\..*starts nothing else until you let it go on or cancel it/,
    ],
    [
      { kind: 'stopped', why: 'needs-look', batchId: 'ready-fair' },
      /“Graduate fair Hanoi 2026” needs your look, so the queue stopped\./,
    ],
    [
      { kind: 'stopped', why: 'app-closed', batchId: null },
      /The queue stopped when the app was closed\. Nothing was started since\. 1 batch is still ready\./,
    ],
  ])('says what the queue does: %j', async (state, words) => {
    await show([makeReady()], state);
    expect(pageText()).toMatch(words);
  });
});

describe('running ready batches', () => {
  it('takes those without a change, leaves out what cannot run, and takes what has changed only after a click', async () => {
    const ready = fiveReady.filter(({ targetTitle }) => targetTitle !== null);
    const bridge = await show(ready);
    await click(button('Run 4 ready batches'));
    await settle();
    expect(checkbox('Graduate fair Hanoi 2026').checked).toBe(true);
    expect(checkbox('Final round').disabled).toBe(true);
    const changed = checkbox(ready.at(-1)?.name ?? '');
    expect(changed.checked).toBe(false);
    await click(changed);
    const run = () => button(/^Run 3 batches/);
    expect(run().disabled).toBe(true);
    await fill(typedNumber(), '100299');
    await click(run());
    await settle();
    const [ordered] = bridge.asked.filter(({ channel }) => channel === 'queue:run');
    expect(ordered?.input).toMatchObject({
      goesOn: false,
      typedNumber: '100299',
      batches: [
        { batchId: 'ready-fair', accepted: [] },
        { batchId: 'ready-nurses' },
        { batchId: 'ready-long', accepted: ['invited-meanwhile 4 run-finished'] },
      ],
    });
    expect(document.querySelector('[role="dialog"]')).toBeNull();
  });

  it('to start by itself needs a confirmation of its own, with the number in production', async () => {
    const bridge = await show([makeReady()]);
    await click(button('More for Graduate fair Hanoi 2026'));
    await click(find('[role="menuitem"]', 'Start by itself when connected'));
    await settle();
    expect(button('Let it start by itself').disabled).toBe(true);
    await fill(typedNumber(), '301');
    await click(button('Let it start by itself'));
    await settle();
    const asked = bridge.asked.find(({ channel }) => channel === 'queue:start-itself');
    expect(asked?.input).toEqual({
      batchId: 'ready-fair',
      startsItself: true,
      looksAtLinks: true,
      typedNumber: '301',
    });
    expect(pageText()).toContain('Starts by itself');
  });

  const nurses = { ...makeReady(), workspaceId: 'ws-staging', name: 'Nurses Brno', linkCount: 280 };
  const dead = {
    kind: 'links',
    weight: 'asks',
    mark: 'links 3',
    sentence: '3 of 200 CV links did not answer as a file does, the first in row 14.',
    runId: null,
  } as const;

  it('CV links are looked at unless somebody says no; what does not answer takes a click of its own', async () => {
    let tell = (_: unknown) => {};
    const bridge = await renderWindow({
      screen: { kind: 'batches' },
      overrides: {
        ...makeQueueAnswers(() => {}, [nurses]),
        'queue:look-at-links': () =>
          new Promise((resolve) => {
            tell = () => resolve({ looks: [{ batchId: nurses.batchId, findings: [dead] }] });
          }),
      },
    });
    await click(button('Run Nurses Brno'));
    await settle();
    const box = () => checkbox('Look at CV links, too: 200 of 280');
    expect(box().checked).toBe(true);
    expect(checkbox('Nurses Brno').checked).toBe(true);
    expect(button(/^Run 1 batch/).disabled).toBe(true);
    expect(pageText()).toContain('Looking at the CV links, for two minutes at most.');
    tell(null);
    await settle();
    expect(pageText()).toContain(dead.sentence);
    expect(checkbox('Nurses Brno').checked).toBe(false);
    await click(checkbox('Nurses Brno'));
    await click(button(/^Run 1 batch/));
    await settle();
    expect(bridge.asked.find(({ channel }) => channel === 'queue:run')?.input).toMatchObject({
      batches: [{ accepted: ['links 3'] }],
    });
  });

  it('who does not want to wait for the links takes the tick away, and the look ends', async () => {
    const bridge = await renderWindow({
      screen: { kind: 'batches' },
      overrides: {
        ...makeQueueAnswers(() => {}, [nurses]),
        'queue:look-at-links': () => new Promise(() => {}),
      },
    });
    await click(button('Run Nurses Brno'));
    await settle();
    await click(checkbox('Look at CV links, too: 200 of 280'));
    await settle();
    expect(bridge.asked.some(({ channel }) => channel === 'queue:stop-links')).toBe(true);
    expect(button(/^Run 1 batch/).disabled).toBe(false);
  });

  it('to start by itself without a look at the links is kept with the batch', async () => {
    const bridge = await show([nurses]);
    await click(button('More for Nurses Brno'));
    await click(find('[role="menuitem"]', 'Start by itself when connected'));
    await settle();
    await click(checkbox('Look at CV links, too: 200 of 280'));
    await click(button('Let it start by itself'));
    await settle();
    const asked = bridge.asked.find(({ channel }) => channel === 'queue:start-itself');
    expect(asked?.input).toMatchObject({ startsItself: true, looksAtLinks: false });
  });
});
