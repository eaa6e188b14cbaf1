import { act } from 'react';
import { describe, expect, it } from 'vitest';
import { FakeFailure } from '../../../helpers/fake-bridge';
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

const screen = { kind: 'settings' } as const;

async function leave(element: HTMLElement) {
  act(() => element.focus());
  act(() => element.blur());
  await settle();
}

describe('settings', () => {
  it('put the theme on at once and keep it', async () => {
    const { asked } = await renderWindow({ screen });
    await click(find('label', 'Dark'));
    expect(asked.at(-1)).toEqual({ channel: 'app:change-settings', input: { theme: 'dark' } });
    expect(document.documentElement.getAttribute('data-mantine-color-scheme')).toBe('dark');
  });

  it('keep a number of requests between 1 and 16 and nothing else', async () => {
    const { asked } = await renderWindow({ screen });
    const changes = () =>
      asked.filter(({ channel }) => channel === 'app:change-settings').map(({ input }) => input);
    await fill(field('Requests at once'), '9');
    await leave(field('Requests at once'));
    expect(changes()).toEqual([{ concurrency: 9 }]);
    await fill(field('Requests at once'), '');
    await leave(field('Requests at once'));
    expect(changes()).toEqual([{ concurrency: 9 }]);
    expect(field('Requests at once').value).toBe('9');
  });

  it('keep 5 to 30 seconds before the first request, and take a number whose first figure is below that', async () => {
    const { asked } = await renderWindow({ screen });
    const changes = () =>
      asked.filter(({ channel }) => channel === 'app:change-settings').map(({ input }) => input);
    for (const typed of ['1', '12', '31', '4']) await fill(field('Seconds before the first request'), typed);
    await leave(field('Seconds before the first request'));
    expect(changes()).toEqual([]);
    expect(field('Seconds before the first request').value).toBe('5');
    await fill(field('Seconds before the first request'), '12');
    await leave(field('Seconds before the first request'));
    expect(changes()).toEqual([{ holdSeconds: 12 }]);
  });

  it('say when a change could not be kept', async () => {
    await renderWindow({
      screen,
      overrides: {
        'app:change-settings': () => {
          throw new FakeFailure('store/unwritable', { folder: '/data' });
        },
      },
    });
    await click(find('label', 'Dark'));
    expect(pageText()).toContain('The run history in /data cannot be written.');
  });

  it('list every workspace with its key’s first part, and lead to replacing it', async () => {
    await renderWindow({ screen });
    expect(pageText()).toContain('fl_live_q7wk20931');
    expect(pageText()).toContain('Key expires in 6 days');
    await click(button('Replace the key of Nordwind Talent'));
    expect(document.querySelector('h1')?.textContent).toBe('Replace the key of Nordwind Talent');
  });

  it('say what this app is', async () => {
    await renderWindow({ screen });
    expect(pageText()).toContain('Electron45.4.1');
    expect(pageText()).toContain('Windows Credential Manager');
  });
});
