// Reads what is there before rows of a pipeline batch are sent: for undo, for look-ups, and to leave out what somebody changed meanwhile.
import type { PipelineBefore } from '../../shared/operations/pipeline-work';
import type { ListedApplication, ReadApi } from './look-up';
import type { RowBefore, RowToSend } from './operation';
import { rulesOf } from './rules-of';

/** One entry for each row whose project could be read whole. @throws AppError where Flowmingo cannot be asked. */
export async function readPipelineBefore(
  api: ReadApi,
  workspaceId: string,
  rows: readonly RowToSend[],
): Promise<readonly RowBefore[]> {
  const found: RowBefore[] = [];
  for (const [projectId, ofProject] of byProject(rows)) {
    const { applications, isWhole } = await api.readPipeline(workspaceId, projectId);
    const readAtMs = Date.now();
    for (const { ordinal, work, before } of ofProject) {
      if (work === null) continue;
      const rules = rulesOf(work);
      const application = rules.findBefore(work, applications);
      // What an incomplete list does not show may be there all the same: an add's newest application, too.
      if (!isWhole && (application === null || work.kind === 'add')) continue;
      const leaveOut = rules.whyLeftOut(work, application, before);
      found.push({ ordinal, before: toBefore(application, readAtMs), leaveOut });
    }
  }
  return found;
}

function toBefore(application: ListedApplication | null, readAtMs: number): PipelineBefore {
  return {
    applicationId: application?.applicationId ?? null,
    stageId: application?.stageId ?? null,
    stageTitle: application?.stageTitle ?? null,
    jobPostId: application?.jobPostId ?? null,
    status: application?.status ?? null,
    readAtMs,
  };
}

/** Rows by the project of their work. */
export function byProject<Row extends Pick<RowToSend, 'work'>>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> {
  const projects = new Map<string, Row[]>();
  for (const row of rows) {
    if (row.work === null) continue;
    const { projectId } = row.work;
    const known = projects.get(projectId);
    if (known === undefined) projects.set(projectId, [row]);
    else known.push(row);
  }
  return projects;
}
