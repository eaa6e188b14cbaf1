// The program that is killed: opens the ledger of a folder, brings it to rest, and starts or goes on with the run. Told by its environment:
// DATA_DIR, BASE_URL, KEY; RUN_ID to go on, else a batch of ROW_COUNT people for SET_ID. Prints one line of JSON for each thing that happens.
import { createEngineApi } from '../../../electron/context/engine-api';
import { createFlowmingoClient } from '../../../electron/flowmingo/flowmingo-client';
import { createHttpTransport } from '../../../electron/flowmingo/http-transport';
import { createRunService } from '../../../electron/runs/run-service';
import { openLedger } from '../../../electron/store/ledger';

const env = (name: string): string => process.env[name] ?? '';
const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);
const settings = { concurrency: 4, peoplePerRequest: 1 };

async function main(): Promise<void> {
  const ledger = openLedger(env('DATA_DIR'));
  const client = createFlowmingoClient({
    baseUrl: env('BASE_URL'),
    readKey: async () => env('KEY'),
    transport: createHttpTransport(),
  });
  const service = createRunService({
    ledger: ledger.runs,
    api: createEngineApi({ clientOf: async () => client }),
  });
  const recovered = service.recoverRuns();
  say({
    wasUnclean: ledger.wasUnclean,
    recovered: recovered.map(({ summary, unknownCount }) => ({ state: summary.state, unknownCount })),
  });
  const { runId } =
    env('RUN_ID') === ''
      ? await service.startRun(makeBatch(), settings)
      : await service.resumeRun(env('RUN_ID'));
  say({ runId });
  const { state, counts } = await service.whenAtRest(runId);
  say({ state, counts });
  await service.shutdown();
  ledger.close();
  process.exit(0);

  function makeBatch(): string {
    const rowCount = Number(env('ROW_COUNT'));
    ledger.workspaces.save({
      workspaceId: 'w',
      name: 'Practice',
      environment: 'practice',
      baseUrl: null,
      organizationId: 7,
      scopes: [],
      expiresAtMs: null,
      keyShownPart: 'fl_practice_x',
    });
    const noProject = { projectId: null, projectTitle: null, jobPostId: null, jobPostTitle: null };
    const order = {
      target: { setId: env('SET_ID'), setTitle: null, ...noProject },
      sendInvite: true,
      message: null,
    };
    const source = {
      fileName: 'people.csv',
      sizeBytes: 1,
      sha256: '0'.repeat(64),
      sheetName: null,
      headerRow: 1,
      columns: [],
    };
    const batchId = ledger.batches.begin({
      workspaceId: 'w',
      name: 'Crash',
      source,
      work: { operation: 'invite', order },
      rowCount,
    });
    const rows = Array.from({ length: rowCount }, (_, index) => {
      const email = `crash${index}@example.org`;
      return {
        rowNumber: index + 2,
        cells: [email],
        person: { email, firstname: null, lastname: null, cv_link: null, ats_candidate_id: null },
        skip: null,
      };
    });
    ledger.batches.addRows(batchId, 0, rows);
    return batchId;
  }
}

main().catch((error: unknown) => {
  say({ failed: String(error) });
  process.exit(1);
});
