import { Button } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import type { RunSummary } from '../../../../shared/runs/progress';
import { MessageBox } from '../../../components/message-box';
import { toPauseWords, toWayOnLabel } from '../pause-words';
import { DetailsLink } from './details-link';

interface PauseNoteProps {
  readonly run: RunSummary;
  readonly hasNewKey: boolean;
  readonly isAtWork: boolean;
  readonly onResume: () => void;
  readonly onNewKey: () => void;
}

/** Why a run stands still, with its way on. */
export function PauseNote({ run, hasNewKey, isAtWork, onResume, onNewKey }: PauseNoteProps) {
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
          <Button
            variant={way === 'go-on-anyway' ? 'default' : 'filled'}
            disabled={isAtWork}
            onClick={way === 'new-key' ? onNewKey : onResume}
          >
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
          <DetailsLink detail={run.pauseDetail} />
        </>
      )}
    </MessageBox>
  );
}
