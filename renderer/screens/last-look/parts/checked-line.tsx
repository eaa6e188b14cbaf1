import { IconCheck, IconX } from '@tabler/icons-react';
import type { RequestOutput } from '../../../../shared/ipc/contract';
import type { InviteTarget } from '../../../../shared/operations/invite-target';
import type { Asked } from '../../../components/use-asked';
import { checkedSentence } from '../last-look-words';

interface CheckedLineProps {
  readonly asked: Asked<RequestOutput<'batches:check-start'> | null>;
  readonly target: InviteTarget;
}

/** What Flowmingo said when it was asked once more. A failure has its sentence beside the button. */
export function CheckedLine({ asked, target }: CheckedLineProps) {
  if (asked.kind === 'loading' || (asked.kind === 'ready' && asked.isReadingAgain))
    return <span className="text-2">Asking Flowmingo about the key and the target</span>;
  if (asked.kind === 'failed')
    return (
      <span className="tone-refused">
        <IconX size={16} aria-hidden="true" style={{ verticalAlign: '-3px' }} /> Something stands in the way
      </span>
    );
  if (asked.value === null)
    return <span className="text-2">Not yet. It is checked before anything is sent.</span>;
  return (
    <span>
      <IconCheck size={16} color="var(--done)" aria-hidden="true" style={{ verticalAlign: '-3px' }} />{' '}
      {checkedSentence(target, asked.value.checkedAtMs)}
    </span>
  );
}
