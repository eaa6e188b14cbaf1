import { describe, expect, test } from 'vitest';
import type {
  ApplicationList,
  LookUpHistory,
  LookUpQuestion,
  UnknownRow,
} from '../../../../electron/operations/look-up';
import { noIds } from '../../../../electron/operations/operation';
import { lookUpPipeline } from '../../../../electron/operations/pipeline-look-up';
import type { PipelineBefore, PipelineWork } from '../../../../shared/operations/pipeline-work';
import { makeAdd, makeBefore, makeListed, makeMove, makeReads, makeReject } from './made-up-pipeline';

const person = { email: null, firstname: null, lastname: null, cv_link: null, ats_candidate_id: null };
const toRow = (
  ordinal: number,
  work: PipelineWork | null,
  before: PipelineBefore | null = makeBefore(),
): UnknownRow => ({
  ordinal,
  person,
  work,
  before,
  personKey: null,
  causeCode: 'unknown/answer-lost',
  ids: noIds,
  attemptNo: ordinal + 1,
  sentAtMs: 0,
  endedAtMs: null,
});
/** The history is for invitations; a pipeline that asks it fails. */
const noHistory = {} as LookUpHistory;

async function lookUp(rows: readonly UnknownRow[], list: ApplicationList, isLastLook = true) {
  const question: LookUpQuestion = {
    rows,
    baseline: null,
    runStartedAtMs: 0,
    isLastLook,
    history: noHistory,
  };
  return lookUpPipeline(makeReads({ 'project-1': list }), 'w', question);
}

const whole = (...applications: readonly ReturnType<typeof makeListed>[]): ApplicationList => ({
  applications,
  isWhole: true,
});

describe('what a look says', () => {
  test('done at the first look, with the application', async () => {
    const [finding] = await lookUp([toRow(0, makeMove())], whole(makeListed({ stageId: 'final' })), false);
    expect(finding).toMatchObject({
      verdict: 'done',
      reading: 'probably-done',
      ids: { applicationId: 'app-1' },
      evidence: { obstacle: null, othersActive: false },
    });
  });

  test('"nothing happened" only at the last look at a whole list', async () => {
    const rows = [toRow(0, makeMove()), toRow(1, makeReject())];
    const verdicts = async (list: ApplicationList, isLastLook: boolean) =>
      (await lookUp(rows, list, isLastLook)).map(({ verdict, evidence }) => [verdict, evidence.obstacle]);
    const part = { ...whole(makeListed()), isWhole: false };
    expect(await verdicts(whole(makeListed()), false)).toEqual([
      ['open', null],
      ['open', null],
    ]);
    expect(await verdicts(whole(makeListed()), true)).toEqual([
      ['not-processed', null],
      ['not-processed', null],
    ]);
    expect(await verdicts(part, true)).toEqual([
      ['open', 'too-many'],
      ['open', 'too-many'],
    ]);
  });

  test('a list that is not whole can still show what is done', async () => {
    const list = { ...whole(makeListed({ stageId: 'final' })), isWhole: false };
    expect(await lookUp([toRow(0, makeMove())], list, false)).toMatchObject([{ verdict: 'done' }]);
  });

  test('what somebody else changed is left to a person, at every look', async () => {
    const list = whole(makeListed({ status: 5 }));
    for (const isLastLook of [false, true])
      expect(await lookUp([toRow(0, makeMove()), toRow(1, makeAdd())], list, isLastLook)).toMatchObject([
        { verdict: 'open', evidence: { obstacle: 'changed-by-others', othersActive: true } },
        { verdict: 'open', evidence: { obstacle: 'changed-by-others', othersActive: true } },
      ]);
  });

  test('a row without its work has no finding, and changes nothing for the others', async () => {
    const findings = await lookUp([toRow(0, null), toRow(1, makeReject())], whole(makeListed({ status: 5 })));
    expect(findings.map(({ ordinal, verdict }) => [ordinal, verdict])).toEqual([[1, 'done']]);
  });
});
