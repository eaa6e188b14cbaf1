// The tables of the history and their columns. XLSX and CSV take them from here, so that they cannot differ.
import { toWorkText } from '../../shared/operations/pipeline-work';
import { type Outcome, outcomeLabels, outcomes } from '../../shared/runs/row-state';
import type { ExportedPerson, ExportedRun } from '../history/history-export';
import { toWorkspaceText } from './overview-facts';
import type { ExportColumn, ExportTable } from './pipeline-tables';
import type { Cell } from './xlsx-cells';

const text = (value: string | null): Cell | null =>
  value === null || value === '' ? null : { kind: 'text', text: value, style: 'text' };
const whole = (value: number | null): Cell | null =>
  value === null ? null : { kind: 'number', value, style: 'whole' };
const time = (timeMs: number | null): Cell | null =>
  timeMs === null ? null : { kind: 'time', timeMs, style: 'time' };

const msPerSecond = 1000;
const idWidth = 38;

/** From the first request to the end, pauses included. */
function toDurationSeconds({ summary }: ExportedRun): number | null {
  const { startedAtMs, finishedAtMs } = summary;
  return startedAtMs === null || finishedAtMs === null
    ? null
    : Math.round((finishedAtMs - startedAtMs) / msPerSecond);
}

const operationNames = {
  invite: 'Invite',
  add: 'Add',
  move: 'Move',
  reject: 'Reject',
  changes: 'Changes',
} as const;

const countColumns: readonly ExportColumn<ExportedRun>[] = outcomes.map((outcome: Outcome) => ({
  header: outcomeLabels[outcome],
  width: 12,
  toCell: ({ summary }) => whole(summary.counts[outcome]),
}));

export const runsTable: ExportTable<ExportedRun> = {
  name: 'Runs',
  columns: [
    { header: 'Run', width: 8, toCell: ({ summary }) => whole(summary.runNumber) },
    { header: 'Batch', width: 30, toCell: ({ summary }) => text(summary.batchName) },
    { header: 'Work', width: 10, toCell: ({ summary }) => text(operationNames[summary.operation]) },
    { header: 'Target', width: 30, toCell: ({ summary }) => text(summary.targetTitle) },
    {
      header: 'Email sent',
      width: 11,
      toCell: ({ summary }) =>
        summary.operation === 'invite' ? text(summary.sendInvite ? 'Yes' : 'No') : null,
    },
    {
      header: 'Workspace',
      width: 40,
      toCell: ({ summary }) => text(toWorkspaceText({ ...summary, name: summary.workspaceName })),
    },
    { header: 'Started by', width: 18, toCell: ({ facts }) => text(facts.startedBy) },
    {
      header: 'Started from',
      width: 13,
      toCell: ({ facts }) =>
        text(facts.startedFrom === null ? null : facts.startedFrom === 'window' ? 'Window' : 'Terminal'),
    },
    { header: 'Started at', width: 20, toCell: ({ summary }) => time(summary.startedAtMs) },
    { header: 'Ended at', width: 20, toCell: ({ summary }) => time(summary.finishedAtMs) },
    { header: 'Seconds', width: 10, toCell: (run) => whole(toDurationSeconds(run)) },
    { header: 'State', width: 12, toCell: ({ summary }) => text(summary.state) },
    { header: 'Rows', width: 10, toCell: ({ summary }) => whole(summary.total) },
    ...countColumns,
    {
      header: 'Runs again what is left of run',
      width: 14,
      toCell: ({ facts }) => whole(facts.parent?.runNumber ?? null),
    },
    { header: 'Requests at once', width: 10, toCell: ({ facts }) => whole(facts.concurrency) },
    { header: 'People per request', width: 10, toCell: ({ facts }) => whole(facts.peoplePerRequest) },
    { header: 'File', width: 30, toCell: ({ summary }) => text(summary.fileName) },
    { header: 'Sheet', width: 16, toCell: ({ summary }) => text(summary.sheetName) },
    { header: 'Message', width: 60, toCell: ({ facts }) => text(facts.message) },
    { header: 'Run ID', width: idWidth, toCell: ({ summary }) => text(summary.runId) },
  ],
};

export const peopleTable: ExportTable<ExportedPerson> = {
  name: 'People',
  columns: [
    { header: 'Email', width: 30, toCell: ({ row }) => text(row.email) },
    { header: 'First name', width: 16, toCell: ({ row }) => text(row.firstname) },
    { header: 'Last name', width: 18, toCell: ({ row }) => text(row.lastname) },
    { header: 'Your ID', width: 16, toCell: ({ row }) => text(row.person.ats_candidate_id) },
    {
      header: 'Outcome',
      width: 14,
      toCell: ({ row }) => ({ kind: 'text', text: outcomeLabels[row.outcome], style: row.outcome }),
    },
    { header: 'What happened', width: 50, toCell: ({ row }) => text(row.sentence) },
    { header: 'At', width: 20, toCell: ({ row }) => time(row.atMs) },
    { header: 'Work', width: 10, toCell: ({ run }) => text(operationNames[run.operation]) },
    {
      header: 'Target',
      width: 30,
      toCell: ({ run, row }) => text(row.work === null ? run.targetTitle : toWorkText(row.work)),
    },
    {
      header: 'Workspace',
      width: 40,
      toCell: ({ run }) => text(toWorkspaceText({ ...run, name: run.workspaceName })),
    },
    { header: 'Batch', width: 30, toCell: ({ run }) => text(run.batchName) },
    { header: 'Run', width: 8, toCell: ({ run }) => whole(run.runNumber) },
    { header: 'Row', width: 8, toCell: ({ row }) => whole(row.rowNumber) },
    { header: 'Attempts', width: 10, toCell: ({ row }) => whole(row.attempts) },
    { header: 'Candidate ID', width: idWidth, toCell: ({ row }) => text(row.candidateId) },
    { header: 'Submission ID', width: idWidth, toCell: ({ row }) => text(row.submissionId) },
    { header: 'Invitation ID', width: idWidth, toCell: ({ row }) => text(row.invitationId) },
    { header: 'Application ID', width: idWidth, toCell: ({ row }) => text(row.applicationId) },
  ],
};
