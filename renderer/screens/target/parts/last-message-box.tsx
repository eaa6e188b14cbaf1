import { Button } from '@mantine/core';
import { formatMoment } from '../../../components/format-date';
import { formatNumber } from '../../../components/format-number';
import { MessageBox } from '../../../components/message-box';
import { firstWords } from '../message-words';
import type { LastMessage } from '../use-last-message';

interface LastMessageBoxProps {
  readonly last: LastMessage;
  readonly onUse: () => void;
}

/** Offers the message that this target got last. */
export function LastMessageBox({ last, onUse }: LastMessageBoxProps) {
  return (
    <MessageBox
      tone="info"
      end={
        <Button size="xs" onClick={onUse}>
          Use that message
        </Button>
      }
    >
      The last message to this target, {formatMoment(last.usedAtMs, Date.now())} by run{' '}
      {formatNumber(last.runNumber)}: “{firstWords(last.message)}”
    </MessageBox>
  );
}
