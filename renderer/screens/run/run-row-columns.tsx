import { toWorkText } from '../../../shared/operations/pipeline-work';
import type { RunRow } from '../../../shared/runs/progress';
import type { DataGridColumn } from '../../components/data-grid/data-grid-types';
import { formatExactTime } from '../../components/format-date';
import { OutcomeBadge } from '../../components/outcome-badge';
import { outcomeLook } from '../../components/outcome-look';
import { shortenId, toRowOutcome } from './run-sentences';

type Column = DataGridColumn<RunRow>;

const rowNumber: Column = {
  id: 'row',
  header: 'Row',
  width: 72,
  tone: 'second',
  isRowHeader: true,
  text: (row) => String(row.rowNumber),
};
const email: Column = {
  id: 'email',
  header: 'Email',
  width: 200,
  grows: true,
  tone: 'second',
  text: (row) => row.email ?? '',
};
const happened: Column = {
  id: 'happened',
  header: 'What happened',
  width: 212,
  grows: true,
  tone: 'second',
  text: ({ sentence }) => sentence,
};
const time: Column = {
  id: 'time',
  header: 'Time',
  width: 128,
  align: 'end',
  tone: 'second',
  text: ({ atMs }) => (atMs === null ? '' : formatExactTime(atMs)),
};

function outcomeColumn(going: boolean): Column {
  return {
    id: 'outcome',
    header: 'Outcome',
    width: 136,
    text: (row) => outcomeLook[toRowOutcome(row, going)].label,
    view: (row) => <OutcomeBadge outcome={toRowOutcome(row, going)} />,
  };
}

/** The columns while a run goes: the name as one, nothing that comes later. */
export const goingColumns: readonly Column[] = [
  rowNumber,
  {
    id: 'name',
    header: 'Name',
    width: 180,
    tone: 'strong',
    text: ({ firstname, lastname }) => [firstname, lastname].filter(Boolean).join(' '),
  },
  email,
  outcomeColumn(true),
  happened,
  time,
];

/** The columns of results. */
export const resultColumns: readonly Column[] = [
  rowNumber,
  { id: 'firstname', header: 'First name', width: 116, text: (row) => row.firstname ?? '' },
  { id: 'lastname', header: 'Last name', width: 124, text: (row) => row.lastname ?? '' },
  email,
  outcomeColumn(false),
  happened,
  {
    id: 'interview',
    header: 'Interview',
    width: 108,
    tone: 'second',
    text: ({ submissionId }) => shortenId(submissionId),
  },
  time,
];

/** Where a row works on a pipeline: what was asked for, in the place of what only invitations have. */
const asked: Column = {
  id: 'asked',
  header: 'What was asked',
  width: 188,
  grows: true,
  text: ({ work }) => (work === null ? '' : toWorkText(work)),
};
const name: Column = {
  id: 'name',
  header: 'Name',
  width: 176,
  grows: true,
  tone: 'strong',
  text: ({ firstname, lastname, email: address, work }) =>
    [firstname, lastname].filter(Boolean).join(' ') || address || toUnknownName(work),
};

function toUnknownName(work: RunRow['work']): string {
  const id = work?.candidateId ?? (work !== null && work.kind !== 'add' ? work.applicationId : null);
  return `Name not known ${shortenId(id)}`.trim();
}

/** The columns of a run on a pipeline, while it goes and afterwards. */
export function toPipelineRunColumns(going: boolean): readonly Column[] {
  return [rowNumber, name, asked, outcomeColumn(going), happened, time];
}

const narrowWidths: Readonly<Record<string, number>> = {
  firstname: 96,
  lastname: 108,
  email: 188,
  happened: 204,
};

/** The same in a narrow window: ids stand in the details of a row. */
export const narrowResultColumns = resultColumns
  .filter(({ id }) => id !== 'interview')
  .map((column) => ({ ...column, width: narrowWidths[column.id] ?? column.width }));
