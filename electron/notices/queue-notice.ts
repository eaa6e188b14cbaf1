// What of the queue is worth a notification of the system: a batch that did not start and waits for somebody. Numbers and the batch's
// name, never anything of a person, and nothing twice.
import { needsLook } from '../../shared/batches/queue-decision';
import type { QueueView, ReadyBatch } from '../../shared/batches/ready-batch';

export interface QueueNotice {
  readonly title: string;
  readonly body: string;
}

/** What somebody has to do with a batch, and the words of it. */
interface Matter {
  readonly kind: 'needs-look' | 'cannot-ask';
  readonly batch: ReadyBatch | null;
}

/** Tells what is new in the queue since the last time it was asked, and since `first`; null where that is no news. */
export function createQueueNews(
  first: QueueView,
): (view: QueueView, withNames: boolean) => QueueNotice | null {
  let known = mattersOf(first);
  return (view, withNames) => {
    const now = mattersOf(view);
    const news = [...now].filter(([key]) => !known.has(key)).map(([, matter]) => matter);
    known = now;
    return news.length === 0 ? null : toNotice(news, withNames);
  };
}

function mattersOf({ batches, state }: QueueView): ReadonlyMap<string, Matter> {
  const matters = new Map<string, Matter>();
  for (const batch of batches) {
    const marks = batch.findings.filter(needsLook).map(({ mark }) => mark);
    if (marks.length > 0) matters.set(`${batch.batchId} ${marks.join(' ')}`, { kind: 'needs-look', batch });
  }
  if (state.kind === 'stopped' && state.why === 'cannot-ask') {
    const batch = batches.find(({ batchId }) => batchId === state.batchId) ?? null;
    matters.set(`cannot-ask ${state.batchId}`, { kind: 'cannot-ask', batch });
  }
  return matters;
}

function toNotice(news: readonly Matter[], withNames: boolean): QueueNotice {
  const [first] = news;
  if (news.length > 1 || first === undefined)
    return {
      title: `${news.length} batches need your look`,
      body: 'They did not start, and nothing of them was sent.',
    };
  const name = first.batch !== null && withNames ? `“${first.batch.name}”` : 'A ready batch';
  return first.kind === 'cannot-ask'
    ? {
        title: 'Flowmingo cannot be reached',
        body: `${name} did not start, and nothing of it was sent. The queue has stopped.`,
      }
    : {
        title: 'A batch needs your look',
        body: `${name} did not start, and nothing of it was sent. See what has changed.`,
      };
}
