import { Button } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import type { RunSummary } from '../../../../shared/runs/progress';
import { formatCount } from '../../../components/format-number';
import { MessageBox } from '../../../components/message-box';
import { toDoneWord } from '../../../components/operation-words';
import { toUndecidedCount } from '../../../components/run-words';
import { useNavigate } from '../../../components/use-navigate';

/** Unknown people about whom somebody is to decide, once the run stands still. */
export function UnsureNote({ run }: { readonly run: RunSummary }) {
  const navigate = useNavigate();
  const count = toUndecidedCount(run);
  // While they are being looked up there is less to decide in a moment.
  if (count === 0 || run.wait !== null) return null;
  return (
    <MessageBox
      tone="unknown"
      Icon={IconHelpCircle}
      announce="polite"
      title={`Not sure about ${formatCount(count, 'person', 'people')}.`}
      end={<Button onClick={() => navigate({ kind: 'unsure', runId: run.runId })}>See what we know</Button>}
    >
      No clear answer came back. They may be {toDoneWord(run.operation)}, so nothing is sent again unless you
      say so.
    </MessageBox>
  );
}
