import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readHistoryExport } from '../../../../electron/history/history-export';
import { writeHistory } from '../../../../electron/workbooks/write-history';
import type { PersonRef } from '../../../../shared/history/history';
import { toLedgerBeforeSearch } from '../../../helpers/ledger-before-search';
import { openWithExceljs, toTexts } from '../workbooks/read-workbook';
import { everything, makeHistory } from './make-history';

const minh = {
  firstname: 'Minh Anh',
  lastname: 'Nguyễn Thị',
  email: 'minh.anh@example.com',
  atsId: '000419',
};
const lukasz = { firstname: 'Łukasz', lastname: 'Đặng', email: 'lukasz.d@example.com', atsId: 'AB-0042' };
const taro = { firstname: '太郎', lastname: '山田', email: 'taro@example.com' };

describe('one search over everybody ever sent to', () => {
  test.each([
    ['minh anh', minh],
    ['ANH NGUYEN', minh],
    ['Nguyễn minh', minh],
    ['minh.anh@example.com', minh],
    ['minhanh', minh],
    ['419', minh],
    ['000419', minh],
    ['lukasz', lukasz],
    ['dang łuk', lukasz],
    ['ab-0042', lukasz],
    ['ab0042', lukasz],
    ['太郎', taro],
    ['田太', null],
    ['inh', null],
    ['minh lukasz', null],
  ])('"%s"', async (text, wanted) => {
    const { run, history } = makeHistory();
    await run('Fair', [minh, lukasz, taro]);
    const { people } = history.search(text, everything);
    expect(people.map(({ email }) => email)).toEqual(wanted === null ? [] : [wanted.email]);
  });

  test('a person of several runs stands once, with the latest outcome and the number of runs', async () => {
    const { run, history } = makeHistory();
    const first = await run('Fair Praha', [minh, lukasz]);
    const second = await run('Fair Hanoi', [minh]);
    const { people, runs } = history.search('minh', everything);
    expect(people).toMatchObject([
      { name: 'Minh Anh Nguyễn Thị', runCount: 2, batchName: 'Fair Hanoi', runId: second },
    ]);
    expect(new Map(runs.map(({ runId, count }) => [runId, count]))).toEqual(
      new Map([
        [first, 1],
        [second, 1],
      ]),
    );
  });
});

describe('runs of an earlier version', () => {
  test('are taken in piece by piece, and until then the search says that it does not know everybody', async () => {
    const first = makeHistory();
    const people = Array.from({ length: 2500 }, (_, index) => ({ email: `person${index}@example.com` }));
    const runId = await first.run('Fair', [minh, ...people]);
    first.close();
    toLedgerBeforeSearch(first.dataDir);

    const { history, ledger } = makeHistory(first.dataDir);
    expect(history.search('minh', everything)).toMatchObject({ people: [], preparedFraction: 0 });
    expect(ledger.peopleSearch.takeInMore()).toBe(true);
    const { preparedFraction } = history.search('minh', everything);
    expect(preparedFraction).toBeGreaterThan(0.3);
    expect(preparedFraction).toBeLessThan(0.5);
    await history.whenPrepared();
    expect(history.search('minh', everything)).toMatchObject({ people: [{ runId }], preparedFraction: null });
    expect(history.search('person2499', everything).people).toHaveLength(1);
    expect(history.readRunFacts(runId)).toMatchObject({ startedBy: null, startedFrom: null });
  });
});

describe('the history as a file', () => {
  test('holds every row of every run, and no text in it becomes a formula', async () => {
    const { run, history, ledger, dataDir } = makeHistory();
    await run('Fair', [{ ...minh, lastname: '=HYPERLINK("https://example.com")' }, lukasz]);
    await run('Fair again', [lukasz]);
    const runs = {
      listRuns: ledger.runs.listSummaries,
      readResults: (runId: string) => ({ rows: () => ledger.runs.readResultRows(runId, 0, 10) }),
    };
    const read = (person: PersonRef | null) =>
      readHistoryExport({ runs: runs as never, history, ledger }, { filter: everything, person });
    const csv = join(dataDir, 'history.csv');
    expect(await writeHistory(csv, 'csv', read(null))).toBe(3);
    expect(readFileSync(csv, 'utf8')).toContain(`"'=HYPERLINK(`);
    expect(readFileSync(csv, 'utf8')).not.toContain('"=HYPERLINK(');
    const xlsx = join(dataDir, 'history.xlsx');
    expect(await writeHistory(xlsx, 'xlsx', read(null))).toBe(3);
    const opened = await openWithExceljs(xlsx);
    expect(toTexts(opened.getWorksheet('Runs'))).toHaveLength(3);
    expect(toTexts(opened.getWorksheet('People')).flat()).toContain('=HYPERLINK("https://example.com")');
    expect(await writeHistory(csv, 'csv', read({ kind: 'email', email: lukasz.email }))).toBe(2);
  });
});
