// The drop-down of the Stage column: the stages of each project in a hidden sheet, since a list in the cell itself ends at 255 characters
// and takes no commas. Never offers a stage that a project does not have.
import type { Worksheet } from 'exceljs';
import { applicationsSheetName, exportHeaders, rejectChoice } from '../../shared/pipeline/export-headers';
import { rejectWords } from '../../shared/pipeline/pipeline-sheet';
import type { ExportProject } from '../snapshots/pipeline-export';
import type { ExceljsWriter } from './exceljs-writer';
import { applicationsTable } from './pipeline-tables';
import { addRow, type Cell } from './xlsx-cells';

const listsSheetName = 'Lists';
const firstRow = 2;

/** Projects whose applications have a drop-down, in the order of their columns in the hidden sheet. */
function withChoices(projects: readonly ExportProject[]): ExportProject[] {
  return projects.filter(({ id, applicationCount }) => id !== null && applicationCount > 0);
}

/** Stages that the project lists, then "Reject", unless a stage is called that. */
function toChoices({ stages }: ExportProject): string[] {
  const titles = new Set(stages.filter(({ isListed }) => isListed).map(({ title }) => title));
  const isTaken = [...titles].some((title) => rejectWords.includes(title.trim().toLowerCase()));
  return isTaken ? [...titles] : [...titles, rejectChoice];
}

/** Puts the drop-downs on the sheet of applications, which stand in the order of `projects`. */
export function addStageChoices(
  writer: ExceljsWriter,
  sheet: Worksheet,
  projects: readonly ExportProject[],
): void {
  const column = applicationsTable.columns.findIndex(({ header }) => header === exportHeaders.stage) + 1;
  const letter = sheet.getColumn(column).letter;
  const listed = withChoices(projects);
  let row = firstRow;
  for (const project of projects) {
    const end = row + project.applicationCount - 1;
    const place = listed.indexOf(project);
    if (place !== -1) {
      const from = sheet.getColumn(place + 1).letter;
      writer.addChoices(
        sheet,
        end === row ? `${letter}${row}` : `${letter}${row}:${letter}${end}`,
        `${listsSheetName}!$${from}$${firstRow}:$${from}$${firstRow + toChoices(project).length - 1}`,
      );
    }
    row = end + 1;
  }
}

/** Writes the hidden sheet: a column for each project. */
export function addListsSheet(writer: ExceljsWriter, projects: readonly ExportProject[]): void {
  const listed = withChoices(projects);
  const sheet = writer.addSheet(listsSheetName, { state: 'hidden' });
  const cells = (texts: readonly string[]) =>
    texts.map((text): Cell => ({ kind: 'text', text, style: 'text' }));
  addRow(sheet, cells(listed.length === 0 ? [applicationsSheetName] : listed.map(({ title }) => title)));
  const choices = listed.map(toChoices);
  const most = Math.max(0, ...choices.map(({ length }) => length));
  for (let index = 0; index < most; index += 1)
    addRow(sheet, cells(choices.map((titles) => titles[index] ?? '')));
  sheet.commit();
}
