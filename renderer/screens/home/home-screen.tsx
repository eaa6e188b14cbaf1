import { useState } from 'react';
import { type BridgeFailure, bridge, toBridgeFailure } from '../../bridge';
import { ConfirmDialog } from '../../components/confirm-dialog';
import { ErrorPanel } from '../../components/error-panel';
import { MessageBox } from '../../components/message-box';
import { ReadingPage } from '../../components/reading-page';
import { isStoppedPartWay } from '../../components/run-words';
import { useAppInfo } from '../../components/use-app-info';
import { useBatchInHand, useNavigate } from '../../components/use-navigate';
import { useRuns } from '../../components/use-runs';
import { useWorkspaces } from '../../components/use-workspaces';
import styles from './home-screen.module.css';
import { Drafts } from './parts/drafts';
import { ReadyLine } from './parts/ready-line';
import { RecentRuns } from './parts/recent-runs';
import { StartCards } from './parts/start-cards';
import { StoppedRun } from './parts/stopped-run';

/** As many as fit under the two choices without moving the screen. */
const recentCount = 6;
/** More would push the two choices off the screen. */
const shownStoppedCount = 2;
/** Stopped runs are looked for further back than the list shows. */
const searchedCount = 50;

/** Where the window opens: a run that stopped part way above all, then two choices, what is not sent yet, and what was done lately. */
export function HomeScreen() {
  const navigate = useNavigate();
  const info = useAppInfo();
  const { readAgain, ...workspaces } = useWorkspaces();
  const { asked, askAgain } = useRuns(searchedCount);
  const inHand = useBatchInHand();
  // What is kept stands in the list afterwards, so that nothing is lost.
  const losesBatch = inHand !== null && inHand.draftId === null;
  const [isAsking, setIsAsking] = useState(false);
  const [failure, setFailure] = useState<BridgeFailure | null>(null);

  const openSample = async () => {
    setIsAsking(false);
    setFailure(null);
    try {
      await bridge.ask('workspaces:open-practice', {});
      readAgain();
      navigate({ kind: 'new-batch', opens: 'sample-file' });
    } catch (thrown) {
      setFailure(toBridgeFailure(thrown));
    }
  };
  const stopped = asked.kind === 'ready' ? asked.value.filter(isStoppedPartWay) : [];

  return (
    <ReadingPage>
      <div className={styles.messages}>
        {info?.notices.map((notice) => (
          <MessageBox key={notice} tone="warning">
            {notice}
          </MessageBox>
        ))}
        {workspaces.failure && <ErrorPanel failure={workspaces.failure} onRetry={readAgain} />}
        {stopped.slice(0, shownStoppedCount).map((run) => (
          <StoppedRun key={run.runId} run={run} />
        ))}
        <ReadyLine />
        {stopped.length > shownStoppedCount && (
          <button
            type="button"
            className={`link-button ${styles.more}`}
            onClick={() => navigate({ kind: 'runs' })}
          >
            {stopped.length - shownStoppedCount} more{' '}
            {stopped.length - shownStoppedCount === 1 ? 'run stands' : 'runs stand'} still
          </button>
        )}
      </div>
      <h1 className="type-page">Invite people from a spreadsheet</h1>
      <p className={`${styles.lead} text-2`}>
        Open a file, check every row, send, and know what happened to each person.
      </p>
      <StartCards
        keychainName={info?.keychainAvailable ? info.keychainName : null}
        onOpenSample={() => (losesBatch ? setIsAsking(true) : openSample())}
      />
      {failure && <ErrorPanel failure={failure} />}
      <ConfirmDialog
        isOpen={isAsking}
        title="A batch is in hand"
        confirmLabel="Open the sample file"
        cancelLabel="Keep my batch"
        onConfirm={openSample}
        onClose={() => setIsAsking(false)}
      >
        <p>
          The sample takes its place. Its file stays as it is, but what you changed in its rows is lost.
          Nothing of it has been sent.
        </p>
      </ConfirmDialog>
      <Drafts />
      <RecentRuns asked={asked} count={recentCount} onAskAgain={askAgain} />
    </ReadingPage>
  );
}
