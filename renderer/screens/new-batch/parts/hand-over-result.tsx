import { Button } from '@mantine/core';
import { type BridgeFailure, bridge } from '../../../bridge';
import { ErrorPanel } from '../../../components/error-panel';
import { MessageBox } from '../../../components/message-box';
import type { HandedOverFile } from '../save-hand-over';

interface HandOverResultProps {
  readonly result: HandedOverFile | { readonly kind: 'failed'; readonly failure: BridgeFailure };
  readonly onClose: () => void;
}

/** What came of handing a batch over. Nothing where somebody chose not to save. */
export function HandOverResult({ result, onClose }: HandOverResultProps) {
  switch (result.kind) {
    case 'cancelled':
      return null;
    case 'failed':
      return <ErrorPanel failure={result.failure} onClose={onClose} />;
    case 'refused':
      return (
        <MessageBox tone="warning" announce="at-once">
          {result.sentence}
        </MessageBox>
      );
    case 'saved':
      return (
        <MessageBox
          tone="done"
          announce="polite"
          title={`Saved ${result.fileName}.`}
          end={
            <Button
              size="xs"
              onClick={() => void bridge.ask('results:show-in-folder', { savedId: result.savedId })}
            >
              Show in folder
            </Button>
          }
        >
          It holds the people and no key. Whoever opens it sees everything before anything is sent.
        </MessageBox>
      );
  }
}
