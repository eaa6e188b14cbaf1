import { Button } from '@mantine/core';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { checkMessage } from '../../../shared/messages/check-message';
import { type InviteTarget, noTarget } from '../../../shared/operations/invite-target';
import type { WorkspaceView } from '../../../shared/workspaces/workspace-view';
import { type BridgeFailure, toBridgeFailure } from '../../bridge';
import { ErrorPanel } from '../../components/error-panel';
import { FooterBar } from '../../components/footer-bar';
import { formatCount } from '../../components/format-number';
import { MessageBox } from '../../components/message-box';
import { SkeletonRows } from '../../components/skeleton-rows';
import type { CheckSummary } from '../../worker/session-types';
import { hasTarget } from '../new-batch/new-batch-state';
import { useNewBatch } from '../new-batch/use-new-batch';
import { MessagePart } from './parts/message-part';
import { PreviewPanel } from './parts/preview-panel';
import { SendChoice } from './parts/send-choice';
import { TargetFields, TargetIdFields } from './parts/target-fields';
import { NoWorkspaceYet, TargetLater } from './parts/target-later';
import styles from './target-step.module.css';
import { consequenceSentence, countEmails, countFallbacks, isTargetGone, whatIsOpen } from './target-words';
import { useLastMessage } from './use-last-message';
import { useMessage } from './use-message';
import { useTargetLists } from './use-target-lists';

/** Step 4: what people are invited to, whether they get email, and what it says. */
export function TargetStep() {
  const { state, workspace } = useNewBatch();
  const { check } = state;
  if (check === null) return null;
  return <TargetForm key={workspace?.workspaceId} workspace={workspace} check={check} />;
}

function TargetForm({
  workspace,
  check,
}: {
  /** Null where none is connected: then the target stays open. */
  readonly workspace: WorkspaceView | null;
  readonly check: CheckSummary;
}) {
  const { state, sheet, tell, goTo } = useNewBatch();
  const { order } = state;
  const { asked, readAgain } = useTargetLists(workspace?.workspaceId ?? null);
  const [failure, setFailure] = useState<BridgeFailure | null>(null);

  const inHand = useMessage();
  const { message, fallback } = inHand;
  const last = useLastMessage(workspace?.workspaceId ?? null, order.target);
  const problems = useMemo(() => {
    const { willBeSent: total, withoutFirstName } = check;
    const withFallback = countFallbacks(fallback, withoutFirstName);
    const wordings = withoutFirstName === 0 ? undefined : fallback;
    return checkMessage(message, { total, withoutFirstName, withFallback }, wordings);
  }, [message, check, fallback]);
  const changeTarget = useCallback(
    (target: InviteTarget) => {
      tell({ kind: 'order-changed', order: { target, targetLater: false } });
      sheet.ask('chooseTarget', { setId: target.setId, projectId: target.projectId }).then(
        (next) => tell({ kind: 'checked', check: next }),
        (thrown: unknown) => setFailure(toBridgeFailure(thrown)),
      );
    },
    [sheet, tell],
  );

  // What is shown as the message has to be what is sent.
  const isUnsaid = order.sendInvite === true && order.message === null;
  useEffect(() => {
    if (isUnsaid) tell({ kind: 'order-changed', order: { message } });
  }, [isUnsaid, message, tell]);
  // What was chosen in another workspace, or is gone, is chosen no more.
  const lists = asked.kind === 'ready' ? asked.value : null;
  const isGone = lists !== null && isTargetGone(order.target, lists);
  useEffect(() => {
    if (isGone) changeTarget(noTarget);
  }, [isGone, changeTarget]);

  const invitedBefore = check.leftOutGroups.find(({ why }) => why === 'already-invited')?.count ?? 0;
  const open = whatIsOpen(
    order,
    problems.some(({ blocking }) => blocking),
  );
  const mayInvite = workspace?.scopes.includes('invite_candidates') ?? true;
  return (
    <>
      <div className={styles.body}>
        <div className={styles.form}>
          <h1 className="type-screen">What are they invited to?</h1>
          {failure && <ErrorPanel failure={failure} onClose={() => setFailure(null)} />}
          {!mayInvite && (
            <MessageBox tone="warning" title="This key may not invite people.">
              You can go on preparing and keep the batch ready. Put in a key that may invite before you send.
            </MessageBox>
          )}
          {asked.kind === 'loading' && (
            <SkeletonRows rowHeight={32} label="Reading the lists from Flowmingo" />
          )}
          {asked.kind === 'failed' &&
            (asked.failure.code === 'api/scope-missing' ? (
              <TargetIdFields target={order.target} onChange={changeTarget} />
            ) : (
              <ErrorPanel failure={asked.failure} onRetry={readAgain} />
            ))}
          {workspace === null && <NoWorkspaceYet />}
          {lists && (
            <TargetFields
              lists={lists}
              target={order.target}
              isReadingAgain={asked.kind === 'ready' && asked.isReadingAgain}
              onChange={changeTarget}
              onReadAgain={readAgain}
            />
          )}
          {!hasTarget(order) && (
            <TargetLater
              isOpen={order.targetLater === true}
              onChange={(targetLater) => tell({ kind: 'order-changed', order: { targetLater } })}
            />
          )}
          {invitedBefore > 0 && (
            <MessageBox
              tone="info"
              announce="polite"
              end={
                <Button size="xs" onClick={() => goTo('check-rows')}>
                  Show them
                </Button>
              }
            >
              {formatCount(invitedBefore, 'person was', 'people were')} invited to this before and{' '}
              {invitedBefore === 1 ? 'is' : 'are'} left out.
            </MessageBox>
          )}
          <SendChoice
            isPractice={workspace?.environment === 'practice'}
            value={order.sendInvite}
            emailCount={countEmails(check)}
            onChange={(sendInvite) =>
              tell({ kind: 'order-changed', order: { sendInvite, ...(sendInvite ? { message } : {}) } })
            }
          />
          {order.sendInvite === true && (
            <MessagePart
              inHand={inHand}
              last={last}
              problems={problems}
              withoutFirstName={check.withoutFirstName}
            />
          )}
        </div>
        {order.sendInvite === true && (
          <aside className={styles.side} aria-label="Preview of the message">
            <PreviewPanel
              key={check.revision}
              message={message}
              fallback={fallback}
              check={check}
              onChangeFallback={inHand.setFallback}
            />
          </aside>
        )}
      </div>
      <FooterBar
        onBack={() => goTo('check-rows')}
        main={{
          label: 'Last look',
          onClick: () => goTo('last-look'),
          ...(open === null ? {} : { offBecause: open }),
        }}
      >
        <p>{consequenceSentence(order, check)}</p>
      </FooterBar>
    </>
  );
}
