import { Button } from '@mantine/core';
import { inviteOrderSchema } from '../../../shared/operations/invite-target';
import { holdSecondsBounds } from '../../../shared/runs/run-settings';
import type { WorkspaceView } from '../../../shared/workspaces/workspace-view';
import { FooterBar } from '../../components/footer-bar';
import { MessageBox } from '../../components/message-box';
import { useOnline } from '../../components/use-online';
import { useSettings } from '../../components/use-settings';
import type { CheckSummary } from '../../worker/session-types';
import { HandOverResult } from '../new-batch/parts/hand-over-result';
import { saveHandOver } from '../new-batch/save-hand-over';
import { batchNameOf } from '../new-batch/to-batch-name';
import { toHandOverWork } from '../new-batch/to-hand-over-work';
import { useHandOver } from '../new-batch/use-hand-over';
import { useNewBatch } from '../new-batch/use-new-batch';
import styles from './last-look-step.module.css';
import {
  durationSentence,
  firstRowsCount,
  headline,
  holdSentence,
  noWayBack,
  sendLabel,
  startLabel,
} from './last-look-words';
import { CheckedLine } from './parts/checked-line';
import { Facts } from './parts/facts';
import { SendPanel } from './parts/send-panel';
import { SpeedFields } from './parts/speed-fields';
import { StartChoice } from './parts/start-choice';
import { StartFailure } from './parts/start-failure';
import { useCheckStart } from './use-check-start';
import { useFirstRowNumbers } from './use-first-row-numbers';
import { useStartRun } from './use-start-run';

/** Step 5: what is about to happen, in words, and the button that makes it happen. */
export function LastLookStep() {
  const { state, workspace, goTo } = useNewBatch();
  if (state.check === null || workspace === null)
    return (
      <FooterBar onBack={() => goTo('check-rows')}>The rows are not checked for this workspace.</FooterBar>
    );
  return <LastLook check={state.check} workspace={workspace} />;
}

function LastLook({ check, workspace }: { readonly check: CheckSummary; readonly workspace: WorkspaceView }) {
  const { state, tell, goTo, sheet } = useNewBatch();
  const { handingOver, handOver, forget } = useHandOver();
  const online = useOnline();
  const { settings: kept } = useSettings();
  const { startsWithFirst } = state.order;
  const settings = state.order.settings ?? {
    concurrency: kept?.concurrency ?? 4,
    peoplePerRequest: kept?.peoplePerRequest ?? 1,
  };
  const holdSeconds = kept?.holdSeconds ?? holdSecondsBounds.least;
  const { starting, start, stop } = useStartRun();
  const batchName = state.file === null ? 'Batch' : batchNameOf(state.file);
  const { target, sendInvite, message } = state.order;
  const order = inviteOrderSchema.safeParse({ target, sendInvite, message: sendInvite ? message : null });
  const count = check.willBeSent;
  const canStartWithFirst = count > firstRowsCount;
  const firstRows = canStartWithFirst && startsWithFirst ? firstRowsCount : null;
  const firstRowNumbers = useFirstRowNumbers(check.revision);
  // Practice is on this computer, so it needs no network.
  const isOffline = online.kind === 'offline' && workspace.environment !== 'practice';
  const { asked, askAgain } = useCheckStart({
    workspaceId: workspace.workspaceId,
    order: order.success ? order.data : null,
    peopleCount: count,
    settings,
    isOffline,
  });
  const notices = asked.kind === 'ready' ? (asked.value?.notices ?? []) : [];

  const send = (typedNumber: string | null) => {
    if (!order.success) return;
    start({
      workspaceId: workspace.workspaceId,
      name: batchName,
      order: order.data,
      settings,
      start: { firstRows, holdSeconds },
      typedNumber,
    });
  };
  const offBecause = isOffline
    ? 'No network. Sending waits until it is back.'
    : asked.kind === 'failed'
      ? 'Sending is off until the check goes through.'
      : null;
  const duration = durationSentence(count, settings);
  return (
    <>
      <div className={styles.page}>
        <div className={styles.columns}>
          <section>
            <h1 className="type-number">{headline(state.order, check, workspace)}</h1>
            <Facts
              state={state}
              check={check}
              workspace={workspace}
              onSeeMessage={() => goTo('target')}
              onSeeRows={() => goTo('check-rows')}
              checked={<CheckedLine asked={asked} target={target} />}
            />
            <h2 className="type-section">This cannot be undone</h2>
            <p className="text-2">{noWayBack(state.order, workspace)}</p>
          </section>
          <div className={styles.side}>
            <SendPanel
              label={firstRows === null ? sendLabel(state.order, check) : startLabel(state.order, firstRows)}
              count={count}
              asksForNumber={workspace.environment === 'production'}
              starting={starting}
              offBecause={offBecause}
              holdSentence={holdSentence(holdSeconds)}
              onSend={send}
              onStop={stop}
            >
              {canStartWithFirst ? (
                <StartChoice
                  count={count}
                  firstRowNumbers={firstRowNumbers}
                  startsWithFirst={startsWithFirst}
                  duration={duration}
                  onChoose={(first) => tell({ kind: 'order-changed', order: { startsWithFirst: first } })}
                />
              ) : (
                <div>
                  <h2 className="type-section">How it is sent</h2>
                  <p className="text-2">{duration}</p>
                </div>
              )}
              <SpeedFields
                settings={settings}
                onSettings={(changed) => tell({ kind: 'order-changed', order: { settings: changed } })}
              />
              {notices.map(({ kind, sentence }) => (
                <MessageBox key={kind} tone="warning">
                  {sentence}
                </MessageBox>
              ))}
            </SendPanel>
            {starting.kind === 'failed' ? (
              <StartFailure failure={starting.failure} />
            ) : (
              asked.kind === 'failed' && <StartFailure failure={asked.failure} onRetry={askAgain} />
            )}
          </div>
        </div>
      </div>
      {handingOver.kind !== 'none' && handingOver.kind !== 'packing' && (
        <div className={styles.handedOver}>
          <HandOverResult result={handingOver} onClose={forget} />
        </div>
      )}
      <FooterBar
        onBack={() => goTo('target')}
        actions={
          <Button
            disabled={state.file === null}
            loading={handingOver.kind === 'packing'}
            onClick={() => handOver(() => saveHandOver(sheet, batchName, toHandOverWork(state)))}
          >
            Hand over as a file
          </Button>
        }
      >
        <p>Nothing has been sent yet.</p>
      </FooterBar>
    </>
  );
}
