import { expect, test } from 'vitest';
import {
  judgeAnswer,
  judgeFailure,
  judgeHead,
  judgeRedirect,
  redirectOf,
} from '../../../../electron/links/judge-answer';
import type { LinkAnswer, LinkFailure } from '../../../../electron/links/link-request';

const at = new URL('https://cv.example.com/ana.pdf');
const answer = (
  status: number,
  headers: LinkAnswer['headers'] = {},
  body = '',
  isWhole = true,
): LinkAnswer => ({
  kind: 'answered',
  status,
  headers,
  firstBytes: Buffer.from(body, 'latin1'),
  isWhole,
});
const page = '<!DOCTYPE html><html><body>Welcome</body></html>';

test.each<[string, LinkAnswer, unknown]>([
  [
    'a PDF',
    answer(200, { 'content-type': 'application/pdf', 'content-length': '90000' }, '%PDF-1.7'),
    { kind: 'answers', mediaType: 'application/pdf', sizeBytes: 90_000 },
  ],
  [
    'a part of a file',
    answer(
      206,
      {
        'content-type': 'application/pdf',
        'content-range': 'bytes 0-65535/123456',
        'content-length': '65536',
      },
      '%PDF',
      false,
    ),
    { kind: 'answers', mediaType: 'application/pdf', sizeBytes: 123_456 },
  ],
  [
    'a PDF that calls itself a page',
    answer(200, { 'content-type': 'text/html; charset=utf-8' }, '\n%PDF-1.4'),
    { kind: 'answers', mediaType: 'text/html', sizeBytes: null },
  ],
  [
    'a Word file without a type',
    answer(200, {}, 'PK\x03\x04', false),
    { kind: 'answers', mediaType: null, sizeBytes: null },
  ],
  [
    'a page to be saved',
    answer(200, { 'content-type': 'text/html', 'content-disposition': 'attachment; filename=cv.html' }, page),
    { kind: 'answers', mediaType: 'text/html', sizeBytes: null },
  ],
  [
    'plain text',
    answer(200, { 'content-type': 'text/plain' }, 'Ana Silva, engineer'),
    { kind: 'answers', mediaType: 'text/plain', sizeBytes: null },
  ],
  ['a page', answer(200, { 'content-type': 'text/html' }, page), { kind: 'not-a-file', what: 'page' }],
  [
    'a page without a type',
    answer(200, {}, `<!-- made by hand -->\n${page}`),
    { kind: 'not-a-file', what: 'page' },
  ],
  [
    'a page that calls itself a PDF',
    answer(200, { 'content-type': 'application/pdf' }, page),
    { kind: 'not-a-file', what: 'page' },
  ],
  [
    'nothing',
    answer(200, { 'content-type': 'application/pdf', 'content-length': '0' }),
    { kind: 'not-a-file', what: 'empty' },
  ],
  [
    'nothing, without a length',
    answer(200, { 'content-type': 'application/pdf' }),
    { kind: 'not-a-file', what: 'empty' },
  ],
  ['204', answer(204), { kind: 'not-a-file', what: 'empty' }],
  [
    'no part of an empty file',
    answer(416, { 'content-range': 'bytes */0' }),
    { kind: 'not-a-file', what: 'empty' },
  ],
  [
    'a form with a password',
    answer(200, { 'content-type': 'text/html' }, `${page}<form><input name=p type="password"></form>`),
    { kind: 'asks-login', status: null },
  ],
  ['401', answer(401), { kind: 'asks-login', status: 401 }],
  [
    '403',
    answer(403, { 'content-type': 'application/xml' }, '<Error>AccessDenied</Error>'),
    { kind: 'asks-login', status: 403 },
  ],
  [
    '404',
    answer(404, { 'content-type': 'text/html' }, page),
    { kind: 'no-answer', why: 'status', status: 404 },
  ],
  ['410', answer(410), { kind: 'no-answer', why: 'status', status: 410 }],
  ['503', answer(503), { kind: 'no-answer', why: 'status', status: 503 }],
  ['a redirect to nowhere', answer(302), { kind: 'no-answer', why: 'status', status: 302 }],
  ['too many requests', answer(429), { kind: 'not-checked', why: 'busy' }],
])('%s', (_, got, outcome) => {
  expect(judgeAnswer(got, at)).toEqual(outcome);
});

test.each([
  'https://drive.google.com/file/d/1abc/view',
  'https://docs.google.com/document/d/1abc/edit',
  'https://www.dropbox.com/s/abc/cv.pdf?dl=0',
  'https://onedrive.live.com/?id=1',
  'https://1drv.ms/b/s!abc',
  'https://example.sharepoint.com/:b:/s/hr/abc',
])('a page at %s is its view page or its login', (link) => {
  expect(judgeAnswer(answer(200, { 'content-type': 'text/html' }, page), new URL(link))).toEqual({
    kind: 'asks-login',
    status: null,
  });
});

