// The columns of every results file: the recruiter's own first, untouched, then ours. XLSX and CSV take them from here, so that they cannot differ.
import { isPipelineKind } from '../../shared/operations/operation-kind';
import { toWorkText } from '../../shared/operations/pipeline-work';
import { outcomeLabels } from '../../shared/runs/row-state';
import { headerText } from '../../shared/spreadsheets/header-text';
import type { ResultRow, ResultsSource } from './results-source';

/** A value of ours, before a file format shapes it. */
export type ResultValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'outcome'; readonly text: string; readonly outcome: ResultRow['outcome'] }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'time'; readonly timeMs: number }
  | { readonly kind: 'none' };

interface OurColumn {
  readonly header: string;
  /** In characters, for the width of the column. */
  readonly width: number;
  readonly toValue: (row: ResultRow) => ResultValue;
  /** Says nothing beside the recruiter's own cells: a row knows its number, and what was asked for stands in it. */
  readonly isForOwnFileOnly?: true;
}

const none: ResultValue = { kind: 'none' };

function toText(text: string | null): ResultValue {
  return text === null || text === '' ? none : { kind: 'text', text };
}

/** Flowmingo sends email only where it makes an invitation (API guide, 3.3), so only then does an address stand here. */
function toMailedAddress(row: ResultRow): ResultValue {
  return row.invitationId === null ? none : toText(row.person.email);
}

const rowColumn: OurColumn = {
  header: 'Row',
  width: 8,
  isForOwnFileOnly: true,
  toValue: (row) => ({ kind: 'number', value: row.rowNumber }),
};
const outcomeColumn: OurColumn = {
  header: 'Outcome',
  width: 14,
  toValue: (row) => ({ kind: 'outcome', text: outcomeLabels[row.outcome], outcome: row.outcome }),
};
const sentenceColumn: OurColumn = {
  header: 'What happened',
  width: 48,
  toValue: (row) => toText(row.sentence),
};
const timeColumn: OurColumn = {
  header: 'Time',
  width: 20,
  toValue: (row) => (row.atMs === null ? none : { kind: 'time', timeMs: row.atMs }),
};
const attemptsColumn: OurColumn = {
  header: 'Attempts',
  width: 10,
  isForOwnFileOnly: true,
  toValue: (row) => ({ kind: 'number', value: row.attempts }),
};

const inviteColumns: readonly OurColumn[] = [
  rowColumn,
  outcomeColumn,
  sentenceColumn,
  { header: 'Email sent to', width: 30, toValue: toMailedAddress },
  { header: 'Submission id', width: 38, toValue: (row) => toText(row.submissionId) },
  { header: 'Invitation id', width: 38, toValue: (row) => toText(row.invitationId) },
  { header: 'Candidate id', width: 38, toValue: (row) => toText(row.candidateId) },
  { header: 'Record id', width: 38, toValue: (row) => toText(row.recordId) },
  timeColumn,
  attemptsColumn,
];

const pipelineColumns: readonly OurColumn[] = [
  rowColumn,
  outcomeColumn,
  {
    header: 'Asked for',
    width: 36,
    isForOwnFileOnly: true,
    toValue: ({ work }) => (work === null ? none : toText(toWorkText(work))),
  },
  sentenceColumn,
  {
    header: 'Application id',
    width: 38,
    toValue: ({ applicationId, work }) =>
      toText(applicationId ?? (work === null || work.kind === 'add' ? null : work.applicationId)),
  },
  timeColumn,
  attemptsColumn,
];

export interface ResultColumns {
  /** One for each of the recruiter's columns; a sheet without a header gets its letters. */
  readonly theirHeaders: readonly string[];
  readonly ourHeaders: readonly string[];
  readonly ourWidths: readonly number[];
  theirCells(row: ResultRow): readonly string[];
  ourValues(row: ResultRow): readonly ResultValue[];
}

/**
 * The columns of this run. A header of ours that the recruiter's sheet has already gets "(Flowmingo)" behind it.
 * `own-file`: for a results file. `beside-theirs`: for a copy of the recruiter's own file.
 */
export function toResultColumns(
  { source, work }: Pick<ResultsSource, 'source' | 'work'>,
  place: 'own-file' | 'beside-theirs' = 'own-file',
): ResultColumns {
  const all = isPipelineKind(work.operation) ? pipelineColumns : inviteColumns;
  const columns = place === 'own-file' ? all : all.filter(({ isForOwnFileOnly }) => !isForOwnFileOnly);
  const theirHeaders = source.columns.map(({ letter, header }) =>
    source.headerRow === null && header === '' ? `Column ${letter}` : header,
  );
  const taken = new Set(theirHeaders.map(headerText));
  return {
    theirHeaders,
    ourHeaders: columns.map(({ header }) =>
      taken.has(headerText(header)) ? `${header} (Flowmingo)` : header,
    ),
    ourWidths: columns.map(({ width }) => width),
    theirCells: (row) => theirHeaders.map((_, index) => row.cells[index] ?? ''),
    ourValues: (row) => columns.map(({ toValue }) => toValue(row)),
  };
}
