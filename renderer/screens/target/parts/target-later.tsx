import { Button } from '@mantine/core';
import { IconClock, IconPlugConnected } from '@tabler/icons-react';
import { MessageBox } from '../../../components/message-box';
import { useNavigate } from '../../../components/use-navigate';

interface TargetLaterProps {
  /** The recruiter has said that it stays open. */
  readonly isOpen: boolean;
  readonly onChange: (isOpen: boolean) => void;
}

/** The way on without a target: the batch can be kept ready, and not be sent. */
export function TargetLater({ isOpen, onChange }: TargetLaterProps) {
  if (!isOpen)
    return (
      <p>
        <button type="button" className="link-button" onClick={() => onChange(true)}>
          Choose the target later
        </button>
      </p>
    );
  return (
    <MessageBox
      tone="info"
      Icon={IconClock}
      title="The target stays open."
      announce="polite"
      end={
        <Button size="xs" onClick={() => onChange(false)}>
          Choose it now
        </Button>
      }
    >
      You can keep the batch ready, and choose before it is sent. Who was invited before is looked for then.
    </MessageBox>
  );
}

/** Without a workspace there are no lists to choose from. */
export function NoWorkspaceYet() {
  const navigate = useNavigate();
  return (
    <MessageBox
      tone="info"
      Icon={IconPlugConnected}
      title="No workspace is connected."
      end={
        <Button size="xs" onClick={() => navigate({ kind: 'connect', replacesWorkspaceId: null })}>
          Connect to Flowmingo
        </Button>
      }
    >
      The interview sets come from Flowmingo. Everything else can be prepared now, and your file stays open.
    </MessageBox>
  );
}
