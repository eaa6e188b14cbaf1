// The tables of an exported pipeline and their columns. XLSX and CSV take them from here, so that they cannot differ.
import { applicationsSheetName, exportHeaders } from '../../shared/pipeline/export-headers';
import type { ChangeKind } from '../../shared/pipeline/snapshot';
import { submissionLabels } from '../../shared/pipeline/submission-labels';
import type { ExportChange, ExportProject, ExportStage } from '../snapshots/pipeline-export';
import { toName, toSubmissionState } from '../snapshots/pipeline-rows';
import type { KeptSubmission } from '../store/pipeline-export-store';
import type { KeptApplication } from '../store/pipeline-read-store';
import type { Cell } from './xlsx-cells';
import type { CellStyle } from './xlsx-styles';

export interface ExportColumn<Row> {
  readonly header: string;
  /** In characters. */
  readonly width: number;
  readonly toCell: (row: Row) => Cell | null;
}

/** A sheet, or a CSV file. */
export interface ExportTable<Row> {
  readonly name: string;
  readonly columns: readonly ExportColumn<Row>[];
}

/** A stage with its place in its project, 1-based. */
export interface StageRow {
  readonly project: ExportProject;
  readonly stage: ExportStage;
  readonly place: number;
}

const idWidth = 38;

const text = (value: string | null, style: CellStyle = 'text'): Cell | null =>
  value === null || value === '' ? null : { kind: 'text', text: value, style };
const number = (value: number | null, style: CellStyle): Cell | null =>
  value === null ? null : { kind: 'number', value, style };
const time = (timeMs: number | null, style: CellStyle = 'time'): Cell | null =>
  timeMs === null ? null : { kind: 'time', timeMs, style };

interface Named {
  readonly firstname: string | null;
  readonly lastname: string | null;
  readonly email: string | null;
  readonly atsCandidateId: string | null;
}

/** Who it is, as far as this app knows. */
function toPersonColumns<Row>(
  personOf: (row: Row) => Named,
): Record<'name' | 'email' | 'yourId', ExportColumn<Row>> {
  return {
    name: { header: exportHeaders.name, width: 26, toCell: (row) => text(toName(personOf(row))) },
    email: { header: exportHeaders.email, width: 30, toCell: (row) => text(personOf(row).email) },
    yourId: {
      header: exportHeaders.atsCandidateId,
      width: 16,
      toCell: (row) => text(personOf(row).atsCandidateId),
    },
  };
}

const applicant = toPersonColumns<KeptApplication>((row) => row);

/** In the order of `exportHeaders`: what is opened again is read by these names. */
export const applicationsTable: ExportTable<KeptApplication> = {
  name: applicationsSheetName,
  columns: [
    applicant.name,
    { header: exportHeaders.firstname, width: 16, toCell: ({ firstname }) => text(firstname) },
    { header: exportHeaders.lastname, width: 18, toCell: ({ lastname }) => text(lastname) },
    applicant.email,
    applicant.yourId,
    {
      header: exportHeaders.project,
      width: 28,
      toCell: ({ projectTitle, projectId }) => text(projectTitle ?? projectId),
    },
    { header: exportHeaders.jobPost, width: 26, toCell: ({ jobPostTitle }) => text(jobPostTitle) },
    {
      header: exportHeaders.stage,
      width: 22,
      toCell: ({ stageTitle }) => ({ kind: 'text', text: stageTitle ?? '', style: 'toEdit' }),
    },
    {
      header: exportHeaders.score,
      width: 9,
      toCell: ({ score, submissionScore }) => number(score ?? submissionScore, 'score'),
    },
    {
      header: exportHeaders.submission,
      width: 24,
      toCell: (row) => text(submissionLabels[toSubmissionState(row)]),
    },
    {
      header: exportHeaders.inStageSince,
      width: 21,
      toCell: ({ stageSinceMs, stageIsExact }) =>
        time(stageSinceMs, stageIsExact === 1 ? 'day' : 'dayOrEarlier'),
    },
    { header: exportHeaders.appliedAt, width: 20, toCell: ({ createdAtMs }) => time(createdAtMs) },
    { header: exportHeaders.applicationId, width: idWidth, toCell: (row) => text(row.applicationId) },
    { header: exportHeaders.candidateId, width: idWidth, toCell: (row) => text(row.candidateId) },
    { header: exportHeaders.stageBefore, width: 22, toCell: ({ stageTitle }) => text(stageTitle, 'quiet') },
  ],
};

