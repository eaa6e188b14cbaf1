import { Button } from '@mantine/core';
import { IconPlayerPause, IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import type { QueueView } from '../../../../shared/batches/ready-batch';
import type { RunSummary } from '../../../../shared/runs/progress';
import { type BridgeFailure, bridge, toBridgeFailure } from '../../../bridge';
import { ErrorPanel } from '../../../components/error-panel';
import { formatNumber } from '../../../components/format-number';
import { MessageBox } from '../../../components/message-box';
import { toRunStateWords } from '../../../components/run-words';
import { useNavigate } from '../../../components/use-navigate';
import { useQueue } from '../../../components/use-queue';
import { stoppedWords, waitingForLookWords } from '../ready-words';

interface QueueNoteProps {
  readonly view: QueueView;
  readonly runs: readonly RunSummary[];
}

const quoted = (name: string | null) => (name === null ? null : `“${name}”`);

/** What the queue does, or why it does nothing, in one sentence; nothing at all where there is nothing to say. */
export function QueueNote({ view: { batches, state }, runs }: QueueNoteProps) {
  const navigate = useNavigate();
  const { take } = useQueue();
  const [failure, setFailure] = useState<BridgeFailure | null>(null);
  const onStop = () =>
    bridge.ask('queue:stop', {}).then(take, (thrown: unknown) => setFailure(toBridgeFailure(thrown)));
  const ordered = batches.filter(({ isOrdered, startsItself }) => isOrdered || startsItself).length;
  const stop = ordered > 0 && <Button onClick={onStop}>Stop the queue</Button>;
  const nameOf = (batchId: string | null) => batches.find((batch) => batch.batchId === batchId)?.name ?? null;
  const waiting = waitingForLookWords(runs);
  if (failure !== null) return <ErrorPanel failure={failure} onClose={() => setFailure(null)} />;
  switch (state.kind) {
    case 'idle':
      return waiting === '' ? null : (
        <MessageBox tone="info" Icon={IconPlayerPause} title={waiting}>
          Nothing more is sent there before you let the rest go.
        </MessageBox>
      );
    case 'checking':
      return (
        <MessageBox
          tone="info"
          title={`Looking at Flowmingo before ${quoted(nameOf(state.batchId)) ?? 'a batch'} starts.`}
          end={stop}
        >
          Nothing of it has been sent yet. {waiting}
        </MessageBox>
      );
    case 'waiting':
      return (
        <MessageBox tone="info" title={`${quoted(nameOf(state.batchId)) ?? 'A batch'} waits.`} end={stop}>
          Another run of its workspace goes on. It starts when that run has ended.
        </MessageBox>
      );
    case 'sending':
    case 'held': {
      const run = runs.find(({ runId }) => runId === state.runId);
      const runName = run?.batchName ?? null;
      const isHeld = state.kind === 'held';
      const next =
        ordered === 0 ? '' : ` ${formatNumber(ordered)} more ${ordered === 1 ? 'comes' : 'come'} after it.`;
      return (
        <MessageBox
          tone={isHeld ? 'warning' : 'info'}
          Icon={isHeld ? IconPlayerPause : IconSend}
          title={
            isHeld
              ? `${quoted(runName) ?? 'A run'} stands still: ${run ? toRunStateWords(run).toLowerCase() : 'paused'}.`
              : `${quoted(runName) ?? 'A batch'} is being sent.`
          }
          end={
            <>
              {stop}
              <Button onClick={() => navigate({ kind: 'run', runId: state.runId })}>See the run</Button>
            </>
          }
        >
          {isHeld
            ? 'The queue starts nothing else until you let it go on or cancel it.'
            : `The queue runs one batch at a time.${next} ${waiting}`.trim()}
        </MessageBox>
      );
    }
    case 'stopped': {
      const { title, sentence } = stoppedWords(state.why, nameOf(state.batchId), batches.length);
      return (
        <MessageBox tone={state.why === 'asked' ? 'info' : 'warning'} title={title} announce="polite">
          {sentence}
        </MessageBox>
      );
    }
  }
}
