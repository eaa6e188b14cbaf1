import { Button } from '@mantine/core';
import { IconMailForward } from '@tabler/icons-react';
import { useCallback } from 'react';
import { bridge } from '../../../bridge';
import { MessageBox } from '../../../components/message-box';
import { useAsked } from '../../../components/use-asked';
import { useNavigate } from '../../../components/use-navigate';
import type { HandedOverView } from '../../../worker/session-types';
import { cleanMessage } from '../clean-message';
import { preparedSentence, ranBeforeSentence, targetSentence } from '../handed-over-words';
import type { HandedOverTarget } from '../use-handed-over-target';
import styles from './handed-over-note.module.css';

interface HandedOverNoteProps {
  readonly handedOver: HandedOverView;
  readonly target: HandedOverTarget;
}

/** What a batch file says of itself, and what of it is not as it says, above every step. */
export function HandedOverNote({ handedOver, target }: HandedOverNoteProps) {
  const navigate = useNavigate();
  const { contentSha256, work } = handedOver;
  const { asked } = useAsked(
    useCallback(() => bridge.ask('handover:find-runs', { contentSha256 }), [contentSha256]),
  );
  const ranBefore = asked.kind === 'ready' ? asked.value.runs[0] : undefined;
  const ofTarget = targetSentence(handedOver, target.finding);
  const isCleaned =
    work.operation === 'invite' && work.message !== null && cleanMessage(work.message).isChanged;
  return (
    <section className={styles.note} aria-label="About this batch file">
      <MessageBox tone="info" Icon={IconMailForward}>
        {preparedSentence(handedOver)} It is checked anew here, and opening it has sent nothing.
      </MessageBox>
      {ranBefore && (
        <MessageBox
          tone="warning"
          announce="polite"
          end={
            <Button size="xs" onClick={() => navigate({ kind: 'run', runId: ranBefore.runId })}>
              Show that run
            </Button>
          }
        >
          {ranBeforeSentence(ranBefore, Date.now())} Whoever this workspace has invited to the target is left
          out.
        </MessageBox>
      )}
      {ofTarget && (
        <MessageBox
          tone="warning"
          announce="polite"
          end={
            target.finding === 'not-read' && (
              <Button size="xs" onClick={target.lookAgain}>
                Look again
              </Button>
            )
          }
        >
          {ofTarget}
        </MessageBox>
      )}
      {work.operation === 'invite' && work.sendInvite === true && work.message === null && (
        <MessageBox tone="info">
          It brings no message, so ours is proposed. Read it before you send.
        </MessageBox>
      )}
      {isCleaned && (
        <MessageBox tone="warning">
          Its message held things that mail does not show or that could mislead. They were taken out; read it
          before you send.
        </MessageBox>
      )}
    </section>
  );
}
