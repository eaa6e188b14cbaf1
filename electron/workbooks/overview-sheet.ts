// The first sheet of a results workbook: what was sent, where to, from which file, and the counts of the rows in this very file.

import type { RunSummary } from '../../shared/runs/progress';
import { type Outcome, outcomeLabels, outcomes } from '../../shared/runs/row-state';
import type { ResultsSource } from './results-source';
import type { CauseCount } from './results-tally';
import { type Cell, toRowXml } from './xlsx-cells';

type Row = readonly (Cell | null)[];

const environmentNames: Readonly<Record<RunSummary['environment'], string>> = {
  production: 'PRODUCTION',
  staging: 'STAGING',
  practice: 'PRACTICE',
};

const stateSentences: Readonly<Record<RunSummary['state'], string>> = {
  planned: 'Not started yet.',
  running: 'Still running when this file was saved.',
  pausing: 'Pausing when this file was saved.',
  paused: 'Paused when this file was saved.',
  cancelling: 'Being cancelled when this file was saved.',
  cancelled: 'Cancelled.',
  finished: 'Finished.',
  interrupted: 'Interrupted when this file was saved.',
};

export interface OverviewInput extends Pick<ResultsSource, 'summary' | 'source' | 'order'> {
  /** Of the rows in this file. */
  readonly counts: Readonly<Record<Outcome, number>>;
  readonly causes: readonly CauseCount[];
  readonly savedAtMs: number;
}

/** The sheet's XML. */
export function toOverviewSheetXml(input: OverviewInput): string {
  const rows = [...toFacts(input), ...toCounts(input), ...toCauses(input.causes)];
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0"/></sheetViews>' +
    '<sheetFormatPr defaultRowHeight="15"/>' +
    '<cols><col min="1" max="1" width="22" customWidth="1"/><col min="2" max="2" width="90" customWidth="1"/><col min="3" max="3" width="12" customWidth="1"/></cols>' +
    `<sheetData>${rows.map((cells, index) => toRowXml(index + 1, cells)).join('')}</sheetData>` +
    '<pageMargins left="0.5" right="0.5" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>'
  );
}

function toFacts({ summary, source, order, savedAtMs }: OverviewInput): Row[] {
  const { target } = order;
  const workspace = `${summary.workspaceName}, ${environmentNames[summary.environment]}${summary.organizationId === null ? '' : `, organization ${summary.organizationId}`}`;
  return [
    [{ kind: 'text', text: summary.batchName, style: 'title' }],
    [],
    fact('Workspace', workspace),
    fact('Operation', 'Invite'),
    ...(target.setId === null ? [] : [fact('Interview set', named(target.setTitle, target.setId))]),
    ...(target.projectId === null ? [] : [fact('Project', named(target.projectTitle, target.projectId))]),
    ...(target.jobPostId === null ? [] : [fact('Job post', named(target.jobPostTitle, target.jobPostId))]),
    fact(
      'Email',
      order.sendInvite
        ? 'Yes: Flowmingo was asked to email each person.'
        : 'No: Flowmingo was asked not to email anybody.',
    ),
    fact('Message', toMessage(order)),
    fact('File', `${source.fileName}${source.sheetName === null ? '' : `, sheet ${source.sheetName}`}`),
    fact('State', stateSentences[summary.state]),
    timeFact('Started', summary.startedAtMs),
    timeFact('Finished', summary.finishedAtMs),
    timeFact('Saved', savedAtMs),
    fact('Run', summary.runId),
    [],
  ];
}

function toMessage({ sendInvite, message }: OverviewInput['order']): string {
  if (!sendInvite) return 'None, since no email was asked for.';
  return message ?? 'Flowmingo’s own text.';
}

function toCounts({ counts }: OverviewInput): Row[] {
  const total = outcomes.reduce((sum, outcome) => sum + counts[outcome], 0);
  return [
    [
      { kind: 'text', text: 'Outcome', style: 'section' },
      { kind: 'text', text: 'Rows', style: 'section' },
    ],
    ...outcomes.map(
      (outcome): Row => [
        { kind: 'text', text: outcomeLabels[outcome], style: outcome },
        { kind: 'number', value: counts[outcome], style: 'count' },
      ],
    ),
    [
      { kind: 'text', text: 'Total', style: 'section' },
      { kind: 'number', value: total, style: 'total' },
    ],
    [],
  ];
}

function toCauses(causes: readonly CauseCount[]): Row[] {
  if (causes.length === 0) return [];
  return [
    [
      { kind: 'text', text: 'Outcome', style: 'section' },
      { kind: 'text', text: 'Cause', style: 'section' },
      { kind: 'text', text: 'Rows', style: 'section' },
    ],
    ...causes.map(
      ({ outcome, title, count }): Row => [
        { kind: 'text', text: outcomeLabels[outcome], style: outcome },
        { kind: 'text', text: title, style: 'wrapped' },
        { kind: 'number', value: count, style: 'count' },
      ],
    ),
  ];
}

function fact(label: string, text: string): Row {
  return [
    { kind: 'text', text: label, style: 'label' },
    { kind: 'text', text, style: 'wrapped' },
  ];
}

function timeFact(label: string, timeMs: number | null): Row {
  if (timeMs === null) return fact(label, 'Not yet');
  return [
    { kind: 'text', text: label, style: 'label' },
    { kind: 'time', timeMs, style: 'time' },
  ];
}

function named(title: string | null, id: string): string {
  return title === null ? id : `${title} (${id})`;
}
