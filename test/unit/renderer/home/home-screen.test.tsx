import { describe, expect, it } from 'vitest';
import { FakeFailure } from '../../../helpers/fake-bridge';
import { button, click, find, pageText, renderWindow } from '../../../helpers/render-window';

describe('the first screen', () => {
  it('offers two things to who has no workspace: connect, or practise', async () => {
    await renderWindow({ scenario: 'no-workspace' });
    expect(pageText()).toContain('Connect to Flowmingo');
    expect(pageText()).toContain('Practise first');
    expect(pageText()).not.toContain('Recent runs');
    await click(button('Paste a key'));
    expect(document.querySelector('h1')?.textContent).toBe('Connect to Flowmingo');
  });

  it('lets a run that stopped part way go on, above all else', async () => {
    const { asked } = await renderWindow();
    const order = pageText();
    expect(order.indexOf('stopped part way')).toBeLessThan(order.indexOf('Invite people from a spreadsheet'));
    await click(button('Go on with 130'));
    expect(asked.find(({ channel }) => channel === 'runs:resume')?.input).toEqual({ runId: 'run-campus' });
  });

  it('stays and says why when a run cannot go on', async () => {
    await renderWindow({
      overrides: {
        'runs:resume': () => {
          throw new FakeFailure('key/missing', { keychain: 'Windows Credential Manager' });
        },
      },
    });
    await click(button('Go on with 130'));
    expect(pageText()).toContain(
      'The key of this workspace is not in the Windows Credential Manager any more.',
    );
    expect(button('Go on with 130').disabled).toBe(false);
  });

  it('offers a new key instead of going on where the key was refused', async () => {
    await renderWindow();
    await click(button('Put in a new key'));
    expect(document.querySelector('h1')?.textContent).toBe('Replace the key of Nordwind Talent');
  });

  it('shows the latest runs with their counts, and keeps them up to date', async () => {
    const { push } = await renderWindow();
    expect(find('main li button', /Warehouse shift leads/).textContent).toContain('46 done, 2 refused');
    const { makeRun } = await import('../../../helpers/fake-runs');
    const { act } = await import('react');
    act(() =>
      push('runs:progressed', {
        summary: makeRun({ runId: 'run-leads', batchName: 'Warehouse shift leads', counts: { done: 48 } }),
      }),
    );
    expect(find('main li button', /Warehouse shift leads/).textContent).toContain('48 done');
  });

  it('marks a run at rest of whose people nobody is sure, and none that still goes', async () => {
    await renderWindow();
    expect(find('main li button', /Graduate fair Hanoi.*Finished/).textContent).toContain('3 not sure');
    expect(find('main li button', /Graduate fair Hanoi.*Sending/).textContent).not.toContain('not sure');
  });

  it('does not put the sample in the place of a batch in hand unasked', async () => {
    const { asked } = await renderWindow({ screen: { kind: 'new-batch', opens: 'nothing' } });
    const practised = () => asked.some(({ channel }) => channel === 'workspaces:open-practice');
    await click(button('First screen'));
    await click(button('Open a sample file'));
    expect(practised()).toBe(false);
    await click(button('Keep my batch'));
    await click(button('Back to my batch'));
    expect(practised()).toBe(false);
    expect(button('New batch').getAttribute('aria-current')).toBe('page');
  });

  it('says that the history cannot be read, and asks again', async () => {
    let isBroken = true;
    await renderWindow({
      overrides: {
        'runs:list': () => {
          if (isBroken) throw new FakeFailure('store/unreadable', { folder: '/data' });
          return { runs: [] };
        },
      },
    });
    expect(pageText()).toContain('The run history in /data cannot be read.');
    isBroken = false;
    await click(button('Try again'));
    expect(pageText()).not.toContain('cannot be read');
  });
});
