// Where an interview stands, in the words of every screen and file.
import type { PipelineRow } from './pipeline-view';

/** For each state of `pipelineRowSchema.submission`. */
export const submissionLabels: Readonly<Record<PipelineRow['submission'], string>> = {
  scored: 'Scored',
  waiting: 'Submitted, no score yet',
  open: 'Not submitted yet',
  none: 'No interview',
};
