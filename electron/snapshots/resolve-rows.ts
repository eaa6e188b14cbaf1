// Rows of a sheet → what is to be done in the pipeline, every id found. Pure. Where a row may mean two things it means none,
// and says what to do: nothing is ever guessed.
import type { Person } from '../../shared/operations/field';
import type { PipelineWork } from '../../shared/operations/pipeline-work';
import { toSearchText } from '../../shared/operations/search-text';
import {
  type PipelineDefaults,
  type PipelineSheetOperation,
  type PipelineSheetRow,
  rejectWords,
} from '../../shared/pipeline/pipeline-sheet';
import type { RowChoice } from '../../shared/pipeline/prepared-pipeline';
import type { ListedApplication } from '../operations/look-up';
import type { PipelineWorld, Titled, WorldProject } from './pipeline-world';
import type { RowToPrepare } from './prepare-batch';
import { toCandidateChoice, toTitleChoice } from './row-choices';

/** Who is behind an address or an id of the recruiter's own, by this app's history. */
export interface KnownIds {
  byEmail(email: string): readonly string[];
  byAtsId(atsCandidateId: string): readonly string[];
}

export interface ResolvedRows {
  readonly rows: readonly RowToPrepare[];
  /** Of an exported workbook: rows that nobody edited. They are in no batch. */
  readonly unchangedCount: number;
}

/** Why a row cannot go, in a sentence, and what could be chosen instead. */
export class Unclear extends Error {
  constructor(
    sentence: string,
    readonly choice: RowChoice | null = null,
  ) {
    super(sentence);
  }
}

/** What each row asks for, or why it asks for nothing that can be done. */
export function resolveRows(
  rows: readonly PipelineSheetRow[],
  operation: PipelineSheetOperation,
  defaults: PipelineDefaults,
  world: PipelineWorld,
  known: KnownIds,
): ResolvedRows {
  const resolver = createResolver(defaults, world, known);
  let unchangedCount = 0;
  const resolved: RowToPrepare[] = [];
  for (const row of rows) {
    const asked = operation === 'as-edited' ? toEdit(row) : operation;
    if (asked === null) {
      unchangedCount += 1;
      continue;
    }
    const kept = { rowNumber: row.rowNumber, person: toPerson(row), cells: row.cells };
    try {
      const { work, conflict } = resolver(row, asked, operation === 'as-edited');
      resolved.push({ ...kept, work, conflict });
    } catch (error) {
      if (!(error instanceof Unclear)) throw error;
      const { choice } = error;
      resolved.push({ ...kept, work: null, conflict: error.message, ...(choice === null ? {} : { choice }) });
    }
  }
  return { rows: resolved, unchangedCount };
}

function toEdit({ stage, stageBefore }: PipelineSheetRow): 'move' | 'reject' | null {
  const wanted = toTitleKey(stage);
  // Before the words that reject: a stage may be called "Rejected", and nobody edited who was in it.
  if (wanted === '' || wanted === toTitleKey(stageBefore)) return null;
  return rejectWords.includes(wanted) ? 'reject' : 'move';
}

function toPerson(row: PipelineSheetRow): Person {
  const { email, firstname, lastname, atsCandidateId: ats_candidate_id } = row;
  return { email, firstname, lastname, cv_link: null, ats_candidate_id };
}

/** The form in which titles are compared: without case, accents and surrounding blanks. */
export function toTitleKey(text: string | null): string {
  return toSearchText((text ?? '').trim().replace(/\s+/g, ' '));
}

type Resolved = Pick<RowToPrepare, 'work' | 'conflict'>;

