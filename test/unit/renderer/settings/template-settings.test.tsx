// Messages that are kept: nothing of a colleague's file is kept before it was seen, and nothing is lost by a click.
import { act } from 'react';
import { describe, expect, it } from 'vitest';
import { toTemplateFile } from '../../../../shared/messages/template-file';
import { FakeFailure } from '../../../helpers/fake-bridge';
import { fakeTemplates } from '../../../helpers/fake-templates';
import { button, click, fill, pageText, renderWindow, settle } from '../../../helpers/render-window';

const screen = { kind: 'settings' } as const;
const listed = () =>
  [...document.querySelectorAll('ul[aria-label="Messages you keep"] > li')].map(
    (line) => line.textContent ?? '',
  );

async function choose(text: string) {
  const chooser = document.querySelector<HTMLInputElement>('input[aria-label="File of messages"]');
  if (chooser === null) throw new Error('no chooser');
  const file = new File([text], 'from-jana.json');
  file.text = async () => text;
  Object.defineProperty(chooser, 'files', { configurable: true, value: [file] });
  act(() => void chooser.dispatchEvent(new Event('change', { bubbles: true })));
  await settle();
}

describe('the messages that are kept', () => {
  it('stand there with their language, their words for people without a name, and what they say', async () => {
    await renderWindow({ screen });
    expect(listed()[0]).toMatch(/Absolventenmesse.*German.*“und herzlich willkommen”.*Last used .*2026/);
    await click(button('Show Absolventenmesse'));
    const frame = document.querySelector('iframe[title="The message Absolventenmesse"]');
    expect(frame?.getAttribute('sandbox')).toBe('');
    expect(frame?.getAttribute('srcdoc')).toContain('vielen Dank');
  });

  it('are deleted at once, and Undo brings them back', async () => {
    await renderWindow({ screen });
    await click(button('Delete Absolventenmesse'));
    expect(listed()).toHaveLength(1);
    expect(pageText()).toContain('Deleted “Absolventenmesse”.');
    await click(button('Undo'));
    expect(listed()).toHaveLength(2);
  });

  it('are renamed, but never onto another one', async () => {
    const { asked } = await renderWindow({ screen });
    await click(button('Rename Absolventenmesse'));
    await settle();
    const name = document.querySelector<HTMLInputElement>('[role="dialog"] input[data-autofocus]');
    if (name === null) throw new Error('no field for the name');
    await fill(name, 'short, WITH a link');
    expect(pageText()).toContain('Another message is called “Short, with a link”.');
    expect(button('Rename').disabled).toBe(true);
    await fill(name, 'Messe');
    await click(button('Rename'));
    expect(asked.at(-1)).toEqual({
      channel: 'messages:rename-template',
      input: { templateId: 'template-fair', name: 'Messe', language: 'de' },
    });
    expect(listed()[0]).toContain('Messe');
  });

  it('of a colleague are shown whole before they are taken in, without what cannot be sent', async () => {
    const { asked } = await renderWindow({ screen });
    const [first] = fakeTemplates;
    if (first === undefined) throw new Error('no template');
    const message = `${first.message}<script>1</script>`;
    await choose(toTemplateFile([{ ...first, message }]));
    expect(pageText()).toContain('from-jana.json holds 1 message:');
    expect(pageText()).toContain('Left out, since it cannot be sent: <script>.');
    expect(pageText()).toContain('You have one of this name: this one gets a number behind it.');
    expect(asked.some(({ channel }) => channel === 'messages:take-in-templates')).toBe(false);
    await click(button('Take in 1 message'));
    expect(asked.at(-1)).toMatchObject({
      channel: 'messages:take-in-templates',
      input: { templates: [{ name: 'Absolventenmesse', message: first.message }] },
    });
    expect(pageText()).toContain('Took in 1 message.');
  });

  it('of a file that is none are refused with a sentence', async () => {
    await renderWindow({ screen });
    await choose('{"kind":"flowmingo-batch-messages","version":9}');
    expect(pageText()).toContain('This file comes from a newer Flowmingo Batch. Nothing was taken in.');
    expect(listed()).toHaveLength(2);
  });

  it('say when something could not be kept', async () => {
    await renderWindow({
      screen,
      overrides: {
        'messages:delete-template': () => {
          throw new FakeFailure('store/unwritable', { folder: '/data' });
        },
      },
    });
    await click(button('Delete Absolventenmesse'));
    expect(pageText()).toContain('The run history in /data cannot be written.');
    expect(listed()).toHaveLength(2);
  });
});
