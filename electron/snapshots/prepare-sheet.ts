// A sheet of changes as a batch: reads the pipeline as it is now, finds every id, and shows what cannot be done. Sends nothing.
import { emailKey } from '../../shared/operations/email-key';
import type { PipelineSheet, PipelineSheetRow } from '../../shared/pipeline/pipeline-sheet';
import type { PreparedPipeline } from '../../shared/pipeline/prepared-pipeline';
import type { Environment } from '../../shared/workspaces/workspace';
import type { BatchStore } from '../store/batch-store';
import type { PeopleStore } from '../store/people-store';
import { type PipelineWorld, readPipelineWorld, type Titled, type WorldReads } from './pipeline-world';
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

/** Reads the pipeline as it is now. @throws AppError where it cannot be read. */
export async function prepareSheet(
  parts: SheetParts,
  sheet: PipelineSheet,
  rows: readonly PipelineSheetRow[],
): Promise<PreparedSheet> {
  return await prepareAgainst(parts, sheet, rows, await readWorldOf(parts, sheet, rows));
}

/** The pipeline as far as these rows ask for it. @throws AppError where it cannot be read. */
export async function readWorldOf(
  { people, clientOf }: SheetParts,
  { workspaceId, defaults }: PipelineSheet,
  rows: readonly PipelineSheetRow[],
): Promise<PipelineWorld> {
  await people.takeOverAnswers();
  return await readPipelineWorld(await clientOf(workspaceId), toIsAsked(rows, defaults.projectId));
}

/** The same against a pipeline that was read already. */
export async function prepareAgainst(
  { people, batches, environmentOf }: SheetParts,
  { workspaceId, operation, source, defaults }: PipelineSheet,
  rows: readonly PipelineSheetRow[],
  world: PipelineWorld,
): Promise<PreparedSheet> {
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
  const prepared = await prepareBatch(batches, {
    workspaceId,
    environment: environmentOf(workspaceId),
    name: source.fileName.replace(/\.[^.]+$/, '') || 'Pipeline',
    title: `${operationTitles[operation]}: ${source.fileName}`,
    source: { ...file, headers: columns.map(({ header }) => header) },
    rows: resolved.rows,
  });
  return { ...prepared, unchangedCount: resolved.unchangedCount };
}

/** Which projects have to be read. Rows that name an application alone may be of any project: then all are read. */
export function toIsAsked(
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
