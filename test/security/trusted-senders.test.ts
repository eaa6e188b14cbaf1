// Check 11: who is answered. The top frame of our own window, at our own origin, and nobody who only looks like it.
import type { IpcMainInvokeEvent } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { isTrustedSender } from '../../electron/shell/trusted-senders';

vi.mock('electron', () => ({ protocol: {} }));

const windowId = 7;

function makeEvent(url: string, { id = windowId, isTop = true, hasFrame = true } = {}): IpcMainInvokeEvent {
  const frame = { url };
  return {
    senderFrame: hasFrame ? frame : null,
    sender: { id, mainFrame: isTop ? frame : { url } },
  } as unknown as IpcMainInvokeEvent;
}

describe('check 11: the router', () => {
  it('answers the top frame of the window', () => {
    expect(isTrustedSender(makeEvent('app://flowmingo/'), windowId)).toBe(true);
    expect(isTrustedSender(makeEvent('app://flowmingo/index.html'), windowId)).toBe(true);
  });

  it('answers no other frame, window or moment', () => {
    expect(isTrustedSender(makeEvent('app://flowmingo/', { isTop: false }), windowId)).toBe(false);
    expect(isTrustedSender(makeEvent('app://flowmingo/', { id: 8 }), windowId)).toBe(false);
    expect(isTrustedSender(makeEvent('app://flowmingo/', { hasFrame: false }), windowId)).toBe(false);
    expect(isTrustedSender(makeEvent('app://flowmingo/'), null)).toBe(false);
  });

  it.each([
    'app://flowmingo.evil.example/',
    'app://flowmingo@evil.example/',
    'app://flowmingo',
    'app://evil/app://flowmingo/',
    'https://flowmingo/',
    'http://app//flowmingo/',
    'file:///app://flowmingo/',
    'data:text/html,app://flowmingo/',
    'about:blank',
    'about:srcdoc',
    'blob:app://flowmingo/1',
    '',
  ])('does not answer %j', (url) => {
    expect(isTrustedSender(makeEvent(url), windowId)).toBe(false);
  });
});
