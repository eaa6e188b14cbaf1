// A history of many runs in a ledger of its own: how long its people take to be taken in and to be found, beside a look at every row.
// Words: the data folder, how many runs, how many people each. Answers with one line of JSON.
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { openLedger } from '../../electron/store/ledger';
import type { HistoryFilter } from '../../shared/history/history';
import { toAskedWords } from '../../shared/history/search-words';
import { toLedgerBeforeSearch } from '../helpers/ledger-before-search';

const [dataDir = '', runWord = '0', peopleWord = '0'] = process.argv.slice(2);
const runCount = Number(runWord);
const peopleCount = Number(peopleWord);
const everything: HistoryFilter = {
  workspaceId: null,
  operation: null,
  outcome: null,
  fromMs: null,
  toMs: null,
};
const firstNames = ['Zdeněk', 'Ana', 'Thị Minh Anh', 'Łukasz', 'José', 'Marie', 'Oskar', 'Đặng Hương'];
const lastNames = ['Přibyl', 'Nguyễn', 'Kovářová', 'Müller', 'García', 'Horák', 'Wiśniewski', 'Trần'];
/** A person, the parts of an address, the beginnings of names in either order, an ID, what everybody has, nobody. */
const questions = [
  'person123@example.com',
  'ana',
  'nguyen minh',
  'kovar luk',
  'A-12345',
  'p',
  'example.com',
  'qqqq',
];

const took = (work: () => unknown): number => {
  const startMs = performance.now();
  work();
  return performance.now() - startMs;
};
const middle = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;

async function main() {
  const ledger = openLedger(dataDir);
  ledger.workspaces.save({
    workspaceId: 'w1',
    name: 'Nordwind',
    environment: 'practice',
    baseUrl: null,
    organizationId: 7,
    scopes: ['invite_candidates'],
    expiresAtMs: null,
    keyShownPart: 'fl_practice_a',
  });
  let planMs = 0;
  for (let runIndex = 0; runIndex < runCount; runIndex += 1) {
    const batchId = storeBatch(ledger, runIndex);
    const startMs = performance.now();
    await ledger.runs.planRun({
      batchId,
      settings: { concurrency: 4, peoplePerRequest: 1 },
      firstRows: null,
      parentRunId: null,
      ordinals: null,
      atMs: 1_770_000_000_000 + runIndex * 86_400_000,
    });
    planMs += performance.now() - startMs;
  }
  ledger.close();
  endAllRuns();
  toLedgerBeforeSearch(dataDir);

  let former = openLedger(dataDir);
  former.close();
  toLedgerBeforeSearch(dataDir);
  const openMs = took(() => {
    former = openLedger(dataDir);
  });
  const turns: number[] = [];
  for (;;) {
    let isLeft = false;
    turns.push(took(() => (isLeft = former.peopleSearch.takeInMore())));
    if (!isLeft) break;
  }
  const scan = openScan();
  const found = questions.map((text) => {
    const counts = former.peopleSearch.search(text, everything).people.length;
    const searchMs = middle(
      Array.from({ length: 9 }, () => took(() => former.peopleSearch.search(text, everything))),
    );
    const scanMs = middle(Array.from({ length: 5 }, () => took(() => scan.count(text))));
    return { text, people: counts, rows: scan.count(text), searchMs, scanMs };
  });
  scan.close();
  const storyMs = took(() => former.stories.readStory({ kind: 'email', email: 'person123@example.com' }));
  const deleted = former.runDeletion.deleteOlder(1_770_000_000_000 + (runCount / 2) * 86_400_000);
  const purgeTurns: number[] = [];
  for (;;) {
    let isLeft = false;
    purgeTurns.push(took(() => (isLeft = former.runDeletion.purgeSome('too-old'))));
    if (!isLeft) break;
  }
  const compactMs = took(() => former.compact());
  const inspectMs = took(() => former.close()) + took(() => openLedger(dataDir).close());
  const sum = (values: number[]) => values.reduce((total, one) => total + one, 0);
  process.stdout.write(
    `${JSON.stringify({
      planMs,
      openMs,
      takeInMs: sum(turns),
      longestTurnMs: Math.max(...turns),
      found,
      storyMs,
      deletedRuns: deleted.runs.length,
      purgeMs: sum(purgeTurns),
      longestPurgeMs: Math.max(...purgeTurns),
      compactMs,
      inspectMs,
    })}\n`,
  );
}