function createResolver(defaults: PipelineDefaults, world: PipelineWorld, known: KnownIds) {
  const owners = new Map<
    string,
    { readonly project: WorldProject; readonly application: ListedApplication }
  >();
  for (const project of world.projects.values())
    for (const application of project.applications)
      owners.set(application.applicationId, { project, application });

  const findProject = (row: PipelineSheetRow): WorldProject => {
    const { id } = findTitled(row.project, defaults.projectId, world.titles, {
      noun: 'project',
      field: 'project',
    });
    const project = world.projects.get(id);
    if (project === undefined) throw new Unclear('This project could not be read');
    return project;
  };
  const findStage = (row: PipelineSheetRow, project: WorldProject): Titled | null =>
    row.stage === null && defaults.stageId === null
      ? null
      : findTitled(row.stage, defaults.stageId, project.stages, {
          noun: `stage of ${project.title}`,
          field: 'stage',
        });
  const findCandidate = (row: PipelineSheetRow): string => {
    if (row.candidateId !== null) return row.candidateId;
    const byEmail = row.email === null ? [] : known.byEmail(row.email);
    const byAtsId = row.atsCandidateId === null ? [] : known.byAtsId(row.atsCandidateId);
    const found = [...new Set(byEmail.length > 0 ? byEmail : byAtsId)];
    const [only] = found;
    if (only === undefined)
      throw new Unclear(
        'Nobody of this app’s runs has this email or ID, and Flowmingo does not say who is who. Put the candidate ID into the sheet, or invite this person first',
      );
    if (found.length > 1)
      throw new Unclear(
        'Flowmingo knows several people with this email or ID. Choose one here, or put the candidate ID into the sheet',
        toCandidateChoice(found, world),
      );
    return only;
  };
  const findApplication = (row: PipelineSheetRow) => {
    if (row.applicationId !== null) {
      const owner = owners.get(row.applicationId);
      if (owner === undefined) throw new Unclear('No pipeline holds an application with this ID any more');
      return owner;
    }
    const project = findProject(row);
    const candidateId = findCandidate(row);
    const application = project.applications
      .filter((one) => one.candidateId === candidateId)
      .sort((left, right) => (right.createdAtMs ?? 0) - (left.createdAtMs ?? 0))[0];
    if (application === undefined) throw new Unclear(`Not in ${project.title}. Add this person first`);
    return { project, application };
  };

  return (row: PipelineSheetRow, asked: 'add' | 'move' | 'reject', isEdit: boolean): Resolved => {
    if (asked === 'add')
      return { work: toAdd(row, findProject(row), findStage, findCandidate(row), defaults), conflict: null };
    const { project, application } = findApplication(row);
    const place = { projectId: project.id, projectTitle: project.title };
    const subject = { applicationId: application.applicationId, candidateId: application.candidateId };
    const seen = isEdit ? row.stageBefore : null;
    const isMoved = isEdit && toTitleKey(seen) !== toTitleKey(application.stageTitle);
    const conflict = isMoved
      ? `Somebody moved this person to ${application.stageTitle ?? 'no stage'} since the workbook was saved`
      : null;
    const from = {
      fromStageId: application.stageId,
      fromStageTitle: application.stageTitle,
      onlyFrom: true,
    };
    if (asked === 'reject') return { work: { kind: 'reject', ...subject, ...place, ...from }, conflict };
    const stage = findStage(row, project);
    if (stage === null) throw new Unclear('The row does not say which stage to move to');
    const work: PipelineWork = {
      kind: 'move',
      ...subject,
      ...place,
      ...from,
      stageId: stage.id,
      stageTitle: stage.title,
    };
    if (stage.id === application.stageId) return { work, conflict: `In ${stage.title} already` };
    return { work, conflict };
  };
}

function toAdd(
  row: PipelineSheetRow,
  project: WorldProject,
  findStage: (row: PipelineSheetRow, project: WorldProject) => Titled | null,
  candidateId: string,
  defaults: PipelineDefaults,
): PipelineWork {
  const stage = findStage(row, project);
  const jobPost =
    row.jobPost === null && defaults.jobPostId === null
      ? null
      : findTitled(row.jobPost, defaults.jobPostId, project.jobPosts, {
          noun: `job post of ${project.title}`,
          field: 'job_post',
        });
  return {
    kind: 'add',
    candidateId,
    projectId: project.id,
    projectTitle: project.title,
    jobPostId: jobPost?.id ?? null,
    jobPostTitle: jobPost?.title ?? null,
    stageId: stage?.id ?? null,
    stageTitle: stage?.title ?? null,
  };
}

type TitledField = Exclude<RowChoice['field'], 'tal_candidate_id'>;

/** So many names fit into a sentence. */
const mostNamed = 8;

/** By id, else by title; without either, the default. @throws Unclear where it is none of them, or may be several. */
export function findTitled(
  text: string | null,
  defaultId: string | null,
  all: readonly Titled[],
  { noun, field }: { readonly noun: string; readonly field: TitledField },
): Titled {
  const wanted = text ?? defaultId;
  if (wanted === null) throw new Unclear(`The row names no ${noun}`, toTitleChoice(field, all, ''));
  const byId = all.find(({ id }) => id === wanted.trim());
  if (byId !== undefined) return byId;
  const key = toTitleKey(wanted);
  const found = all.filter(({ title }) => toTitleKey(title) === key);
  const [only] = found;
  if (only === undefined) {
    const named = all.slice(0, mostNamed).map(({ title }) => title);
    throw new Unclear(
      `There is no ${noun} called “${wanted}”. There ${named.length === 1 ? 'is' : 'are'}: ${named.join(', ')}${all.length > mostNamed ? ' …' : ''}`,
      toTitleChoice(field, all, key),
    );
  }
  if (found.length > 1)
    throw new Unclear(
      `There are ${found.length} with the name “${wanted}”. Choose one here, or put the ID into the sheet instead`,
      toTitleChoice(field, found, key),
    );
  return only;
}
