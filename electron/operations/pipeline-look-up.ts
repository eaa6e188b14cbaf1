// Looks adds, moves and rejections without a clear answer up: what the project's list shows now, against what was noted before.
// Reads only. "Nothing happened" comes from the last look at a whole list alone.
import type { Finding, LookUpQuestion, ReadApi, UnknownRow } from './look-up';
import { noIds } from './operation';
import { byProject } from './pipeline-before';
import { ofApplication, type Seen } from './pipeline-rules';
import { rulesOf } from './rules-of';

/** One finding for each row. @throws AppError where Flowmingo cannot be asked. */
export async function lookUpPipeline(
  api: ReadApi,
  workspaceId: string,
  { rows, isLastLook }: LookUpQuestion,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const [projectId, ofProject] of byProject(rows)) {
    const { applications, isWhole } = await api.readPipeline(workspaceId, projectId);
    for (const row of ofProject) {
      if (row.work === null) continue;
      findings.push(
        toFinding(row, rulesOf(row.work).see(row.work, row.before, applications), isWhole, isLastLook),
      );
    }
  }
  return findings;
}

function toFinding({ ordinal, ids }: UnknownRow, seen: Seen, isWhole: boolean, isLastLook: boolean): Finding {
  const open = { ordinal, verdict: 'open', reading: 'cannot-tell', ids } as const;
  if (seen.kind === 'done')
    return {
      ordinal,
      verdict: 'done',
      reading: 'probably-done',
      sentence: 'Found by looking it up: the pipeline shows it',
      ids: ofApplication(seen.application.applicationId),
      evidence: evidence(null),
    };
  if (!isWhole) return { ...open, sentence: '', evidence: evidence('too-many') };
  if (seen.kind === 'elsewhere')
    return { ...open, sentence: seen.sentence, evidence: evidence('changed-by-others') };
  if (!isLastLook) return { ...open, sentence: '', evidence: evidence(null) };
  return {
    ordinal,
    verdict: 'not-processed',
    reading: 'cannot-tell',
    sentence: 'Looked up twice: nothing had happened',
    ids: noIds,
    evidence: evidence(null),
  };
}

function evidence(obstacle: Finding['evidence']['obstacle']): Finding['evidence'] {
  return {
    knownSinceMs: null,
    newForPersonAtMs: [],
    newInTime: { count: 0, fromMs: null, toMs: null },
    rowsThatCouldOwn: 1,
    othersActive: obstacle === 'changed-by-others',
    obstacle,
  };
}
