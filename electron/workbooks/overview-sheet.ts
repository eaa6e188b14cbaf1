// The first sheet of a results workbook: what was sent, where to, from which file, and the counts of the rows in this very file.

import type { Worksheet } from 'exceljs';
import { toMessageFact } from '../../shared/messages/no-message-words';
import type { InviteOrder } from '../../shared/operations/invite-target';
import type { OperationKind } from '../../shared/operations/operation-kind';
import type { RunSummary } from '../../shared/runs/progress';
import { type Outcome, outcomeLabels, outcomes } from '../../shared/runs/row-state';
import type { ExceljsWriter } from './exceljs-writer';
import { fact, type OverviewRow as Row, timeFact, toWorkspaceText } from './overview-facts';
import type { ResultsSource } from './results-source';
import type { CauseCount } from './results-tally';
import { addRow } from './xlsx-cells';
import { pageMargins } from './xlsx-styles';

/** As the recruiter knows them. */
const operationNames: Readonly<Record<OperationKind, string>> = {
  invite: 'Invite',
  add: 'Add to a pipeline',
  move: 'Move to a stage',
  reject: 'Reject',
  changes: 'Change a pipeline',
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

export interface OverviewInput extends Pick<ResultsSource, 'summary' | 'source' | 'work'> {
  /** Of the rows in this file. */
  readonly counts: Readonly<Record<Outcome, number>>;
  readonly causes: readonly CauseCount[];
  readonly savedAtMs: number;
}

/** In characters: labels, texts, and the counts of causes. */
const widths = [22, 90, 12];

/** Writes the whole sheet. */
export function addOverviewSheet(writer: ExceljsWriter, input: OverviewInput): Worksheet {
  const sheet = writer.addSheet('Overview', {
    views: [{ showGridLines: false }],
    pageSetup: { margins: pageMargins },
  });
  sheet.columns = widths.map((width) => ({ width }));
  for (const cells of [...toFacts(input), ...toCounts(input), ...toCauses(input.causes)])
    addRow(sheet, cells, writer.dates);
  sheet.commit();
  return sheet;
}

function toFacts({ summary, source, work, savedAtMs }: OverviewInput): Row[] {
  const workspace = toWorkspaceText({ ...summary, name: summary.workspaceName });
  return [
    [{ kind: 'text', text: summary.batchName, style: 'title' }],
    [],
    fact('Workspace', workspace),
    fact('Operation', operationNames[work.operation]),
    ...(work.operation === 'invite' ? toInviteFacts(work.order) : []),
    fact('File', `${source.fileName}${source.sheetName === null ? '' : `, sheet ${source.sheetName}`}`),
    fact('State', stateSentences[summary.state]),
    timeFact('Started', summary.startedAtMs),
    timeFact('Finished', summary.finishedAtMs),
    timeFact('Saved', savedAtMs),
    fact('Run', summary.runId),
    [],
  ];
}

function toInviteFacts(order: InviteOrder): Row[] {
  const { target } = order;
  return [
    ...(target.setId === null ? [] : [fact('Interview set', named(target.setTitle, target.setId))]),
    ...(target.projectId === null ? [] : [fact('Project', named(target.projectTitle, target.projectId))]),
    ...(target.jobPostId === null ? [] : [fact('Job post', named(target.jobPostTitle, target.jobPostId))]),
    fact(
      'Email',
      order.sendInvite
        ? 'Yes: Flowmingo was asked to email everybody with an address.'
        : 'No: Flowmingo was asked not to email anybody.',
    ),
    fact(
      'Message',
      toMessageFact(order, (message) => message),
    ),
    ...toFallbackFacts(order),
  ];
}

function toFallbackFacts({ sendInvite, message, nameFallback }: InviteOrder): Row[] {
  if (!sendInvite || message === null || nameFallback === undefined) return [];
  const { words, forRows } = nameFallback;
  const single = forRows.map((row) => `row ${row.rowNumber}: ${row.words}`);
  const all = [...(words === null ? [] : [words]), ...single].join('; ');
  return all === '' ? [] : [fact('Without a first name', all)];
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

function named(title: string | null, id: string): string {
  return title === null ? id : `${title} (${id})`;
}
