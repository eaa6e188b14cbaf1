// Runs of invited people with real names, in a real ledger: what the history is looked up in.
import { onTestFinished } from 'vitest';
import { createDraftService } from '../../../../electron/drafts/draft-service';
import { createHistoryService, type HistoryService } from '../../../../electron/history/history-service';
import { createAppLog } from '../../../../electron/log/app-log';
import type { Ledger } from '../../../../electron/store/ledger';
import type { HistoryFilter } from '../../../../shared/history/history';
import type { BatchOrder, BatchRow } from '../../../../shared/operations/batch';
import {
  invitingOrder,
  makeApi,
  makeDataDir,
  makeService,
  openTestLedger,
  workspaceId,
} from '../runs/engine-bench';

export const everything: HistoryFilter = {
  workspaceId: null,
  operation: null,
  outcome: null,
  fromMs: null,
  toMs: null,
};

export interface MadePerson {
  readonly firstname?: string;
  readonly lastname?: string;
  readonly email?: string;
  readonly atsId?: string;
  readonly cells?: readonly string[];
  readonly work?: BatchRow['work'];
}

/** A row of a batch, left empty where nothing is said. */
export function toBatchRow(person: MadePerson, index: number): BatchRow {
  return {
    rowNumber: index + 2,
    cells: person.cells ?? [person.email ?? '', person.firstname ?? ''],
    person: {
      email: person.email ?? null,
      firstname: person.firstname ?? null,
      lastname: person.lastname ?? null,
      cv_link: null,
      ats_candidate_id: person.atsId ?? null,
    },
    ...(person.work === undefined ? {} : { work: person.work }),
    skip: null,
  };
}

export interface MadeHistory {
  readonly dataDir: string;
  readonly ledger: Ledger;
  readonly history: HistoryService;
  /** A finished run of these people; answers its id. */
  readonly run: (
    name: string,
    people: readonly MadePerson[],
    work?: BatchOrder,
    draftId?: string,
  ) => Promise<string>;
  /** Closes everything as the app does. */
  readonly close: () => void;
}

export function makeHistory(dataDir = makeDataDir(), nowMs?: () => number): MadeHistory {
  const ledger = openTestLedger(dataDir);
  const log = createAppLog(dataDir);
  const drafts = createDraftService(ledger.drafts, dataDir);
  const history = createHistoryService({ ledger, drafts, log, ...(nowMs && { nowMs }) });
  const service = makeService(ledger, makeApi(undefined, madePipeline), {
    startedBy: { user: 'jana', from: 'window' },
    ...(nowMs && { clock: { nowMs, sleep: async () => undefined } as never }),
  });
  let isClosed = false;
  const close = () => {
    if (isClosed) return;
    isClosed = true;
    history.close();
    drafts.purge();
    ledger.close();
  };
  onTestFinished(close);
  return {
    dataDir,
    ledger,
    history,
    close,
    run: async (name, people, work = { operation: 'invite', order: invitingOrder }, draftId) => {
      const batchId = ledger.batches.begin({
        workspaceId,
        name,
        source: {
          fileName: `${name}.csv`,
          sizeBytes: 10,
          sha256: 'a'.repeat(64),
          sheetName: null,
          headerRow: 1,
          columns: [{ letter: 'A', header: 'Email' }],
        },
        work,
        rowCount: people.length,
        ...(draftId !== undefined && { draftId }),
      });
      ledger.batches.addRows(batchId, 0, people.map(toBatchRow));
      const { runId } = await service.startRun(batchId, { concurrency: 2, peoplePerRequest: 1 });
      await service.whenAtRest(runId);
      return runId;
    },
  };
}

/** A pipeline in which everything that is asked for works. */
const madePipeline: Parameters<typeof makeApi>[1] = {
  readPipeline: async () => ({ applications: [], readAtMs: 0 }) as never,
  sendPipeline: async (_, request) => ({
    kind: 'processed',
    body: { id: JSON.stringify(request).slice(0, 5) } as never,
    raw: { status: 200, bodyText: '{}', serverTimeMs: null },
  }),
};
