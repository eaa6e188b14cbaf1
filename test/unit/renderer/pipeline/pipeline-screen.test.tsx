import { act } from 'react';
import { describe, expect, it, vi } from 'vitest';
import type { RequestInput } from '../../../../shared/ipc/contract';
import type { FakeBridge } from '../../../helpers/fake-bridge';
import { FakeFailure } from '../../../helpers/fake-bridge';
import { fakePipeline, fakePipelineWorlds } from '../../../helpers/fake-pipeline';
import { makeWorkspace } from '../../../helpers/fake-workspaces';
import {
  button,
  click,
  field,
  fill,
  find,
  pageText,
  press,
  renderWindow,
  settle,
} from '../../../helpers/render-window';

const screen = { kind: 'pipeline' } as const;
type World = keyof typeof fakePipelineWorlds;

const open = (
  world: World = 'ordinary',
  overrides: Parameters<typeof renderWindow>[0] extends infer Input
    ? NonNullable<Input extends { overrides?: infer Some } ? Some : never>
    : never = {},
) =>
  renderWindow({
    scenario: 'practice',
    screen,
    overrides: { ...fakePipeline(fakePipelineWorlds[world]), ...overrides },
  });
const gridRows = () => find('[role="grid"]', 'People in the pipeline').getAttribute('aria-rowcount');

const selectedText = () => find('footer [role="status"]', /selected/).textContent;
const firstCell = () => document.querySelector<HTMLElement>('[role="grid"] [data-row="0"][data-column="0"]');
const cellOf = (rowIndex: number) =>
  document.querySelector<HTMLElement>(`[role="grid"] [data-row="${rowIndex}"][data-column="1"]`) ??
  document.body;
const askedLast = (bridge: FakeBridge, channel: 'pipeline:prepare' | 'batches:start-run') =>
  bridge.asked.filter((one) => one.channel === channel).at(-1)?.input;

describe('the pipeline before it was read', () => {
  it('says what will be here and reads it with one press', async () => {
    const bridge = await open('never-read');
    expect(pageText()).toContain('The pipeline was not read yet');
    await click(button('Read the pipeline'));
    expect(bridge.asked.some(({ channel }) => channel === 'snapshots:take')).toBe(true);
    expect(gridRows()).toBe('531');
  });

  it('names the part that is read, and stops', async () => {
    let stopReading = () => {};
    const bridge = await open('ordinary', {
      'snapshots:take': () =>
        new Promise((_, reject) => {
          stopReading = () => reject(new FakeFailure('snapshot/stopped'));
        }),
      'snapshots:stop': () => {
        stopReading();
        return {};
      },
    });
    await click(button('Read again'));
    act(() =>
      bridge.push('snapshots:progressed', {
        workspaceId: 'ws-practice',
        part: 'applications',
        done: 200,
        total: 530,
        waitsUntilMs: null,
      }),
    );
    await settle();
    expect(pageText()).toContain('Reading applications, 200 of 530');
    // What was read before stays readable meanwhile.
    expect(gridRows()).toBe('531');
    await click(button(/^Interview 96 people/));
    expect(gridRows()).toBe('97');
    await click(button('Stop'));
    expect(pageText()).toContain('The reading was stopped.');
    expect(button('Read again').disabled).toBe(false);
  });

  it('stays readable without a network, and says why it is not read again', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    await renderWindow({ screen });
    expect(gridRows()).toBe('531');
    expect(button('Read again').disabled).toBe(true);
    expect(pageText()).toContain('No network, so it can’t be read again now.');
    vi.restoreAllMocks();
  });

  it('is off with the reason where the key may not read', async () => {
    const workspace = makeWorkspace({ scopes: ['invite_candidates'] });
    await renderWindow({
      screen,
      overrides: {
        'workspaces:list': () => ({ workspaces: [workspace], currentWorkspaceId: workspace.workspaceId }),
      },
    });
    expect(pageText()).toContain('This key may not read the pipeline');
    expect(pageText()).toContain('read_hiring');
  });
});

