// One writing of 100,000 applications in a process of its own: the app's workbook, or the same cells and looks by exceljs alone.
// Words: streaming | buffered | app, the file, how many rows. Answers with one line of JSON.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import ExcelJS from 'exceljs';
import type { ExportProject, PipelineExport } from '../../electron/snapshots/pipeline-export';
import type { KeptApplication } from '../../electron/store/pipeline-read-store';
import { applicationsTable } from '../../electron/workbooks/pipeline-tables';
import { writePipelineXlsx } from '../../electron/workbooks/write-pipeline-xlsx';
import { cellStyles } from '../../electron/workbooks/xlsx-styles';

const [mode = '', path = '', count = '0'] = process.argv.slice(2);
const rowCount = Number(count);
const startMs = Date.UTC(2026, 2, 4);
const stages = ['Applied', 'Screening', 'Interview', 'Final', 'Offer'];
const project: ExportProject = {
  id: 'project',
  title: 'Backend engineer, Hanoi',
  applicationCount: rowCount,
  stages: stages.map((title) => ({
    id: title,
    title,
    now: rowCount / stages.length,
    before: null,
    isListed: true,
  })),
};

function toApplication(index: number): KeptApplication {
  const stage = stages[Math.floor((index * stages.length) / rowCount)] ?? '';
  return {
    applicationId: `019c0000-0000-7000-8000-${String(index).padStart(12, '0')}`,
    candidateId: `019d0000-0000-7000-8000-${String(index).padStart(12, '0')}`,
    projectId: 'project',
    jobPostId: 'post',
    stageId: stage,
    stageTitle: stage,
    score: (index % 100) / 10,
    status: 1,
    createdAtMs: startMs + index * 1000,
    firstname: `Thị Hương ${index}`,
    lastname: 'Nguyễn',
    email: `person${index}@example.com`,
    atsCandidateId: `A-${index}`,
    searchText: '',
    jobPostTitle: 'Backend engineer',
    projectTitle: project.title,
    stageSinceMs: startMs + index * 2000,
    stageIsExact: index % 2 === 0 ? 1 : 0,
    stageFrom: null,
    submissionScore: null,
    submissionCount: 1,
    submittedCount: 1,
  };
}

function* toApplications(): Iterable<KeptApplication> {
  for (let index = 0; index < rowCount; index += 1) yield toApplication(index);
}

const summary = {
  snapshotId: 'snapshot',
  workspaceId: 'workspace',
  takenAtMs: startMs,
  counts: { projects: 1, jobPosts: 1, interviewSets: 0, stages: 5, applications: rowCount, submissions: 0 },
  named: { named: rowCount, of: rowCount },
};

const exported: PipelineExport = {
  snapshot: summary,
  workspace: { name: 'Acme', environment: 'practice', organizationId: null },
  project: null,
  since: null,
  projects: [project],
  applicationCount: rowCount,
  applications: toApplications,
  submissions: () => [],
  changes: () => [],
};

function fill(sheet: ExcelJS.Worksheet): void {
  sheet.columns = applicationsTable.columns.map(({ width }) => ({ width }));
  sheet.addRow(applicationsTable.columns.map(({ header }) => header)).commit();
  for (const application of toApplications()) {
    const row = sheet.addRow([]);
    applicationsTable.columns.forEach(({ toCell }, index) => {
      const cell = toCell(application);
      if (cell === null) return;
      const target = row.getCell(index + 1);
      target.value =
        cell.kind === 'text' ? cell.text : cell.kind === 'number' ? cell.value : new Date(cell.timeMs);
      target.style = cellStyles[cell.style];
    });
    row.commit();
  }
}

const writers: Readonly<Record<string, () => Promise<unknown>>> = {
  app: () => writePipelineXlsx(path, exported),
  async streaming() {
    const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
      filename: path,
      useStyles: true,
      zip: { zlib: { level: 4 } },
    });
    const sheet = workbook.addWorksheet('Applications');
    fill(sheet);
    sheet.commit();
    await workbook.commit();
  },
  async buffered() {
    const workbook = new ExcelJS.Workbook();
    fill(workbook.addWorksheet('Applications'));
    await workbook.xlsx.writeFile(path);
  },
};

const delay = monitorEventLoopDelay({ resolution: 10 });
delay.enable();
const fromMs = performance.now();
await writers[mode]?.();
const tookMs = performance.now() - fromMs;
delay.disable();
process.stdout.write(
  `${JSON.stringify({ tookMs, stallMs: delay.max / 1e6, peakMb: process.resourceUsage().maxRSS / 1024 })}\n`,
);
