import { Button } from '@mantine/core';
import { IconClockPause, IconPlugConnectedX } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { RunSummary } from '../../../../shared/runs/progress';
import { formatCountdown } from '../../../components/format-date';
import { MessageBox } from '../../../components/message-box';
import { toHoldSentences, toPauseWords, toWayOnLabel } from '../run-sentences';
import { useNow } from '../use-now';

interface RunNoteProps {
  readonly run: RunSummary;
  readonly hasNewKey: boolean;
  readonly isAtWork: boolean;
  readonly onResume: () => void;
  readonly onNewKey: () => void;
}

/** Why nothing is sent at the moment: a wait that ends by itself, or a pause with its way on. */
export function RunNote({ run, hasNewKey, isAtWork, onResume, onNewKey }: RunNoteProps) {
  const [isOpen, setIsOpen] = useState(false);
  if (run.resumeAtMs !== null) return <HoldNote run={run} resumeAtMs={run.resumeAtMs} />;
  const words = toPauseWords(run, hasNewKey);
  if (words === null) return null;
  const { way } = words;
  return (
    <MessageBox
      tone={words.tone}
      Icon={way === 'new-key' ? IconPlugConnectedX : undefined}
      title={words.title}
      announce={words.tone === 'refused' ? 'at-once' : 'polite'}
      end={
        way !== 'none' && (
          <Button variant="filled" disabled={isAtWork} onClick={way === 'new-key' ? onNewKey : onResume}>
            {toWayOnLabel(way, run.counts.notSent)}
          </Button>
        )
      }
    >
      {words.sentence}
      {way === 'new-key' && (
        <>
          {' '}
          <button type="button" className="link-button" disabled={isAtWork} onClick={onResume}>
            I have put in a new key: go on
          </button>
        </>
      )}
      {run.pauseDetail !== null && (
        <>
          {way === 'new-key' ? ' · ' : ' '}
          <button
            type="button"
            className="link-button"
            aria-expanded={isOpen}
            onClick={() => setIsOpen(!isOpen)}
          >
            Details
          </button>
          {isOpen && <span className="text-2"> {run.pauseDetail}</span>}
        </>
      )}
    </MessageBox>
  );
}

function HoldNote({ run, resumeAtMs }: { readonly run: RunSummary; readonly resumeAtMs: number }) {
  const nowMs = useNow(true);
  // The wait's length is counted from when it was first seen here.
  const seen = useRef({ resumeAtMs, atMs: Date.now() });
  if (seen.current.resumeAtMs !== resumeAtMs) seen.current = { resumeAtMs, atMs: Date.now() };
  const words = toHoldSentences(run, resumeAtMs - seen.current.atMs);
  return (
    <MessageBox
      tone="warning"
      Icon={IconClockPause}
      title={words?.title}
      end={
        <b className="figures" role="timer">
          {formatCountdown(resumeAtMs - nowMs)}
        </b>
      }
    >
      {words?.sentence}
    </MessageBox>
  );
}
