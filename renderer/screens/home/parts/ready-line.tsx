import { Button } from '@mantine/core';
import { IconStack2 } from '@tabler/icons-react';
import { formatNumber } from '../../../components/format-number';
import { MessageBox } from '../../../components/message-box';
import { useNavigate } from '../../../components/use-navigate';
import { useQueue } from '../../../components/use-queue';

/** How many batches are ready, and what the queue waits for; nothing at all where none is. */
export function ReadyLine() {
  const { asked } = useQueue();
  const navigate = useNavigate();
  if (asked.kind !== 'ready' || asked.value.batches.length === 0) return null;
  const { batches, state } = asked.value;
  const looks = batches.filter(({ findings }) => findings.length > 0).length;
  const isHeld = state.kind === 'held' || (state.kind === 'stopped' && state.why !== 'asked');
  const byThemselves = batches.filter(({ startsItself }) => startsItself).length;
  return (
    <MessageBox
      tone={isHeld || looks > 0 ? 'warning' : 'info'}
      Icon={IconStack2}
      title={
        batches.length === 1
          ? '1 batch is ready to run.'
          : `${formatNumber(batches.length)} batches are ready to run.`
      }
      end={
        <Button onClick={() => navigate({ kind: 'batches' })}>
          See {batches.length === 1 ? 'it' : 'them'}
        </Button>
      }
    >
      {isHeld && 'The queue stands still and waits for you. '}
      {!isHeld && looks > 0 && `${formatNumber(looks)} ${looks === 1 ? 'needs' : 'need'} your look. `}
      {byThemselves > 0 &&
        `${formatNumber(byThemselves)} ${byThemselves === 1 ? 'starts' : 'start'} by ${byThemselves === 1 ? 'itself' : 'themselves'} when Flowmingo can be reached.`}
    </MessageBox>
  );
}
