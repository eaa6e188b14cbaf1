import { MantineProvider } from '@mantine/core';
import { act } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { SettingsProvider } from '../../../../renderer/components/use-settings';
import { LastLookStep } from '../../../../renderer/screens/last-look/last-look-step';
import type { OrderInHand } from '../../../../renderer/screens/new-batch/new-batch-state';
import { defaultSettings } from '../../../../shared/settings/app-settings';
import { FakeFailure, makeFakeBridge } from '../../../helpers/fake-bridge';
import { FakeNewBatch, fairCheck, fairOrder } from '../../../helpers/fake-new-batch';
import { makeWorkspace, practice } from '../../../helpers/fake-workspaces';
import { button, click, field, fill, find, pageText, render, settle } from '../../../helpers/render-window';

interface Look {
  readonly overrides?: Parameters<typeof makeFakeBridge>[1];
  readonly people?: number;
  readonly inPractice?: boolean;
  readonly order?: OrderInHand;
}

async function look({ overrides, people = 301, inPractice = false, order = fairOrder }: Look = {}) {
  const bridge = makeFakeBridge('production', overrides);
  vi.stubGlobal('flowmingo', bridge.flowmingo);
  const started: string[] = [];
  const wentTo: string[] = [];
  await render(
    <MantineProvider>
      <SettingsProvider>
        <FakeNewBatch
          workspace={inPractice ? practice : makeWorkspace()}
          check={{ ...fairCheck, willBeSent: people }}
          order={order}
          onStarted={(runId) => started.push(runId)}
          goTo={(step) => wentTo.push(step)}
        >
          <LastLookStep />
        </FakeNewBatch>
      </SettingsProvider>
    </MantineProvider>,
  );
  await settle();
  return {
    started,
    wentTo,
    starts: () =>
      bridge.asked
        .filter(({ channel }) => channel === 'batches:start-run')
        .map(({ input }) => (input as { start: unknown }).start),
    sentWith: () =>
      bridge.asked
        .filter(({ channel }) => channel === 'batches:start-run')
        .map(({ input }) => (input as { settings: unknown }).settings),
    checks: () => bridge.asked.filter(({ channel }) => channel === 'batches:check-start').length,
  };
}

/** Waits until the run has begun. */
async function begun(started: readonly string[]): Promise<void> {
  await vi.waitFor(async () => {
    await settle();
    expect(started).toEqual(['run-new']);
  });
}

describe('the last look', () => {
  it('never says that nobody gets email where email is on and no message of one’s own goes along', async () => {
    await look({ order: { ...fairOrder, message: null } });
    expect(pageText()).toContain('301 people will get an email');
    expect(pageText()).toContain('None of yours: Flowmingo decides what the email says');
    expect(pageText()).not.toMatch(/nobody gets email/i);
  });

  it('starts with 3 by default, and says which rows and when the first request leaves', async () => {
    const { started, starts } = await look();
    expect(pageText()).toContain(
      'Sends to rows 5, 6 and 7, shows what came back, and asks you before the other 298.',
    );
    expect(pageText()).toContain('The first request leaves 5 seconds after you press the button.');
    expect(button('Send 3, then ask me').disabled).toBe(true);
    await fill(field('Type 301 to send in production'), '301');
    await click(button('Send 3, then ask me'));
    await begun(started);
    expect(starts()).toEqual([{ firstRows: 3, holdSeconds: 5 }]);
  });

  it('starts with all of them where the recruiter says so, with the hold that was set', async () => {
    const { started, starts } = await look({
      inPractice: true,
      overrides: {
        'app:get-settings': () => ({ ...defaultSettings, holdSeconds: 12 }),
      },
    });
    await click(find('label', /^All 301 at once/).querySelector('input') as HTMLInputElement);
    expect(pageText()).toContain('leaves 12 seconds after');
    await click(button('Send 301 invitations'));
    await begun(started);
    expect(starts()).toEqual([{ firstRows: null, holdSeconds: 12 }]);
  });

  it('sends as fast, and as many together, as was set', async () => {
    const settings = { ...defaultSettings, concurrency: 9, peoplePerRequest: 5 };
    const { started, sentWith } = await look({
      inPractice: true,
      overrides: { 'app:get-settings': () => settings },
    });
    await click(find('label', /^All 301 at once/).querySelector('input') as HTMLInputElement);
    await click(button('Send 301 invitations'));
    await begun(started);
    expect(sentWith()).toEqual([{ concurrency: 9, peoplePerRequest: 5 }]);
  });

  it('offers no choice for three people', async () => {
    const { started, starts } = await look({ people: 3, inPractice: true });
    expect(pageText()).not.toContain('then the rest');
    await click(button('Send 3 invitations'));
    await begun(started);
    expect(starts()).toEqual([{ firstRows: null, holdSeconds: 5 }]);
  });

  it('says what Flowmingo said when it was asked again, and warns before the run of what would be a pity in it', async () => {
    const sentence = 'This key may not read interviews, so nobody could be looked up.';
    await look({
      overrides: {
        'batches:check-start': () => ({ checkedAtMs: 0, notices: [{ kind: 'no-look-ups', sentence }] }),
      },
    });
    expect(pageText()).toContain('Key, set and project, at');
    expect(pageText()).toContain(sentence);
  });

  it('sends nothing while something stands in the way, offers the way round, and asks again', async () => {
    let isGone = true;
    const { wentTo, checks } = await look({
      inPractice: true,
      overrides: {
        'batches:check-start': () => {
          if (isGone) throw new FakeFailure('api/not-found', { message: 'this interview set' });
          return { checkedAtMs: 0, notices: [] };
        },
      },
    });
    expect(pageText()).toContain('Flowmingo no longer has this: this interview set.');
    expect(button('Send 3, then ask me').disabled).toBe(true);
    await click(button('Choose another target'));
    expect(wentTo).toEqual(['target']);
    isGone = false;
    await click(button('Check again'));
    expect(checks()).toBe(2);
    expect(button('Send 3, then ask me').disabled).toBe(false);
  });

  it('asks nothing and sends nothing without a network, and says so', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    const { checks } = await look();
    expect(checks()).toBe(0);
    expect(pageText()).toContain('No network. Sending waits until it is back.');
    expect(pageText()).toContain('It is checked before anything is sent.');
    vi.restoreAllMocks();
    act(() => void window.dispatchEvent(new Event('online')));
    await vi.waitFor(async () => {
      await settle();
      expect(checks()).toBe(1);
    });
  });
});
