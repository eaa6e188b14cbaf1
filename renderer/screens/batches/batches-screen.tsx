import { IconStack2 } from '@tabler/icons-react';
import { EmptyState } from '../../components/empty-state';
import { ErrorPanel } from '../../components/error-panel';
import { formatTime } from '../../components/format-date';
import { MessageBox } from '../../components/message-box';
import { ReadingPage } from '../../components/reading-page';
import { isEnded } from '../../components/run-words';
import { SkeletonRows } from '../../components/skeleton-rows';
import { useNavigate } from '../../components/use-navigate';
import { useOnline } from '../../components/use-online';
import { useQueue } from '../../components/use-queue';
import { useRuns } from '../../components/use-runs';
import { Drafts } from '../home/parts/drafts';
import { useDrafts } from '../home/use-drafts';
import styles from './batches-screen.module.css';
import { QueueNote } from './parts/queue-note';
import { ReadyList } from './parts/ready-list';
import { RunSection } from './parts/run-section';

/** Runs that stand still are looked for further back than the list shows. */
const searchedCount = 100;
/** The rest is a click away, among all runs. */
const doneCount = 10;

/** Every batch by its state: ready and in the queue, running, in the making, done. */
export function BatchesScreen() {
  const navigate = useNavigate();
  const online = useOnline();
  const queue = useQueue();
  const { asked, askAgain } = useRuns(searchedCount);
  const drafts = useDrafts();
  const runs = asked.kind === 'ready' ? asked.value : [];
  const running = runs.filter(({ state }) => !isEnded(state));
  const done = runs.filter(({ state }) => isEnded(state));
  const hasNothing =
    queue.asked.kind === 'ready' &&
    queue.asked.value.batches.length === 0 &&
    queue.asked.value.state.kind === 'idle' &&
    asked.kind === 'ready' &&
    runs.length === 0 &&
    drafts.asked.kind === 'ready' &&
    drafts.asked.value.length === 0;

  return (
    <ReadingPage kind="work">
      <div className={styles.head}>
        <div>
          <h1 className="type-screen">Batches</h1>
          <p className="text-2">
            What is ready, what is being sent, what is in the making, and what is done.
          </p>
        </div>
      </div>
      <div className={styles.notes}>
        {online.kind === 'offline' && (
          <MessageBox tone="warning" title={`No network since ${formatTime(online.sinceMs)}.`}>
            You can open files, check rows and keep batches ready. Only what you let start by itself is sent
            when the network is back.
          </MessageBox>
        )}
        {queue.asked.kind === 'failed' && (
          <ErrorPanel failure={queue.asked.failure} onRetry={queue.askAgain} />
        )}
        {asked.kind === 'failed' && <ErrorPanel failure={asked.failure} onRetry={askAgain} />}
        {queue.asked.kind === 'ready' && <QueueNote view={queue.asked.value} runs={runs} />}
      </div>
      {queue.asked.kind === 'loading' && (
        <SkeletonRows rowHeight={44} rowCount={5} label="Reading the batches" />
      )}
      {hasNothing ? (
        <EmptyState
          Icon={IconStack2}
          title="No batches yet"
          sentence="A batch is people from a spreadsheet with what is to happen to them. It stays here from its first step until it is done."
          mainAction={{
            label: 'New batch',
            onClick: () => navigate({ kind: 'new-batch', opens: 'nothing' }),
          }}
        />
      ) : (
        <>
          {queue.asked.kind === 'ready' && <ReadyList view={queue.asked.value} />}
          <RunSection id="running" heading="Running" runs={running} />
          <Drafts heading="In the making" isWhole />
          <RunSection
            id="done"
            heading="Done"
            runs={done.slice(0, doneCount)}
            hasMore={done.length > doneCount}
          />
        </>
      )}
    </ReadingPage>
  );
}
