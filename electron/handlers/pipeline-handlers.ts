// snapshots:*, pipeline:*, people:* — the pipeline as it was read.
import type { RequestHandlers } from '../shell/ipc-router';
import { prepareChain } from '../snapshots/prepare-chain';
import { prepareInHand } from '../snapshots/prepare-in-hand';
import { prepareSelection } from '../snapshots/prepare-selection';
import { prepareUndo } from '../snapshots/prepare-undo';
import { createSheetsInHand } from '../snapshots/sheets-in-hand';
import { exportPipeline } from './export-handlers';
import type { HandlerContext } from './handler-context';

type PipelineHandlers = Pick<
  RequestHandlers,
  Extract<keyof RequestHandlers, `snapshots:${string}` | `pipeline:${string}` | `people:${string}`>
>;

/** The handlers, bound to their context. */
export function createPipelineHandlers(context: HandlerContext): PipelineHandlers {
  const { ledger, snapshots, pipeline, workspaces } = context;
  const sheets = createSheetsInHand();
  const parts = {
    people: ledger.people,
    clientOf: workspaces.clientOf,
    snapshots: ledger.snapshots,
    reads: ledger.pipelineReads,
    exports: ledger.pipelineExports,
    batches: ledger.batches,
    ledger: ledger.runs,
    api: context.api,
    environmentOf: (workspaceId: string) => workspaces.get(workspaceId).environment,
  };
  return {
    'snapshots:take': ({ workspaceId }) => {
      workspaces.get(workspaceId);
      return snapshots.take(workspaceId);
    },
    'snapshots:stop': ({ workspaceId }) => {
      snapshots.stop(workspaceId);
      return {};
    },
    'snapshots:list': ({ workspaceId, limit }) => ({
      snapshots: ledger.snapshots.list(workspaceId, limit),
    }),
    'snapshots:list-projects': ({ snapshotId }) => {
      ledger.snapshots.get(snapshotId);
      const counts = ledger.pipelineReads.countByProject(snapshotId);
      return {
        projects: ledger.pipelineReads
          .titles(snapshotId, 'project')
          .map(({ id, title }) => ({ id, title, applicationCount: counts.get(id) ?? 0 })),
      };
    },
    'pipeline:get-overview': (question) => pipeline.getOverview(question),
    'pipeline:list-rows': (question) => pipeline.listRows(question),
    'pipeline:list-ids': async (question) => ({
      applicationIds: await pipeline.listIds({ ...question, limit: mostIds }),
    }),
    'people:add-names': ({ workspaceId, people }) => {
      workspaces.get(workspaceId);
      pipeline.forget();
      return { added: ledger.people.addNames(workspaceId, people, Date.now()) };
    },
    'pipeline:export': (question) => exportPipeline(context, question),
    'pipeline:prepare': (selection) => prepareSelection(parts, selection),
    'pipeline:begin-sheet': (sheet) => {
      workspaces.get(sheet.workspaceId);
      return { sheetId: sheets.begin(sheet) };
    },
    'pipeline:add-sheet-rows': ({ sheetId, rows }) => ({ rowsHeld: sheets.add(sheetId, rows) }),
    'pipeline:prepare-sheet': ({ sheetId }) => prepareInHand(parts, sheets.get(sheetId)),
    'pipeline:change-sheet-rows': ({ sheetId, rows }) => prepareInHand(parts, sheets.change(sheetId, rows)),
    'pipeline:prepare-chain': (chain) => prepareChain(parts, chain),
    'pipeline:list-stages': async ({ workspaceId, projectId }) => {
      const stages = await (await workspaces.clientOf(workspaceId)).readStages(projectId);
      return { stages: stages.map(({ id, title }) => ({ id, title })) };
    },
    'pipeline:prepare-undo': ({ runId }) => prepareUndo(parts, runId),
  };
}

/** As many as one batch takes from a screen. */
const mostIds = 50_000;
