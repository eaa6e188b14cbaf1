// The first sheet of an exported pipeline: what it is, when it was read, how many stand where, the scores, and what changed.
// Its numbers are those of the rows in this very file.
import type { ConditionalFormattingOptions, Worksheet } from 'exceljs';
import { applicationsSheetName, exportHeaders, rejectChoice } from '../../shared/pipeline/export-headers';
import type { ExportProject, PipelineExport } from '../snapshots/pipeline-export';
import type { ExceljsWriter } from './exceljs-writer';
import type { ExportTally } from './export-tally';
import { fact, type OverviewRow, timeFact, toWorkspaceText } from './overview-facts';
import { changeLabels } from './pipeline-tables';
import { addRow, type Cell } from './xlsx-cells';
import { pageMargins } from './xlsx-styles';

/** In characters: labels, numbers with a bar, numbers before. */
const widths = [34, 44, 12];

export interface PipelineOverviewInput {
  readonly exported: PipelineExport;
  readonly tally: ExportTally;
  readonly savedAtMs: number;
}

/** Writes the whole sheet. */
export function addPipelineOverviewSheet(
  writer: ExceljsWriter,
  { exported, tally, savedAtMs }: PipelineOverviewInput,
): Worksheet {
  const sheet = writer.addSheet('Overview', {
    views: [{ showGridLines: false }],
    pageSetup: { margins: pageMargins },
  });
  sheet.columns = widths.map((width) => ({ width }));
  let rowNumber = 0;
  const add = (rows: readonly OverviewRow[]) => {
    for (const row of rows) addRow(sheet, row, writer.dates);
    rowNumber += rows.length;
  };
  /** Numbers below a heading, each with a bar of its share; colour is never the only sign, since the number stands in it. */
  const addBars = (heading: OverviewRow, rows: readonly OverviewRow[]) => {
    add([heading, ...rows, []]);
    const last = rowNumber - 1;
    if (rows.length > 0) sheet.addConditionalFormatting(toBars(`B${last - rows.length + 1}:B${last}`));
  };
  add(toFacts(exported, tally, savedAtMs));
  add(toChangeRows(exported, tally));
  for (const project of exported.projects.filter(({ applicationCount }) => applicationCount > 0))
    addBars(toFunnelHeading(project, exported.since !== null), toFunnel(project));
  addBars(
    toHeading('Score', 'People'),
    tally.scoreBands.map((count, band) => [label(`${band} to ${band + 1}`), bar(count)]),
  );
  add([[label('No score'), bar(tally.unscored)]]);
  sheet.commit();
  return sheet;
}

function toFacts(
  { snapshot, workspace, project, since, applicationCount }: PipelineExport,
  { named, submissions }: ExportTally,
  savedAtMs: number,
): OverviewRow[] {
  return [
    [{ kind: 'text', text: project === null ? 'Pipelines' : `Pipeline: ${project.title}`, style: 'title' }],
    [],
    fact('Workspace', toWorkspaceText(workspace)),
    fact('Project', project?.title ?? 'All projects'),
    timeFact('Read from Flowmingo', snapshot.takenAtMs),
    since === null
      ? fact('Compared with', 'Nothing: there is no earlier snapshot.')
      : timeFact('Compared with', since.takenAtMs),
    timeFact('Saved', savedAtMs),
    fact('Snapshot', snapshot.snapshotId),
    [label('Applications'), count(applicationCount)],
    fact(
      'Named',
      `${named.toLocaleString('en')} of ${applicationCount.toLocaleString('en')} people are known by name or address.`,
    ),
    [label('Submissions'), count(submissions)],
    [],
    fact(
      'To change stages',
      `Choose another ${exportHeaders.stage} in the sheet ${applicationsSheetName}, or “${rejectChoice}”, save, and open this workbook in Flowmingo Batch. It shows what would be done before anything is.`,
    ),
    fact(exportHeaders.inStageSince, 'As far as snapshots tell. “or earlier”: longer, perhaps.'),
    [],
  ];
}

function toChangeRows({ since }: PipelineExport, { changes }: ExportTally): OverviewRow[] {
  if (since === null) return [];
  return [
    toHeading('Change', 'Applications'),
    ...changes.map(({ kind, count: found }): OverviewRow => [label(changeLabels[kind]), count(found)]),
    [],
  ];
}

function toFunnelHeading({ title }: ExportProject, isCompared: boolean): OverviewRow {
  return isCompared ? [...toHeading(title, 'People'), heading('Before')] : toHeading(title, 'People');
}

function toFunnel({ stages }: ExportProject): OverviewRow[] {
  return stages.map(({ title, now, before }) => [
    label(title),
    bar(now),
    before === null ? null : count(before),
  ]);
}

/** exceljs needs the colour and has no word for it. `gradient` keeps it to the plain form, which every program knows. */
function toBars(ref: string): ConditionalFormattingOptions {
  const rule = {
    type: 'dataBar' as const,
    priority: 1,
    gradient: true,
    cfvo: [{ type: 'num' as const, value: 0 }, { type: 'max' as const }],
    color: { argb: 'FF9DB2F2' },
  };
  return { ref, rules: [rule] };
}

const heading = (text: string): Cell => ({ kind: 'text', text, style: 'section' });
const toHeading = (left: string, right: string): OverviewRow => [heading(left), heading(right)];
const label = (text: string): Cell => ({ kind: 'text', text, style: 'label' });
const count = (value: number): Cell => ({ kind: 'number', value, style: 'count' });
const bar = (value: number): Cell => ({ kind: 'number', value, style: 'bar' });