const interviewed = toPersonColumns<KeptSubmission>((row) => row);

export const submissionsTable: ExportTable<KeptSubmission> = {
  name: 'Submissions',
  columns: [
    ...Object.values(interviewed),
    { header: 'Interview set', width: 30, toCell: ({ setTitle }) => text(setTitle) },
    { header: 'Score', width: 9, toCell: ({ score }) => number(score, 'score') },
    {
      header: 'Submission',
      width: 24,
      toCell: ({ score, submittedAtMs }) =>
        text(
          submissionLabels[
            toSubmissionState({
              submissionScore: score,
              submissionCount: 1,
              submittedCount: submittedAtMs === null ? 0 : 1,
            })
          ],
        ),
    },
    { header: 'Submitted at', width: 20, toCell: ({ submittedAtMs }) => time(submittedAtMs) },
    { header: 'Created at', width: 20, toCell: ({ createdAtMs }) => time(createdAtMs) },
    { header: 'Submission ID', width: idWidth, toCell: ({ submissionId }) => text(submissionId) },
    { header: 'Candidate ID', width: idWidth, toCell: ({ candidateId }) => text(candidateId) },
  ],
};

export const stagesTable: ExportTable<StageRow> = {
  name: 'Stages',
  columns: [
    { header: 'Project', width: 30, toCell: ({ project }) => text(project.title) },
    { header: 'Place', width: 8, toCell: ({ place }) => number(place, 'whole') },
    { header: 'Stage', width: 26, toCell: ({ stage }) => text(stage.title) },
    { header: 'People', width: 10, toCell: ({ stage }) => number(stage.now, 'count') },
    { header: 'People before', width: 14, toCell: ({ stage }) => number(stage.before, 'count') },
    { header: 'Stage ID', width: idWidth, toCell: ({ stage }) => text(stage.id) },
    { header: 'Project ID', width: idWidth, toCell: ({ project }) => text(project.id) },
  ],
};

/** Words of the column Change. */
export const changeLabels: Readonly<Record<ChangeKind, string>> = {
  new: 'New',
  moved: 'Moved',
  'newly-scored': 'Newly scored',
  gone: 'Gone',
};

const changed = toPersonColumns<ExportChange>(({ person }) => person);

export const changesTable: ExportTable<ExportChange> = {
  name: 'Changes',
  columns: [
    ...Object.values(changed),
    { header: 'Project', width: 28, toCell: ({ projectTitle }) => text(projectTitle) },
    {
      header: 'Change',
      width: 20,
      toCell: ({ kinds }) => text(kinds.map((kind) => changeLabels[kind]).join(', ')),
    },
    { header: 'Stage before', width: 22, toCell: ({ fromTitle }) => text(fromTitle) },
    { header: 'Stage now', width: 22, toCell: ({ toTitle }) => text(toTitle) },
    { header: 'Score', width: 9, toCell: ({ score }) => number(score, 'score') },
    { header: 'Application ID', width: idWidth, toCell: ({ applicationId }) => text(applicationId) },
    { header: 'Candidate ID', width: idWidth, toCell: ({ candidateId }) => text(candidateId) },
  ],
};

/** Every stage of every project, in pipeline order. */
export function* toStageRows(projects: readonly ExportProject[]): Iterable<StageRow> {
  for (const project of projects)
    for (const [index, stage] of project.stages.entries()) yield { project, stage, place: index + 1 };
}