function storeBatch(ledger: ReturnType<typeof openLedger>, runIndex: number): string {
  const batchId = ledger.batches.begin({
    workspaceId: 'w1',
    name: `Fair ${runIndex}`,
    source: {
      fileName: 'fair.csv',
      sizeBytes: 1,
      sha256: 'a'.repeat(64),
      sheetName: null,
      headerRow: 1,
      columns: [{ letter: 'A', header: 'Email' }],
    },
    work: {
      operation: 'invite',
      order: {
        target: {
          setId: 's1',
          setTitle: 'Set',
          projectId: null,
          projectTitle: null,
          jobPostId: null,
          jobPostTitle: null,
        },
        sendInvite: true,
        message: null,
      },
    },
    rowCount: peopleCount,
  });
  for (let from = 0; from < peopleCount; from += 500)
    ledger.batches.addRows(
      batchId,
      from,
      Array.from({ length: Math.min(500, peopleCount - from) }, (_, index) => {
        const number = runIndex * peopleCount + from + index;
        const email = `person${number}@example.com`;
        const firstname = `${firstNames[number % firstNames.length]} ${(number * 7919) % 997}`;
        const lastname = `${lastNames[(number >> 3) % lastNames.length]}${(number * 104_729) % 9973}`;
        return {
          rowNumber: from + index + 2,
          cells: [email, firstname, lastname],
          person: { email, firstname, lastname, cv_link: null, ats_candidate_id: `A-${number}` },
          skip: null,
        };
      }),
    );
  return batchId;
}

/** As if all had been sent: one answer of usual length each. */
function endAllRuns(): void {
  const database = new DatabaseSync(join(dataDir, 'ledger.sqlite'));
  database.exec(`BEGIN;
    UPDATE run_rows SET state = 'done', sentence = 'Invited', at_ms = 1770000000000 + run_no * 86400000 + ordinal,
      candidate_id = 'cand-' || run_no || '-' || ordinal, submission_id = 'sub-' || run_no || '-' || ordinal, attempts = 1;
    UPDATE runs SET state = 'finished', started_at_ms = created_at_ms, finished_at_ms = created_at_ms + 60000;
    INSERT INTO attempts (run_no, started_at_ms, closed_at_ms, kind, status, body_text)
      SELECT run_no, at_ms, at_ms, 'processed', 201, printf('%.*c', 900, 'x') FROM run_rows ORDER BY run_no, ordinal;
    INSERT INTO attempt_rows (attempt_no, run_no, ordinal)
      SELECT row_number() OVER (ORDER BY run_no, ordinal), run_no, ordinal FROM run_rows;
    COMMIT;`);
  database.close();
}

/** What the search would be without an index: a look at every row's text. */
function openScan() {
  const database = new DatabaseSync(join(dataDir, 'ledger.sqlite'), { readOnly: true });
  const statement = database.prepare(
    `SELECT count(*) AS count FROM runs r JOIN run_rows q ON q.run_no = r.run_no
       JOIN batch_rows p ON p.batch_no = r.batch_no AND p.ordinal = q.ordinal
     WHERE NOT EXISTS (SELECT 1 FROM json_each(?) w
       WHERE instr(' ' || p.search_text || ' ' || lower(coalesce(p.ats_candidate_id, '')), w.value) = 0)`,
  );
  return {
    count: (text: string) =>
      (statement.get(JSON.stringify(toAskedWords(text).map(({ word }) => word))) as { count: number }).count,
    close: () => database.close(),
  };
}

await main();
