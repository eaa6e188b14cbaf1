import { Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { MessageBox } from '../../../components/message-box';
import type { RecallView } from '../../../worker/session-types';
import { appliedSentence, offeredSentence } from '../recall-words';
import styles from './recall-note.module.css';

interface RecallNoteProps {
  readonly recall: RecallView;
  readonly onProposeAnew: () => void;
  readonly onUseOffered: () => void;
}

/** That the columns are used as last time, with the way out; or that they nearly are, with the question. */
export function RecallNote({ recall, onProposeAnew, onUseOffered }: RecallNoteProps) {
  return (
    <div className={styles.note}>
      <MessageBox
        tone="info"
        Icon={IconHistory}
        announce="polite"
        end={
          recall.kind === 'applied' ? (
            <Button size="xs" onClick={onProposeAnew}>
              Propose anew
            </Button>
          ) : (
            <>
              <Button size="xs" onClick={onUseOffered}>
                Use as last time
              </Button>
              <Button size="xs" onClick={onProposeAnew}>
                Keep what is proposed
              </Button>
            </>
          )
        }
      >
        {recall.kind === 'applied' ? appliedSentence(recall) : offeredSentence(recall)}
      </MessageBox>
    </div>
  );
}
