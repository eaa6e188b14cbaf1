import { Button } from '@mantine/core';
import { IconMailForward } from '@tabler/icons-react';
import { isCleanMessage } from '../../../../shared/messages/clean-message';
import { MessageBox } from '../../../components/message-box';
import type { HandedOverView } from '../../../worker/session-types';
import { preparedSentence, targetSentence } from '../handed-over-words';
import type { HandedOverTarget } from '../use-handed-over-target';
import styles from './handed-over-note.module.css';

interface HandedOverNoteProps {
  readonly handedOver: HandedOverView;
  readonly target: HandedOverTarget;
}

/** What a batch file says of itself, and what of it is not as it says, above every step. */
export function HandedOverNote({ handedOver, target }: HandedOverNoteProps) {
  const { work } = handedOver;
  const ofTarget = targetSentence(handedOver, target.finding);
  const isCleaned = work.operation === 'invite' && work.message !== null && !isCleanMessage(work.message);
  return (
    <section className={styles.note} aria-label="About this batch file">
      <MessageBox tone="info" Icon={IconMailForward}>
        {preparedSentence(handedOver)} It is checked anew here, and opening it has sent nothing.
      </MessageBox>
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
