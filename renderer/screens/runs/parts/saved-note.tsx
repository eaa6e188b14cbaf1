import { Button } from '@mantine/core';
import { ErrorPanel } from '../../../components/error-panel';
import { formatCount } from '../../../components/format-number';
import { MessageBox } from '../../../components/message-box';
import type { SaveHistory } from '../use-save-history';

/** What came of saving the history. */
export function SavedNote({ save }: { readonly save: SaveHistory }) {
  if (save.failure !== null) return <ErrorPanel failure={save.failure} onClose={save.close} />;
  if (save.saved === null) return null;
  return (
    <MessageBox
      tone="done"
      announce="polite"
      title={`Saved ${formatCount(save.saved.rowCount, 'row')}.`}
      end={<Button onClick={() => void save.showInFolder()}>Show in folder</Button>}
    >
      {save.saved.fileName}
    </MessageBox>
  );
}
