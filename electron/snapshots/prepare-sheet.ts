// A sheet of changes as a batch: reads the pipeline as it is now, finds every id, and shows what cannot be done. Sends nothing.
import { emailKey } from '../../shared/operations/email-key';
import type { PipelineSheet, PipelineSheetRow } from '../../shared/pipeline/pipeline-sheet';
import type { PreparedPipeline } from '../../shared/pipeline/prepared-pipeline';
import type { Environment } from '../../shared/workspaces/workspace';
import type { BatchStore } from '../store/batch-store';
import type { PeopleStore } from '../store/people-store';
import { readPipelineWorld, type Titled, type WorldReads } from './pipeline-world';
import { prepareBatch } from './prepare-batch';
import { resolveRows, toTitleKey } from './resolve-rows';

export interface SheetParts {
  readonly people: PeopleStore;
  readonly batches: BatchStore;
  readonly clientOf: (workspaceId: string) => Promise<WorldReads>;
  readonly environmentOf: (workspaceId: string) => Environment;
}

export interface PreparedSheet extends PreparedPipeline {
  readonly unchangedCount: number;
}

const operationTitles = { add: 'Add', move: 'Move', reject: 'Reject', 'as-edited': 'Changes' } as const;

/** @throws AppError where the pipeline cannot be read. */
export async function prepareSheet(
  { people, batches, clientOf, environmentOf }: SheetParts,
  { workspaceId, operation, source, defaults }: PipelineSheet,
  rows: readonly PipelineSheetRow[],
): Promise<PreparedSheet> {
  people.takeOverAnswers();
  const world = await readPipelineWorld(await clientOf(workspaceId), toIsAsked(rows, defaults.projectId));
  const filled = (texts: readonly (string | null)[]) => [...new Set(texts.filter((text) => text !== null))];
  const { byEmail, byAtsId } = people.findIds(workspaceId, {
    emails: filled(rows.map(({ email }) => email)).map(emailKey),
    atsCandidateIds: filled(rows.map(({ atsCandidateId }) => atsCandidateId)),
  });
  const resolved = resolveRows(rows, operation, defaults, world, {
    byEmail: (email) => byEmail.get(emailKey(email)) ?? [],
    byAtsId: (id) => byAtsId.get(id) ?? [],
  });
  const { columns, ...file } = source;
  const prepared = prepareBatch(batches, {
    workspaceId,
    environment: environmentOf(workspaceId),
    name: source.fileName.replace(/\.[^.]+$/, '') || 'Pipeline',
    title: `${operationTitles[operation]}: ${source.fileName}`,
    source: { ...file, headers: columns.map(({ header }) => header) },
    rows: resolved.rows,
  });
  return { ...prepared, unchangedCount: resolved.unchangedCount };
}

/** Rows that name an application alone may be of any project: then all are read. */
function toIsAsked(
  rows: readonly PipelineSheetRow[],
  defaultId: string | null,
): (project: Titled) => boolean {
  const asked = new Set<string>();
  for (const { project, applicationId } of rows) {
    const wanted = project ?? defaultId;
    if (wanted === null && applicationId !== null) return () => true;
    if (wanted !== null) asked.add(toTitleKey(wanted));
  }

  return ({ id, title }) => asked.has(toTitleKey(id)) || asked.has(toTitleKey(title));
}
