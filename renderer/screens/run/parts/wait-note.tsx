import { Button } from '@mantine/core';
import {
  type Icon,
  IconClockPause,
  IconCloudQuestion,
  IconHandStop,
  IconWifiOff,
  IconZoomQuestion,
} from '@tabler/icons-react';
import { useEffect, useId, useLayoutEffect, useRef } from 'react';
import type { RunSummary } from '../../../../shared/runs/progress';
import type { WaitReason } from '../../../../shared/runs/run-state';
import { formatCountdown } from '../../../components/format-date';
import { MessageBox } from '../../../components/message-box';
import { useNow } from '../../../components/use-now';
import { toWaitWords, type Wait } from '../wait-words';
import { DetailsLink } from './details-link';

const icons: Readonly<Record<WaitReason, Icon>> = {
  'before-first': IconHandStop,
  'rate-limited': IconClockPause,
  offline: IconWifiOff,
  outage: IconCloudQuestion,
  'looking-up': IconZoomQuestion,
};

interface WaitNoteProps {
  readonly run: RunSummary;
  readonly wait: Wait;
  readonly isAtWork: boolean;
  readonly onStop: () => void;
}

/** A calm line while a run waits: what happened, when it goes on by itself, and in the hold before the first request Stop. */
export function WaitNote({ run, wait, isAtWork, onStop }: WaitNoteProps) {
  const nowMs = useNow(wait.untilMs !== null);
  const wordsId = useId();
  const words = toWaitWords(run, nowMs);
  const isHold = wait.why === 'before-first';
  return (
    <MessageBox
      tone={words?.tone ?? 'info'}
      Icon={icons[wait.why]}
      title={<span id={`${wordsId}-title`}>{words?.title}</span>}
      end={
        <>
          {wait.untilMs !== null && !isHold && (
            <b className="figures" role="timer">
              {formatCountdown(wait.untilMs - nowMs)}
            </b>
          )}
          {isHold && (
            <StopButton describedBy={`${wordsId}-title ${wordsId}`} isAtWork={isAtWork} onStop={onStop} />
          )}
        </>
      }
    >
      <span id={wordsId}>{words?.sentence}</span> <DetailsLink detail={wait.detail} />
    </MessageBox>
  );
}

interface StopButtonProps {
  readonly describedBy: string;
  readonly isAtWork: boolean;
  readonly onStop: () => void;
}

/** Has the focus as long as it is there; afterwards the focus goes to the screen, where a key pressed too late does nothing. */
function StopButton({ describedBy, isAtWork, onStop }: StopButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  useLayoutEffect(() => {
    const element = button.current;
    return () => {
      if (document.activeElement === element) document.getElementById('main')?.focus();
    };
  }, []);
  return (
    <Button
      ref={button}
      variant="danger"
      size="lg"
      aria-describedby={describedBy}
      // Not switched off while it works, which would lose the focus: a second press does nothing.
      onClick={() => !isAtWork && onStop()}
    >
      Stop
    </Button>
  );
}
