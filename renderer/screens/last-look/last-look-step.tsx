import { Button } from '@mantine/core';
import { inviteOrderSchema, openInviteOrderSchema } from '../../../shared/operations/invite-target';
import { holdSecondsBounds } from '../../../shared/runs/run-settings';
import type { WorkspaceView } from '../../../shared/workspaces/workspace-view';
import { FooterBar } from '../../components/footer-bar';
import { MessageBox } from '../../components/message-box';
import { useOnline } from '../../components/use-online';
import { useSettings } from '../../components/use-settings';
import type { CheckSummary } from '../../worker/session-types';
import { hasTarget } from '../new-batch/new-batch-state';
import { HandOverResult } from '../new-batch/parts/hand-over-result';
import { ReplayNote } from '../new-batch/parts/replay-note';
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
  if (state.check === null)
    return (
      <FooterBar onBack={() => goTo('check-rows')}>The rows are not checked for this workspace.</FooterBar>
    );
  return <LastLook check={state.check} workspace={workspace} />;
}

interface LastLookProps {
  readonly check: CheckSummary;
  /** Null where none is connected: then it can only be kept ready or handed over. */
  readonly workspace: WorkspaceView | null;
}

function LastLook({ check, workspace }: LastLookProps) {
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
  const { starting, start, keepReady, stop } = useStartRun();
  const { target, sendInvite, message, nameFallback } = state.order;
  const words = {
    sendInvite,
    message: sendInvite ? message : null,
    // A rule that concerns nobody is none.
    ...(sendInvite && nameFallback !== undefined && check.withoutFirstName > 0 ? { nameFallback } : {}),
  };
  const order = inviteOrderSchema.safeParse({ target, ...words });
  const canSend = workspace !== null && hasTarget(state.order);
  const count = check.willBeSent;
  const canStartWithFirst = count > firstRowsCount;
  const firstRows = canStartWithFirst && startsWithFirst ? firstRowsCount : null;
  const firstRowNumbers = useFirstRowNumbers(check.revision);
  // Practice is on this computer, so it needs no network.
  const isOffline = online.kind === 'offline' && workspace?.environment !== 'practice';
  const { asked, askAgain } = useCheckStart({
    workspaceId: workspace?.workspaceId ?? '',
    order: canSend && order.success ? order.data : null,
    peopleCount: count,
    settings,
    isOffline,
  });
  const notices = asked.kind === 'ready' ? (asked.value?.notices ?? []) : [];

  const name = state.file === null ? 'Batch' : batchNameOf(state.file);
  const send = (typedNumber: string | null) => {
    if (!order.success || workspace === null) return;
    start({
      workspaceId: workspace.workspaceId,
      name,
      order: order.data,
      settings,
      start: { firstRows, holdSeconds },
      typedNumber,
    });
  };
  const keepIt = () => {
    const open = openInviteOrderSchema.safeParse({ target: null, ...words });
    const workspaceId = workspace?.workspaceId ?? null;
    if (canSend && order.success) keepReady({ workspaceId, name, order: order.data, settings, firstRows });
    else if (open.success) keepReady({ workspaceId, name, order: open.data, settings, firstRows });
  };
  const offBecause = isOffline
    ? 'No network. Sending waits until it is back.'
    : asked.kind === 'failed'
      ? 'Sending is off until the check goes through.'
      : null;
  const isBusy = starting.kind === 'writing-down' || starting.kind === 'checking';
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
            <ReplayNote looksAtPeople />
            <h2 className="type-section">This cannot be undone</h2>
            <p className="text-2">{noWayBack(state.order, workspace)}</p>
          </section>
          <div className={styles.side}>
            <SendPanel
              label={firstRows === null ? sendLabel(state.order, check) : startLabel(state.order, firstRows)}
              count={count}
              asksForNumber={workspace?.environment === 'production'}
              canSend={canSend}
              starting={starting}
              offBecause={offBecause}
              holdSentence={holdSentence(holdSeconds)}
              onSend={send}
              onKeepReady={keepIt}
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
          <>
            <Button
              disabled={state.file === null}
              loading={handingOver.kind === 'packing'}
              onClick={() => handOver(() => saveHandOver(sheet, name, toHandOverWork(state)))}
            >
              Hand over as a file
            </Button>
            {canSend && (
              <Button disabled={isBusy} onClick={keepIt}>
                Keep it ready
              </Button>
            )}
          </>
        }
      >
        <p>Nothing has been sent yet.</p>
      </FooterBar>
    </>
  );
}
