import { Button } from '@mantine/core';
import { useState } from 'react';
import { type BridgeFailure, bridge, toBridgeFailure } from '../../../bridge';
import { ErrorPanel } from '../../../components/error-panel';
import { MessageBox } from '../../../components/message-box';

interface DeletedNoteProps {
  readonly runId: string;
  readonly onBroughtBack: () => void;
}

/** A run was deleted: until the app is closed it can be brought back. */
export function DeletedNote({ runId, onBroughtBack }: DeletedNoteProps) {
  const [isBack, setIsBack] = useState(false);
  const [failure, setFailure] = useState<BridgeFailure | null>(null);
  if (failure !== null) return <ErrorPanel failure={failure} onClose={() => setFailure(null)} />;
  if (isBack)
    return (
      <MessageBox tone="done" announce="polite">
        The run is back.
      </MessageBox>
    );
  const bringBack = () =>
    bridge.ask('history:bring-back-run', { runId }).then(
      () => {
        setIsBack(true);
        onBroughtBack();
      },
      (thrown: unknown) => setFailure(toBridgeFailure(thrown)),
    );
  return (
    <MessageBox
      tone="info"
      announce="polite"
      end={
        <Button size="xs" onClick={() => void bringBack()}>
          Undo
        </Button>
      }
    >
      The run is deleted. Until you close the app you can undo that; then it is gone for good.
    </MessageBox>
  );
}
