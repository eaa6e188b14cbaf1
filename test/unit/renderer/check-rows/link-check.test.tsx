import { act } from 'react';
import { expect, test, vi } from 'vitest';
import type { LinkOutcome } from '../../../../shared/operations/link-outcome';
import { type FakeBridge, makeFakeBridge } from '../../../helpers/fake-bridge';
import { paste, renderNewBatch, shows } from '../../../helpers/render-new-batch';
import { button, click, press } from '../../../helpers/render-window';

const answers: LinkOutcome = { kind: 'answers', mediaType: 'application/pdf', sizeBytes: 9 };
const gone: LinkOutcome = { kind: 'no-answer', why: 'status', status: 404 };

/** Pastes people with CV links and goes on to the check. */
async function openCheck(
  links: readonly string[],
  overrides: Parameters<typeof makeFakeBridge>[1],
): Promise<FakeBridge> {
  const bridge = makeFakeBridge('production', overrides);
  await renderNewBatch(bridge);
  const cells = [
    'E-Mail\tVorname\tCV',
    ...links.map((link, index) => `p${index}@example.com\tAna\t${link}`),
  ].join('\n');
  paste(cells);
  await shows(/Use these \d+ rows/);
  await click(button(/^Use these/));
  await shows(/will be used/);
  await click(button(/^Check \d+ rows/));
  await shows(/will be sent/);
  return bridge;
}

/** What the main process was asked last about links. */
function lastCheck(asked: FakeBridge['asked']): { readonly checkId: string } {
  return asked.filter(({ channel }) => channel === 'links:check').at(-1)?.input as { checkId: string };
}

const cv = (name: string) => `https://cv.example.com/${name}.pdf`;

test('links are checked when asked for, each once; one that does not answer is a problem, and a changed one is looked at by itself', async () => {
  const seen: string[] = [];
  const { asked } = await openCheck([cv('ana'), cv('gone'), cv('ana'), 'http://cv.example.com/old.pdf', ''], {
    'links:check': ({ links }) => {
      seen.push(...links);
      return { checked: links.map((link) => ({ link, outcome: link === cv('gone') ? gone : answers })) };
    },
  });
  await shows(/Nothing is sent to Flowmingo/);
  expect(asked.filter(({ channel }) => channel === 'links:check')).toEqual([]);
  await click(button('Check 2 links'));
  await shows(/1 of 2 CV links answers with a file/);
  expect(seen).toEqual([cv('ana'), cv('gone')]);
  await shows(/CV link does not answer/);
  await click(button(/^CV link does not answer/));
  await shows(/CV link does not answer \(404\)/);
  // The link's cell: its sentence, and leaving it empty as a fix.
  document.querySelector<HTMLElement>('[role="grid"] [tabindex="0"]')?.focus();
  for (let column = 0; column < 5; column++) await press('ArrowRight');
  await shows(/there is nothing at this address/);
  // The http link becomes one with https, which nobody has looked at yet.
  await click(button(/^CV link is not https/));
  await click(button('Fix it: CV link is not https'));
  await shows(/2 of 3 CV links answer with a file/);
  expect(seen).toEqual([cv('ana'), cv('gone'), 'https://cv.example.com/old.pdf']);
  await click(button(/^CV link does not answer/));
  await click(button('Check 1 link again'));
  await vi.waitFor(() => expect(seen.filter((link) => link === cv('gone'))).toHaveLength(2));
  expect(lastCheck(asked)).toMatchObject({ isAgain: true });
});

test('progress is shown, Stop ends it at once, and the rest can be checked later', async () => {
  let end: () => void = () => undefined;
  const stopped: string[] = [];
  const bridge = await openCheck([cv('a'), cv('b'), cv('c')], {
    'links:check': ({ links }) =>
      new Promise((resolve) => {
        end = () =>
          resolve({
            checked: links.map((link, index) => ({
              link,
              outcome: index === 0 ? answers : { kind: 'not-checked', why: 'stopped' },
            })),
          });
      }),
    'links:stop': ({ checkId }) => {
      stopped.push(checkId);
      end();
      return {};
    },
  });
  button('Check 3 links').focus();
  await click(button('Check 3 links'));
  await shows(/0 of 3 links checked/);
  expect(document.activeElement?.textContent).toBe('Stop');
  const { checkId } = lastCheck(bridge.asked);
  act(() => bridge.push('links:checked', { checkId, settledCount: 1 }));
  act(() => bridge.push('links:checked', { checkId: 'another', settledCount: 3 }));
  await shows(/1 of 3 links checked/);
  await click(button('Stop'));
  await shows(/The CV link answers\. 2 were not checked: you stopped the check\./);
  expect(stopped).toEqual([checkId]);
  expect(document.activeElement?.textContent).toBe('Check 2 links');
});

test('offline it is off, with the reason; and a file without links says nothing of them', async () => {
  const onLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  await openCheck([cv('a'), cv('b')], {});
  expect(button('Check 2 links').disabled).toBe(true);
  await shows(/You are offline, so links cannot be checked\./);
  onLine.mockRestore();
});

test('a site that asks to wait, or a check without time, ends the check and says so', async () => {
  const { asked } = await openCheck([cv('a'), cv('b')], {
    'links:check': ({ links }) => ({
      checked: links.map((link) => ({ link, outcome: { kind: 'not-checked', why: 'busy' } })),
    }),
  });
  await click(button('Check 2 links'));
  await shows(/2 were not checked: their sites asked us to wait\./);
  expect(asked.filter(({ channel }) => channel === 'links:check')).toHaveLength(1);
});