describe('one project', () => {
  it('opens the busiest project, with what changed, coverage and when it was read', async () => {
    await open();
    const text = pageText();
    expect(text).toMatch(/530 applications, read today at 0?8:31/);
    expect(text).toMatch(/Since Monday,? (16 March|March 16): 23 new, 14 moved to Final, 6 newly/);
    expect(text).toContain('398 of 530 named');
  });

  it('shows the people of a stage when its bar is pressed, and everybody when it is pressed again', async () => {
    await open();
    await click(button(/^Interview 96 people/));
    expect(gridRows()).toBe('97');
    expect(button(/^Interview 96 people/).getAttribute('aria-pressed')).toBe('true');
    await click(button(/^Score 9 to 10/));
    expect(Number(gridRows())).toBeLessThan(20);
    await click(button('Show any score'));
    await click(button(/^Interview 96 people/));
    expect(gridRows()).toBe('531');
  });

  it('shows who is new from the sentence of changes', async () => {
    await open();
    await click(button('See the changes'));
    await click(button('New, 23'));
    expect(gridRows()).toBe('24');
  });

  it('sorts by a column, and says so to a screen reader', async () => {
    await open();
    await click(find('[role="columnheader"] button', 'Name'));
    expect(find('[role="columnheader"]', 'Name').getAttribute('aria-sort')).toBe('ascending');
    await click(find('[role="columnheader"] button', 'Score'));
    await click(find('[role="columnheader"] button', 'Score'));
    expect(find('[role="columnheader"]', 'Score').getAttribute('aria-sort')).toBe('ascending');
  });

  it('has the numbers of a chart as a table', async () => {
    await open();
    await click(button('People by stage, as a table'));
    expect(find('tr', /^Interview/).textContent).toContain('96');
    expect(find('tr', /^Interview/).textContent).toContain('+2');
  });

  it('says what will be here where nobody has applied', async () => {
    await open('empty');
    expect(pageText()).toContain('Nobody in this project yet');
    expect(document.querySelector('section[aria-label="Scores"]')).toBeNull();
  });

  it('counts one as one', async () => {
    await open('one');
    expect(pageText()).toContain('1 application, read');
    expect(pageText()).toContain('1 shown');
  });

  it('has a bar for each of forty stages and for those in none', async () => {
    await open('forty-stages');
    expect(document.querySelectorAll('section[aria-label="People by stage"] li')).toHaveLength(40);
  });
});

describe('choosing people', () => {
  it('takes Space, ranges with Shift, and the box for all that are shown', async () => {
    await open();
    firstCell()?.focus();
    await press(' ');
    expect(selectedText()).toContain('1 selected');
    for (let step = 0; step < 3; step++) await press('ArrowDown');
    await press(' ', { shiftKey: true });
    expect(selectedText()).toContain('4 selected');
    expect(document.querySelectorAll('[role="row"][aria-selected="true"]')).toHaveLength(4);
    await press(' ');
    expect(selectedText()).toContain('3 selected');
    await click(button('Clear'));
    expect(selectedText()).toContain('0 selected');
    await click(button(/^Interview 96 people/));
    await click(find('input[type="checkbox"]', 'Choose all 96 shown'));
    expect(selectedText()).toContain('96 selected');
    await click(find('input[type="checkbox"]', 'Choose all 96 shown'));
    expect(selectedText()).toContain('0 selected');
  });

  it('keeps who is chosen while filters change', async () => {
    await open();
    await click(cellOf(0));
    await click(button(/^Interview 96 people/));
    expect(selectedText()).toContain('1 selected');
  });

  it('is off with the reason where the key may not change the pipeline', async () => {
    const workspace = makeWorkspace({ scopes: ['read_hiring'] });
    await renderWindow({
      screen,
      overrides: {
        ...fakePipeline(fakePipelineWorlds.ordinary),
        'workspaces:list': () => ({ workspaces: [workspace], currentWorkspaceId: workspace.workspaceId }),
      },
    });
    await click(cellOf(0));
    expect(button('Move to…').disabled).toBe(true);
    expect(button('Reject…').disabled).toBe(true);
    expect(pageText()).toContain('This key may not do it: Add, move or reject people.');
  });
});

