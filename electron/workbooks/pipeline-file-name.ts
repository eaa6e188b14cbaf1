// The name that is proposed for an exported pipeline.
import type { PipelineExport } from '../snapshots/pipeline-export';
import { toFileNameText, toFileNameTime } from './file-name-text';

/** "Backend engineer – pipeline 2026-03-21 14.55.xlsx", the time being the snapshot's, in local time. */
export function toPipelineFileName(
  { project, workspace, snapshot }: Pick<PipelineExport, 'project' | 'workspace' | 'snapshot'>,
  format: 'xlsx' | 'csv',
): string {
  const name = toFileNameText(project?.title ?? workspace.name) || 'Flowmingo';
  return `${name} – pipeline ${toFileNameTime(snapshot.takenAtMs)}.${format}`;
}
