// Check 23, the second wall: whatever the sanitizer were to let through stands in a frame that may do nothing.
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, it, vi } from 'vitest';
import { MessagePreview } from '../../../../renderer/components/messages/message-preview';

it('check 23: the message is shown in a frame with an empty sandbox and a policy of its own', () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const container = document.createElement('div');
  const root = createRoot(container);
  act(() =>
    root.render(<MessagePreview html="<p>Dear <b>Jana</b></p><script>1</script>" title="Message to Jana" />),
  );
  const frame = container.querySelector('iframe');
  expect(frame?.getAttribute('sandbox')).toBe('');
  expect(frame?.hasAttribute('src')).toBe(false);
  expect(frame?.title).toBe('Message to Jana');
  const page = new DOMParser().parseFromString(frame?.getAttribute('srcdoc') ?? '', 'text/html');
  expect(page.body.innerHTML).toBe('<p>Dear <b>Jana</b></p>');
  const policy = page.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content');
  expect(policy).toBe("default-src 'none'; style-src 'unsafe-inline'");
  // The policy governs what comes after it: it must stand before the styles and the message.
  expect(page.head.querySelector('meta[http-equiv] ~ style')).not.toBeNull();
  act(() => root.unmount());
});
