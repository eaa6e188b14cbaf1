import { describe, expect, it } from 'vitest';
import { type ErrorCode, toSentence } from '../../../../shared/errors/codes';
import { FakeFailure } from '../../../helpers/fake-bridge';
import { button, click, field, fill, pageText, renderWindow } from '../../../helpers/render-window';

const secret = 'n8G3zPNw9gWkK1Kj';
const key = `fl_live_abcd12345.${secret}`;
const connect = { kind: 'connect', replacesWorkspaceId: null } as const;

async function pasteAndCheck(text = key) {
  await fill(field('Key'), text);
  await click(button('Check this key'));
}

describe('connecting', () => {
  it('cannot be checked before the key has its form', async () => {
    await renderWindow({ scenario: 'no-workspace', screen: connect });
    expect(button('Check this key').disabled).toBe(true);
    await fill(field('Key'), 'fl_live_abcd');
    expect(button('Check this key').disabled).toBe(true);
    await fill(field('Key'), key);
    expect(button('Check this key').disabled).toBe(false);
  });

  it('shows organization, scopes in words with the missing one, expiry and where the key is kept', async () => {
    await renderWindow({ screen: connect });
    await pasteAndCheck();
    for (const words of [
      '50377',
      'Invite people to interviews',
      'Add, move or reject people Not in this key',
      'in 6 months',
      'Windows Credential Manager',
    ]) {
      expect(pageText()).toContain(words);
    }
  });

  it('has nothing of the secret on the page after the check', async () => {
    await renderWindow({ screen: connect });
    await pasteAndCheck();
    expect(document.documentElement.outerHTML).not.toContain(secret);
    expect([...document.querySelectorAll('input')].some(({ value }) => value.includes(secret))).toBe(false);
  });

  it('needs a name, then saves under the check’s id and goes to the first screen', async () => {
    const { asked } = await renderWindow({ screen: connect });
    await pasteAndCheck();
    expect(button('Save this workspace').disabled).toBe(true);
    await fill(field('Your name for it'), ' Nordwind Praha ');
    await click(button('Save this workspace'));
    const saved = asked.find(({ channel }) => channel === 'workspaces:save-key');
    expect(saved?.input).toEqual({ checkId: 'check-1', name: 'Nordwind Praha', replacesWorkspaceId: null });
    expect(document.querySelector('h1')?.textContent).toBe('Invite people from a spreadsheet');
    expect(document.title).toContain('Nordwind Praha');
  });

  it('says plainly that without a keychain the key is kept for this session only', async () => {
    await renderWindow({ scenario: 'no-workspace', screen: connect });
    await pasteAndCheck();
    expect(pageText()).toContain('This session only. This computer has no keychain that we can use');
  });

  it.each([
    ['key/not-accepted', {}],
    ['key/no-access', {}],
    ['api/no-network', {}],
    ['api/not-trusted', {}],
    ['keychain/failed', { keychain: 'GNOME keyring' }],
    ['api/rate-limited', { seconds: 12 }],
  ] satisfies [ErrorCode, Record<string, string | number>][])(
    'gives %s its own sentence',
    async (code, params) => {
      await renderWindow({
        screen: connect,
        overrides: {
          'workspaces:check-key': () => {
            throw new FakeFailure(code, params);
          },
        },
      });
      await pasteAndCheck();
      expect(pageText()).toContain(toSentence(code, params));
    },
  );

  it('keeps the key in its field where trying again makes sense, and takes it out where it does not', async () => {
    let code: ErrorCode = 'api/no-network';
    await renderWindow({
      screen: connect,
      overrides: {
        'workspaces:check-key': () => {
          throw new FakeFailure(code);
        },
      },
    });
    await pasteAndCheck();
    expect(field('Key').value).toBe(key);
    code = 'key/not-accepted';
    await click(button('Check this key'));
    expect(field('Key').value).toBe('');
  });
});

describe('replacing a key', () => {
  const replace = { kind: 'connect', replacesWorkspaceId: 'ws-production' } as const;

  it('takes only a key of the same environment', async () => {
    await renderWindow({ screen: replace });
    await fill(field('Key'), `fl_pre_abcd12345.${secret}`);
    expect(button('Check this key').disabled).toBe(true);
    expect(pageText()).toContain('This key belongs to staging, and this workspace is production.');
  });

  it('keeps the workspace’s name and says which one is replaced', async () => {
    const { asked } = await renderWindow({ screen: replace });
    await pasteAndCheck();
    await click(button('Replace the key'));
    expect(asked.find(({ channel }) => channel === 'workspaces:save-key')?.input).toEqual({
      checkId: 'check-1',
      name: 'Nordwind Talent',
      replacesWorkspaceId: 'ws-production',
    });
  });
});
