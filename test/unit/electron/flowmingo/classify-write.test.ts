import { expect, test } from 'vitest';
import { z } from 'zod';
import { classifyWrite } from '../../../../electron/flowmingo/classify-write';

const schema = z.looseObject({ id: z.string() });
const classify = (status: number, bodyText: string, headers: Record<string, string> = {}) =>
  classifyWrite({ kind: 'answered', status, headers, bodyText }, schema, 0);

test('a byte order mark before the answer does not make it unreadable', () => {
  expect(classify(201, '\uFEFF{"id":"sub-1"}')).toMatchObject({ kind: 'processed', body: { id: 'sub-1' } });
});

test('of a refusal of a megabyte only the beginning is a message', () => {
  const message = `email must be an email ${'a'.repeat(1_000_000)}`;
  const outcome = classify(400, JSON.stringify({ statusCode: 400, message }));
  expect(outcome).toMatchObject({ kind: 'not-processed', why: 'bad-request' });
  expect(outcome.kind === 'not-processed' && outcome.message).toMatch(/^email must be an email a{1,2000}$/);
});

test('a message cannot move the cursor of a terminal, nor turn the direction of a text', () => {
  const message = 'Bad\u001b[2J \u202egnp.exe\r\nExit 0 José 👩\u200d🚀';
  expect(classify(400, JSON.stringify({ statusCode: 400, message }))).toMatchObject({
    message: 'Bad [2J  gnp.exe Exit 0 José 👩\u200d🚀',
  });
});

test.each([
  [503, '120', 120_000],
  [500, '', null],
  // Only a server that cannot answer asks for patience.
  [302, '120', null],
  [200, '120', null],
])('of a %i with Retry-After %s the wait is %s', (status, retryAfter, retryAfterMs) => {
  expect(classify(status, '<html>', { 'retry-after': retryAfter })).toMatchObject({
    kind: 'unknown',
    retryAfterMs,
  });
});
