import { describe, expect, it } from 'vitest';
import { createQueueNews } from '../../../../electron/notices/queue-notice';
import type { Finding } from '../../../../shared/batches/finding';
import type { QueueState, ReadyBatch } from '../../../../shared/batches/ready-batch';
import { makeReady } from '../../../helpers/fake-queue';

const found = (weight: Finding['weight'], mark: string): Finding => ({
  kind: 'invited-meanwhile',
  weight,
  mark,
  sentence: '4 people were invited to this meanwhile by run 12 today.',
  runId: null,
});
const view = (batches: readonly ReadyBatch[], state: QueueState = { kind: 'idle' }) => ({
  batches: [...batches],
  state,
});
const plain = makeReady();
const changed = makeReady({ findings: [found('asks', 'invited 4')] });
const other = makeReady({ batchId: 'ready-other', name: 'Nurses Brno', findings: [found('stops', 'key')] });

describe('news of the queue', () => {
  it('a batch that did not start is told once, by its name where that is wanted', () => {
    const news = createQueueNews(view([plain]));
    expect(news(view([plain], { kind: 'checking', batchId: plain.batchId }), true)).toBeNull();
    expect(news(view([changed]), true)).toEqual({
      title: 'A batch needs your look',
      body: '“Graduate fair Hanoi 2026” did not start, and nothing of it was sent. See what has changed.',
    });
    expect(news(view([changed]), true)).toBeNull();
    expect(news(view([plain]), true)).toBeNull();
    expect(news(view([changed]), false)?.body).toMatch(/^A ready batch did not start/);
  });

  it('what stood there when the app was started, and what only tells or waits, is no news', () => {
    const news = createQueueNews(view([changed]));
    expect(news(view([changed]), true)).toBeNull();
    expect(
      news(view([changed, makeReady({ batchId: 'b', findings: [found('waits', 'x')] })]), true),
    ).toBeNull();
  });

  it('several are told together, and a Flowmingo that cannot be asked by itself', () => {
    expect(createQueueNews(view([plain]))(view([changed, other]), true)?.title).toBe(
      '2 batches need your look',
    );
    const stopped: QueueState = { kind: 'stopped', why: 'cannot-ask', batchId: plain.batchId };
    expect(createQueueNews(view([plain]))(view([plain], stopped), true)).toEqual({
      title: 'Flowmingo cannot be reached',
      body: '“Graduate fair Hanoi 2026” did not start, and nothing of it was sent. The queue has stopped.',
    });
  });
});
