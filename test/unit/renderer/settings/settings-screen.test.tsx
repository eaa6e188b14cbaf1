import { act } from 'react';
import { describe, expect, it } from 'vitest';
import { toMappingFile } from '../../../../shared/mappings/mapping-file';
import { FakeFailure } from '../../../helpers/fake-bridge';
import { fakeMappings } from '../../../helpers/fake-mappings';
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

describe('the columns that are remembered', () => {
  const listed = () =>
    [...document.querySelectorAll('ul[aria-label="Columns that are remembered"] > li')].map(
      (line) => line.textContent ?? '',
    );

  it('stand there with their names or header words, their fields and when they were used', async () => {
    await renderWindow({ screen });
    expect(listed()[0]).toContain('Graduate fairs');
    expect(listed()[0]).toContain('Email: E-Mail');
    expect(listed()[1]).toContain('Vorname, Nachname, E-Mail-Adresse, Bewerber-Nr. and 1 more');
    expect(listed()[1]).toMatch(/Last used .*2026/);
  });

  it('are renamed, and named by their header words again', async () => {
    const { asked } = await renderWindow({ screen });
    await click(button('Rename Graduate fairs'));
    const input = document.querySelector<HTMLInputElement>('input[name="name"]');
    if (input === null) throw new Error('no field for the name');
    await fill(input, 'Fairs in Hanoi');
    await click(button('Keep this name'));
    expect(asked.at(-1)).toEqual({
      channel: 'mappings:rename',
      input: { mappingId: 'mapping-fair', name: 'Fairs in Hanoi' },
    });
    expect(listed()[0]).toContain('Fairs in Hanoi');
  });

  it('are deleted at once, and Undo brings them back', async () => {
    await renderWindow({ screen });
    await click(button('Delete Graduate fairs'));
    expect(listed()).toHaveLength(1);
    expect(pageText()).toContain('Deleted “Graduate fairs”.');
    await click(button('Undo'));
    expect(listed()).toHaveLength(2);
  });

  async function choose(text: string) {
    const chooser = document.querySelector<HTMLInputElement>('input[aria-label="File of column mappings"]');
    if (chooser === null) throw new Error('no chooser');
    const file = new File([text], 'from-jana.json');
    file.text = async () => text;
    Object.defineProperty(chooser, 'files', { configurable: true, value: [file] });
    act(() => void chooser.dispatchEvent(new Event('change', { bubbles: true })));
    await settle();
  }

  it('of a colleague are shown before they are taken in', async () => {
    const { asked } = await renderWindow({ screen, scenario: 'no-runs' });
    await choose(toMappingFile(fakeMappings));
    expect(pageText()).toContain('from-jana.json holds 2 mappings:');
    expect(listed()).toEqual([]);
    expect(asked.some(({ channel }) => channel === 'mappings:take-in')).toBe(false);
    await click(button('Take in 2 mappings'));
    expect(listed()).toHaveLength(2);
    expect(pageText()).toContain('Took in 2 mappings.');
  });

  it('are not taken from a file that is none', async () => {
    const { asked } = await renderWindow({ screen });
    await choose('Name;Email');
    expect(pageText()).toContain('This is not a file of column mappings from Flowmingo Batch');
    expect(asked.some(({ channel }) => channel === 'mappings:take-in')).toBe(false);
  });
});
