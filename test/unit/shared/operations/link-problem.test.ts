import { describe, expect, test } from 'vitest';
import { checkCvLink } from '../../../../shared/operations/check-cv-link';
import { fixesFor } from '../../../../shared/operations/fixes-for';
import {
  isCheckableLink,
  type LinkOutcome,
  linkOutcomeSchema,
} from '../../../../shared/operations/link-outcome';
import type { RowProblem } from '../../../../shared/operations/problem';

const cv = 'https://cv.example.com/ana.pdf';
const drive = 'https://drive.google.com/file/d/1abcDEF/view';
const noAnswer = (
  why: Extract<LinkOutcome, { kind: 'no-answer' }>['why'],
  status: number | null = null,
): LinkOutcome => ({ kind: 'no-answer', why, status });

function problemsOf(link: string, outcome?: LinkOutcome): RowProblem[] {
  const problems: RowProblem[] = [];
  checkCvLink(problems, 7, link, outcome);
  return problems;
}

test('a link copied out of the source of a web page is offered as it was there', () => {
  expect(problemsOf('https://cv.example.com/ana.pdf?a=1&amp;b=2')).toMatchObject([
    { kind: 'cv-link-invalid', suggestion: 'https://cv.example.com/ana.pdf?a=1&b=2' },
  ]);
});

test.each<[LinkOutcome, string, string | undefined, RegExp]>([
  [noAnswer('status', 404), 'cv-link-no-answer', '404', /\(404\): there is nothing at this address\./],
  [noAnswer('status', 410), 'cv-link-no-answer', '410', /nothing at this address any more/],
  [noAnswer('status', 503), 'cv-link-no-answer', '503', /its site has trouble/],
  [noAnswer('status', 451), 'cv-link-no-answer', '451', /its site refuses it/],
  [noAnswer('no-such-site'), 'cv-link-no-answer', 'no such site', /no site with this name/],
  [
    noAnswer('certificate-expired'),
    'cv-link-no-answer',
    'certificate expired',
    /certificate of its site has expired/,
  ],
  [noAnswer('private'), 'cv-link-no-answer', 'private network', /cannot reach from outside/],
  [noAnswer('not-https'), 'cv-link-no-answer', 'leads to http', /without https/],
  [
    { kind: 'asks-login', status: 403 },
    'cv-link-asks-login',
    undefined,
    /asks for a login \(403\).*Share the file/,
  ],
  [{ kind: 'not-a-file', what: 'page' }, 'cv-link-not-a-file', undefined, /web page, not a file/],
  [{ kind: 'not-a-file', what: 'empty' }, 'cv-link-not-a-file', 'empty', /empty file/],
])('%j is a warning with what to do', (outcome, kind, note, sentence) => {
  const [problem, ...others] = problemsOf(cv, outcome);
  expect(others).toEqual([]);
  expect(problem).toMatchObject({ rowNumber: 7, field: 'cv_link', kind, blocking: false });
  expect([problem?.note, problem?.message]).toEqual([note, expect.stringMatching(sentence)]);
});

test('every reason has a whole sentence, and not checked is no problem', () => {
  for (const kind of linkOutcomeSchema.options.map((option) => option.shape.kind.value))
    expect(kind).toMatch(/^[a-z-]+$/);
  for (const why of ['no-connection', 'too-slow', 'cut-off', 'certificate', 'too-many-redirects'] as const)
    expect(problemsOf(cv, noAnswer(why))[0]?.message).toMatch(/^This CV link .+\. .+\.$/);
  expect(problemsOf(cv, { kind: 'not-checked', why: 'offline' })).toEqual([]);
  expect(problemsOf(cv, { kind: 'answers', mediaType: null, sizeBytes: null })).toEqual([]);
});

describe('a look counts more than the form of a link', () => {
  test('a share that gives the file is fine; one that asks for a login is said once, with the direct link as a fix', () => {
    expect(problemsOf(drive).map(({ kind }) => kind)).toEqual(['cv-link-not-direct']);
    expect(problemsOf(drive, { kind: 'answers', mediaType: 'application/pdf', sizeBytes: 9 })).toEqual([]);
    const [problem, ...others] = problemsOf(drive, { kind: 'asks-login', status: null });
    expect([problem?.kind, problem?.suggestion, others]).toEqual([
      'cv-link-asks-login',
      'https://drive.google.com/uc?export=download&id=1abcDEF',
      [],
    ]);
    expect(problemsOf(drive, { kind: 'not-checked', why: 'proxy' }).map(({ kind }) => kind)).toEqual([
      'cv-link-not-direct',
    ]);
  });

  test('it can be left out, but not where it is all there is of a person', () => {
    const [problem] = problemsOf(cv, noAnswer('status', 404)) as [RowProblem];
    const person = {
      email: 'ana@example.com',
      firstname: null,
      lastname: null,
      cv_link: cv,
      ats_candidate_id: null,
    };
    expect(fixesFor(problem, person)).toEqual([{ label: 'Leave it empty', field: 'cv_link', value: null }]);
    expect(fixesFor(problem, { ...person, email: null })).toEqual([]);
  });
});

test.each([
  [cv, true],
  ['HTTPS://CV.example.com/ana', true],
  ['https://münchen.example/lebenslauf', true],
  ['https://93.184.215.14/cv.pdf', true],
  ['http://cv.example.com/ana.pdf', false],
  ['https://ana:secret@cv.example.com/a', false],
  ['https://cv.example.com/a b', false],
  ['https://localhost/a', false],
  ['https://10.0.0.1/a', false],
  ['https://[2606:4700::1111]/a', false],
  ['https://files.internal/a', false],
  ['https://', false],
  [`https://cv.example.com/${'a'.repeat(9000)}`, false],
])('%s may be looked at: %s', (link, isCheckable) => {
  expect(isCheckableLink(link)).toBe(isCheckable);
});
