import { describe, expect, it, vi } from 'vitest';
import { fiveDrafts, makeDraft, makeDraftAnswers } from '../../../helpers/fake-drafts';
import { button, click, find, pageText, renderWindow, settle } from '../../../helpers/render-window';

vi.mock('../../../../renderer/worker/start-sheet-worker', async () => ({
  startSheetWorker: (await import('../../../helpers/in-process-worker')).startInProcessWorker,
}));

const withDrafts = (drafts = fiveDrafts) => renderWindow({ overrides: makeDraftAnswers(() => {}, drafts) });

/** Opens the menu of a draft and chooses from it. */
async function choose(name: string, item: string): Promise<void> {
  await click(button(`More for ${name}`));
  await click(find('[role="menuitem"]', item));
  await settle();
}

const names = () =>
  [...document.querySelectorAll('section[aria-labelledby="drafts"] li b')].map(
    ({ textContent }) => textContent,
  );

describe('drafts on the first screen', () => {
  it('are not mentioned where there is none', async () => {
    await renderWindow();
    expect(pageText()).not.toContain('Not sent yet');
  });

  it('say what they are and where they stopped, the newest first', async () => {
    await withDrafts();
    expect(names().slice(0, 2)).toEqual(['Graduate fair', 'Nurses Brno']);
    const [first, second] = document.querySelectorAll('section[aria-labelledby="drafts"] li');
    expect(first?.textContent).toMatch(
      /Graduate fair.*Graduate fair\.xlsx.*318 rows, 12 changes.*Stopped at Check rows.*Today (14:36|2:36 PM)/,
    );
    expect(second?.textContent).toMatch(/38 rows, 1 change.*Stopped at Last look, for Nordwind Talent/);
    expect(pageText()).toContain('1 rowStopped at File');
  });

  it('are shown five at first, all on asking', async () => {
    await withDrafts([
      ...fiveDrafts,
      makeDraft({ draftId: 'sixth', name: 'Sixth' }),
      makeDraft({ draftId: 'seventh', name: 'Seventh' }),
    ]);
    expect(names()).toHaveLength(5);
    await click(button('2 more'));
    expect(names()).toHaveLength(7);
    await click(button('Show fewer'));
    expect(names()).toHaveLength(5);
  });

  it('can be deleted and brought back, with the way back under the hands', async () => {
    await withDrafts();
    await choose('Graduate fair', 'Delete');
    expect(names()).not.toContain('Graduate fair');
    expect(pageText()).toContain('“Graduate fair” is deleted');
    expect(document.activeElement?.textContent).toBe('Undo');
    await click(button('Undo'));
    expect(names()).toContain('Graduate fair');
    expect(pageText()).not.toContain('is deleted');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Go on with Graduate fair');
  });

  it('can be renamed and copied', async () => {
    await withDrafts();
    await choose('Nurses Brno', 'Rename');
    const field = document.querySelector<HTMLInputElement>('form input');
    if (field === null) throw new Error('no field');
    const { act } = await import('react');
    act(() => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, 'Nurses Praha');
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await click(button('Rename'));
    expect(names()).toContain('Nurses Praha');
    await choose('Graduate fair', 'Copy');
    expect(names()[0]).toBe('Graduate fair (copy)');
    expect(names()).toContain('Graduate fair');
  });

  it('go on in the workspace that their target was chosen in', async () => {
    const { asked } = await withDrafts();
    await click(button('Go on with Nurses Brno'));
    await settle();
    const channels = asked.map(({ channel }) => channel);
    expect(asked.find(({ channel }) => channel === 'workspaces:switch')?.input).toEqual({
      workspaceId: 'ws-staging',
    });
    expect(channels.lastIndexOf('drafts:open')).toBeGreaterThan(channels.lastIndexOf('workspaces:switch'));
    expect(asked.find(({ channel }) => channel === 'drafts:open')?.input).toEqual({
      draftId: 'draft-nurses',
    });
  });

  it('go on where they are when their workspace was forgotten, or none was chosen', async () => {
    const { asked } = await withDrafts([makeDraft({ workspaceId: 'ws-forgotten' })]);
    await click(button('Go on with Graduate fair'));
    expect(asked.map(({ channel }) => channel)).not.toContain('workspaces:switch');
    expect(asked.map(({ channel }) => channel)).toContain('drafts:open');
  });
});
