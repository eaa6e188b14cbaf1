import { Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { MessageBox } from '../../../components/message-box';
import { useNavigate } from '../../../components/use-navigate';
import { useReplay } from '../use-replay';

/** Says that this was run before: when, by which run, and what is left out for it. Nothing where it was not. */
export function ReplayNote({ looksAtPeople = false }: { readonly looksAtPeople?: boolean }) {
  const replay = useReplay(looksAtPeople);
  const navigate = useNavigate();
  if (replay === null) return null;
  return (
    <MessageBox
      tone="warning"
      Icon={IconHistory}
      title={replay.title}
      announce="polite"
      end={
        <Button size="xs" onClick={() => navigate({ kind: 'run', runId: replay.runId })}>
          See run {replay.runNumber}
        </Button>
      }
    >
      {replay.sentence}
    </MessageBox>
  );
}