describe('the look before a change', () => {
  it('says who moves from where, who is left out and why, and starts nothing before the button', async () => {
    const bridge = await open();
    await click(button(/^Final \d/));
    await click(cellOf(0));
    await click(button(/^Final \d/));
    await click(button(/^Interview 96 people/));
    await click(cellOf(0));
    await click(cellOf(1));
    await click(button('Move to…'));
    await click(find('[role="menuitem"]', 'Final'));
    const dialog = find('[role="dialog"]', /.*/).textContent ?? '';
    expect(dialog).toContain('2 people to move');
    expect(dialog).toContain('Move from Interview to Final2');
    expect(dialog).toContain('1 person is left out');
    expect(dialog).toContain('In Final already.');
    expect(bridge.asked.some(({ channel }) => channel === 'batches:start-run')).toBe(false);
    await click(button('Move 2 people'));
    expect(askedLast(bridge, 'batches:start-run')).toMatchObject({
      batchId: 'batch-pipeline',
      typedNumber: null,
    });
    expect(button('Runs').getAttribute('aria-current')).toBe('page');
  });

  it('asks for the number before 31 people are rejected, and says that it can’t be taken back', async () => {
    const bridge = await open();
    firstCell()?.focus();
    await press(' ');
    for (let step = 0; step < 30; step++) await press('ArrowDown');
    await press(' ', { shiftKey: true });
    expect(selectedText()).toContain('31 selected');
    await click(button('Reject…'));
    expect(pageText()).toContain('A rejection can’t be taken back.');
    expect(button('Reject 31 people').disabled).toBe(true);
    await fill(field('Type 31 to reject these people'), '30');
    expect(button('Reject 31 people').disabled).toBe(true);
    await fill(field('Type 31 to reject these people'), ' 31 ');
    await click(button('Reject 31 people'));
    const started = askedLast(bridge, 'batches:start-run') as RequestInput<'batches:start-run'>;
    expect(started.typedNumber).toBe(' 31 ');
  });

  it('offers only to close where nothing can be done', async () => {
    await open();
    await click(button(/^Final \d/));
    await click(cellOf(0));
    await click(button('Move to…'));
    await click(find('[role="menuitem"]', 'Final'));
    expect(pageText()).toContain('Nothing can be done for any of these people');
    expect(() => button(/^Move \d/)).toThrow();
  });

  it('keeps a failure of the start on the spot', async () => {
    await open('ordinary', {
      'batches:start-run': () => {
        throw new FakeFailure('key/not-accepted');
      },
    });
    await click(cellOf(0));
    await click(button('Reject…'));
    await click(button('Reject 1 person'));
    expect(find('[role="dialog"]', /.*/).textContent).toContain('does not accept this key');
  });
});

describe('adding people to another project', () => {
  it('asks where to, and shows what would happen before anything is added', async () => {
    const bridge = await open();
    await click(cellOf(0));
    await click(button('Add to…'));
    expect(button('See what would happen').disabled).toBe(true);
    await click(field('Project'));
    await click(find('[role="option"]', 'Logistics Ostrava'));
    await click(button('See what would happen'));
    expect(askedLast(bridge, 'pipeline:prepare')).toMatchObject({
      action: { kind: 'add', projectId: 'project-1', jobPostId: null, stageId: null },
    });
    expect(pageText()).toContain('Add to Logistics Ostrava');
    await click(button('Change nothing'));
    expect(bridge.asked.some(({ channel }) => channel === 'batches:start-run')).toBe(false);
  });
});

describe('a run on a pipeline', () => {
  it('speaks of moves, shows what was asked, and undoes through the same look', async () => {
    const bridge = await renderWindow({ screen: { kind: 'run', runId: 'run-moved' } });
    const text = pageText();
    expect(text).toContain('12 of 13 people were moved');
    expect(text).toContain('They may be moved');
    expect(text).not.toMatch(/invite/i);
    expect(text).toContain('Interview → Final');
    await click(button('Undo this run'));
    expect(pageText()).toContain('Undo of Graduate Programme 2026');
    expect(pageText()).toContain('Somebody moved this person to Offer meanwhile');
    await fill(field('Type 2 to move these people in production'), '2');
    await click(button('Move 2 people'));
    expect(askedLast(bridge, 'batches:start-run')).toMatchObject({ batchId: 'batch-undo', typedNumber: '2' });
  });

  it('is not offered to be undone where it invited', async () => {
    await renderWindow({ screen: { kind: 'run', runId: 'run-finished' } });
    expect(() => button('Undo this run')).toThrow();
  });
});
