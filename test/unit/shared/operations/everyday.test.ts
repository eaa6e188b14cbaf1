import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkCvLink } from '../../../../shared/operations/check-cv-link';
import { isEverydayAddress } from '../../../../shared/operations/everyday-address';
import { isEverydayLink } from '../../../../shared/operations/everyday-link';
import type { RowProblem } from '../../../../shared/operations/problem';

/** What the quick look is meant to know, as an expression. */
const address =
  /^[a-z0-9](?:[a-z0-9_%+-]*(?:\.[a-z0-9_%+-]+)*)@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i;

const pieces = (...texts: readonly string[]): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...texts), { maxLength: 9 }).map((found) => found.join(''));

const addresses = pieces(
  'a',
  'Z',
  '7',
  '.',
  '..',
  '@',
  '-',
  '_',
  '%',
  '+',
  ' ',
  'é',
  'ſ',
  'K',
  '李',
  'example.com',
  'x'.repeat(63),
  'x'.repeat(64),
  '',
);
const links = pieces(
  'https://',
  'HTTPS://',
  'http://',
  'cv.example.com',
  'drive.google.com',
  'localhost',
  'nas.lan',
  '10.0.0.1',
  'a@b',
  'xn--a.com',
  '/',
  '?',
  '#',
  ':',
  '8080',
  '1',
  'cv.pdf',
  '%20',
  ' ',
  '\\',
  '"',
  'é',
  '\n',
);

describe('a quick look', () => {
  test('knows the same addresses as the expression, also when asked twice; of long ones it says nothing', () => {
    fc.assert(
      fc.property(addresses, (text) => {
        const isKnown = text.length <= 64 && address.test(text);
        expect(isEverydayAddress(text)).toBe(isKnown);
        expect(isEverydayAddress(text)).toBe(isKnown);
      }),
      { numRuns: 3000 },
    );
  });

  test('lets no link through that somebody could not open, or that shows a page', () => {
    fc.assert(
      fc.property(links, (rest) => {
        const link = `https://${rest}`;
        if (!isEverydayLink(link)) return;
        const { hostname } = new URL(link);
        expect(hostname).toMatch(/\.[a-z]{2,63}$/);
        expect(hostname).not.toMatch(/\.lan$|^drive\.google\.com$|(?:^|\.)localhost$/);
      }),
      { numRuns: 3000 },
    );
  });

  test.each([
    'https://drive.google.com/file/d/1/view',
    'https://nas.lan/cv.pdf',
    'https://localhost/cv.pdf',
    'https://cv.example.com/my cv.pdf',
    'https://cv.example.com:99999/cv.pdf',
    'https://xn--a.com/cv.pdf',
  ])('leaves %s to the closer look', (link) => {
    expect(isEverydayLink(link)).toBe(false);
  });

  test('spares an everyday link nothing but time', () => {
    const problems: RowProblem[] = [];
    checkCvLink(problems, 2, 'https://cv.example.com:8443/people/1.pdf?v=2#page=1');
    expect(problems).toEqual([]);
    expect(isEverydayLink('https://cv.example.com:8443/people/1.pdf?v=2#page=1')).toBe(true);
  });
});