test.each([
  ['https://accounts.google.com/ServiceLogin?continue=x', true],
  ['https://login.microsoftonline.com/common/oauth2/authorize', true],
  ['https://www.dropbox.com/login?cont=x', true],
  ['https://example.okta.com/app/x', true],
  ['https://jobs.example.com/users/sign_in', true],
  ['https://jobs.example.com/sso/start', true],
  ['https://intra.example.com/login.aspx?to=x', true],
  ['https://cdn.example.com/catalogue/login-form-guide.pdf', false],
  ['https://cdn.example.com/blogin/cv.pdf', false],
  ['https://cdn.example.com/signals/cv.pdf', false],
])('a redirect to %s asks for a login: %s', (link, asksLogin) => {
  expect(judgeRedirect(new URL(link))?.kind === 'asks-login').toBe(asksLogin);
});

test('a HEAD settles a file, and leaves everything else to the first bytes', () => {
  const pdf = { 'content-type': 'application/pdf', 'content-length': '5000' };
  expect(judgeHead(answer(200, pdf))).toEqual({
    kind: 'answers',
    mediaType: 'application/pdf',
    sizeBytes: 5000,
  });
  expect(judgeHead(answer(429))).toEqual({ kind: 'not-checked', why: 'busy' });
  for (const unclear of [
    answer(200, { ...pdf, 'content-length': '0' }),
    answer(200, { 'content-type': 'text/html' }),
    answer(200, { 'content-type': 'application/octet-stream' }),
    answer(200),
    answer(204),
    answer(403),
    answer(404),
    answer(405),
    answer(500),
  ])
    expect(judgeHead(unclear)).toBeNull();
});

test('a redirect is read against where it came from, in UTF-8, and a broken one is none', () => {
  const to = (location: string, status = 302) => redirectOf(answer(status, { location }), at)?.href ?? null;
  expect(to('/new/ana.pdf')).toBe('https://cv.example.com/new/ana.pdf');
  expect(to('//files.example.com/a')).toBe('https://files.example.com/a');
  expect(to('http://cv.example.com/ana.pdf', 301)).toBe('http://cv.example.com/ana.pdf');
  expect(to(Buffer.from('/lebenslauf-müller.pdf').toString('latin1'))).toBe(
    'https://cv.example.com/lebenslauf-m%C3%BCller.pdf',
  );
  expect(to('https://[')).toBeNull();
  expect(to('/x', 300)).toBeNull();
});

const failure = (why: LinkFailure['why'], code = ''): LinkFailure => ({
  kind: 'failed',
  why,
  code,
  isBefore: true,
});
test.each([
  [failure('network', 'ENOTFOUND'), { kind: 'no-answer', why: 'no-such-site' }],
  [failure('network', 'ECONNREFUSED'), { kind: 'no-answer', why: 'no-connection' }],
  [failure('network', 'EHOSTUNREACH'), { kind: 'no-answer', why: 'no-connection' }],
  [failure('network', 'no connection within 10 s'), { kind: 'no-answer', why: 'too-slow' }],
  [failure('network', 'ESPECIALADDRESS'), { kind: 'no-answer', why: 'private' }],
  [failure('network', 'EAI_AGAIN'), { kind: 'not-checked', why: 'offline' }],
  [failure('network', 'ENETUNREACH'), { kind: 'not-checked', why: 'offline' }],
  [failure('not-trusted', 'CERT_HAS_EXPIRED'), { kind: 'no-answer', why: 'certificate-expired' }],
  [failure('not-trusted', 'DEPTH_ZERO_SELF_SIGNED_CERT'), { kind: 'no-answer', why: 'certificate' }],
  [failure('proxy', 'The proxy …'), { kind: 'not-checked', why: 'proxy' }],
  [failure('too-slow'), { kind: 'no-answer', why: 'too-slow' }],
  [failure('cut-off', 'ECONNRESET'), { kind: 'no-answer', why: 'cut-off' }],
  [failure('stopped'), { kind: 'not-checked', why: 'stopped' }],
])('%j', (failed, outcome) => {
  expect(judgeFailure(failed, true)).toMatchObject(outcome);
});

test('without any network, a name that is not found says nothing about the link', () => {
  expect(judgeFailure(failure('network', 'ENOTFOUND'), false)).toEqual({
    kind: 'not-checked',
    why: 'offline',
  });
});
