import { describe, expect, it } from 'vitest';
import { FakeFailure } from '../../../helpers/fake-bridge';
import { button, click, field, find, pageText, renderWindow, settle } from '../../../helpers/render-window';

describe('the bar', () => {
  it.each([
    ['production', 'PRODUCTION', 'Real people get real email'],
    ['practice', 'PRACTICE', 'Nobody gets email'],
    ['no-workspace', 'NO WORKSPACE', 'Nothing can be sent yet'],
  ] as const)('says where %s is, in the window’s title too', async (scenario, word, sentence) => {
    await renderWindow({ scenario });
    expect(document.title.startsWith(word)).toBe(true);
    expect(find('header', /./).textContent).toContain(word);
    expect(find('header', /./).textContent).toContain(sentence);
  });

  it('follows when another workspace is chosen', async () => {
    await renderWindow();
    await click(button(/^Workspace: Nordwind/));
    await click(button(/STAGING/));
    expect(document.title.startsWith('STAGING')).toBe(true);
  });

  it('stays with the old workspace and says so when switching fails', async () => {
    await renderWindow({
      overrides: {
        'workspaces:switch': () => {
          throw new FakeFailure('workspace/busy');
        },
      },
    });
    await click(button(/^Workspace: Nordwind/));
    await click(button(/STAGING/));
    expect(document.title.startsWith('PRODUCTION')).toBe(true);
    expect(pageText()).toContain('A run of this workspace is going on.');
  });

  it('forgets a workspace only after it was asked once more', async () => {
    const { asked } = await renderWindow();
    const forgets = () => asked.filter(({ channel }) => channel === 'workspaces:forget').length;
    await click(button(/^Workspace: Nordwind/));
    await click(button('Forget Nordwind Talent'));
    expect(forgets()).toBe(0);
    await click(button('Keep it'));
    expect(forgets()).toBe(0);
    await click(button(/^Workspace: Nordwind/));
    await click(button('Forget Nordwind Talent'));
    await click(button('Forget this workspace'));
    await settle();
    expect(asked.filter(({ channel }) => channel === 'workspaces:forget').map(({ input }) => input)).toEqual([
      { workspaceId: 'ws-production' },
    ]);
    expect(document.title.startsWith('STAGING')).toBe(true);
  });
});

describe('moving about', () => {
  it('puts the focus at the top of the new screen, which has one h1', async () => {
    await renderWindow();
    await click(button('Settings'));
    expect(document.activeElement?.id).toBe('main');
    expect([...document.querySelectorAll('h1')].map((heading) => heading.textContent)).toEqual(['Settings']);
    expect(button('Settings').getAttribute('aria-current')).toBe('page');
  });

  it('leaves the focus in the field that a new screen is for', async () => {
    await renderWindow({ scenario: 'no-workspace' });
    await click(button('Paste a key'));
    expect(document.activeElement).toBe(field('Key'));
  });
});
