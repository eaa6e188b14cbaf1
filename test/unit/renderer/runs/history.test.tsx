import { describe, expect, it, vi } from 'vitest';
import {
  button,
  click,
  fill,
  find,
  pageText,
  press,
  renderWindow,
  settle,
} from '../../../helpers/render-window';

const screen = { kind: 'runs' } as const;

async function search(text: string) {
  await fill(find('input', 'Find a person in every run') as HTMLInputElement, text);
  await vi.waitFor(async () => {
    await settle();
    expect(pageText()).toMatch(/People, \d/);
  });
}

const askedOf = (asked: readonly { channel: string; input: unknown }[], channel: string) =>
  asked.filter((one) => one.channel === channel).map(({ input }) => input);

describe('what was ever sent to somebody', () => {
  it('is told beside the people found, and follows the arrows', async () => {
    const { asked } = await renderWindow({ screen });
    await search('minh anh');
    expect(pageText()).toContain('People, 3');
    expect(find('[role="row"]', /^Nguyễn Thị Minh Anh/).querySelectorAll('mark').length).toBeGreaterThan(1);
    find('[role="grid"]', 'People').querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    await press('ArrowDown');
    await settle();
    expect(askedOf(asked, 'history:get-story').at(-1)).toEqual({
      person: { kind: 'email', email: 'pham.minhanh@example.com' },
    });
    const story = find('aside', 'One person').textContent;
    for (const said of [
      'Phạm Minh Anh',
      'Invited to Graduate Assessment 2026',
      'Email sent.',
      'Skipped: invite to Graduate Assessment 2026',
      'Interview created in First talk 2026',
      'Looked up 1 time.',
      'Interview, score 8.70',
    ])
      expect(story).toContain(said);
  });

  it('leads to the run, and to the message as it was sent', async () => {
    await renderWindow({ screen });
    await search('kovar');
    find('[role="grid"]', 'People').querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    await press('ArrowRight');
    await settle();
    await click(button('See the message'));
    expect(document.querySelector('iframe')?.getAttribute('srcdoc')).toContain('Minh Anh Kovářová');
    await click(button('Close'));
    await click(button(/^Run 5, Assessment wave 1/));
    expect(pageText()).toContain('Assessment wave 1');
    expect(document.querySelector('[role="grid"][aria-label="Runs"]')).toBeNull();
  });

  it('runs show how many of their people were found, and can be narrowed to those', async () => {
    await renderWindow({ screen });
    await search('minh');
    expect(find('[role="row"]', /^Assessment wave 1/).textContent).toContain('1 found');
    await click(find('label', /^With a match/));
    expect(find('[role="grid"]', 'Runs').getAttribute('aria-rowcount')).toBe('3');
  });

  it('says that nobody was found, and what is looked for is part of the question with its filters', async () => {
    const { asked } = await renderWindow({ screen });
    await search('qqq');
    expect(pageText()).toContain('Nobody found');
    expect(askedOf(asked, 'history:search').at(-1)).toMatchObject({ text: 'qqq', filter: { outcome: null } });
  });
});

describe('a run', () => {
  const ended = { kind: 'run', runId: 'run-finished' } as const;

  it('tells who started it and with what', async () => {
    await renderWindow({ screen: ended });
    await click(button('About this run'));
    for (const said of [
      'jana, in the window',
      '4 requests at once, 1 person per request',
      'Graduate fair Hanoi 2026.xlsx',
    ])
      expect(pageText()).toContain(said);
  });

  it('is deleted after it was said what goes with it, and can be brought back', async () => {
    const { asked } = await renderWindow({ screen: ended });
    await click(button('About this run'));
    await click(button('Delete this run'));
    expect(pageText()).toContain('can no longer be recognized as invited earlier');
    expect(askedOf(asked, 'history:delete-run')).toEqual([]);
    await click(button('Delete 1 run'));
    expect(askedOf(asked, 'history:delete-run')).toEqual([{ runId: 'run-finished' }]);
    await click(button('Undo'));
    expect(askedOf(asked, 'history:bring-back-run')).toEqual([{ runId: 'run-finished' }]);
    expect(pageText()).toContain('The run is back.');
  });
});

describe('how long runs are kept', () => {
  it('changes only after the number was shown', async () => {
    const { asked } = await renderWindow({ screen: { kind: 'settings' } });
    const select = find('#keep-months', /For ever/) as unknown as HTMLSelectElement;
    select.value = '12';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await settle();
    expect(pageText()).toContain('2 runs with 212 rows ended before that');
    expect(askedOf(asked, 'history:set-retention')).toEqual([]);
    await click(button('Delete 2 runs'));
    expect(askedOf(asked, 'history:set-retention')).toEqual([{ keepMonths: 12 }]);
    expect(pageText()).toContain('2 runs with 212 rows deleted.');
  });

  it('the support report is shown whole before it is saved', async () => {
    const { asked } = await renderWindow({ screen: { kind: 'settings' } });
    await click(button('See the report'));
    expect((find('textarea', 'Support report') as HTMLTextAreaElement).value).toContain('"versions"');
    expect(askedOf(asked, 'report:save')).toEqual([]);
    await click(button('Save this report'));
    expect(askedOf(asked, 'report:save')).toEqual([{ reportId: 'report-1' }]);
    expect(pageText()).toContain('Saved as Flowmingo Batch support report.json.');
  });
});
