import { describe, expect, test } from 'vitest';
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
