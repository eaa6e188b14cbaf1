import { EmptyState } from '../../components/empty-state';

interface NewBatchProps {
  /** `sample-file`: open the sample without asking. */
  readonly opens: 'nothing' | 'sample-file';
  /** The run has begun: the batch in hand is done with. */
  readonly onStarted: (runId: string) => void;
  /** The recruiter gives the batch up. */
  readonly onLeave: () => void;
}

/** The way from a file to people invited. */
export function NewBatchScreen({ onLeave }: NewBatchProps) {
  return <EmptyState title="New batch" sentence="Open a spreadsheet with one person in each row." mainAction={{ label: 'Back', onClick: onLeave }} />;
}
