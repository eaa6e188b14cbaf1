import { Button } from '@mantine/core';
import type { MessageProblem } from '../../../../shared/messages/check-message';
import { MessageBox } from '../../../components/message-box';
import type { LastMessage } from '../use-last-message';
import type { useMessage } from '../use-message';
import { LastMessageBox } from './last-message-box';
import { MessageEditor } from './message-editor';

interface MessagePartProps {
  readonly inHand: ReturnType<typeof useMessage>;
  readonly last: LastMessage | null;
  readonly problems: readonly MessageProblem[];
  readonly withoutFirstName: number;
}

/** The message with what is offered in its place, and with the way back after it was put in. */
export function MessagePart({ inHand, last, problems, withoutFirstName }: MessagePartProps) {
  const { done } = inHand;
  return (
    <>
      {done !== null && (
        <MessageBox
          tone="done"
          announce="polite"
          end={
            done.undo && (
              <Button size="xs" onClick={done.undo}>
                Undo
              </Button>
            )
          }
        >
          {done.sentence}
        </MessageBox>
      )}
      {done === null && last !== null && last.message !== inHand.message && (
        <LastMessageBox
          last={last}
          onUse={() =>
            inHand.putIn(last.message, last.nameFallback?.words ?? null, 'The message is the last one now.')
          }
        />
      )}
      <MessageEditor
        message={inHand.message}
        fallback={inHand.fallback}
        problems={problems}
        withoutFirstName={withoutFirstName}
        onChange={inHand.write}
        onChangeFallback={inHand.setFallback}
        onApply={inHand.apply}
        onKept={inHand.say}
      />
    </>
  );
}
