import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCleanMessage } from '../../../../shared/messages/clean-message';
import {
  asTyped,
  fallbackWords,
  messageFor,
  parseFallbackWords,
  withFallbackWords,
  withoutRows,
  withRowWords,
  withWords,
} from '../../../../shared/messages/name-fallback';
import { whyNameLooksOdd } from '../../../../shared/messages/odd-name';

const message = '<p>Dear {{candidate_name}}, {{interview_link}}</p>';
const fallback = { words: 'there', forRows: [{ rowNumber: 7, words: 'Dr. Who & Co' }] };

describe('people without a first name', () => {
  it('read the words, single rows their own, and everybody else the message to the letter', () => {
    expect(messageFor(message, fallback, { rowNumber: 5, firstname: null })).toBe(
      '<p>Dear there, {{interview_link}}</p>',
    );
    expect(messageFor(message, fallback, { rowNumber: 5, firstname: '  ' })).toContain('Dear there');
    expect(messageFor(message, fallback, { rowNumber: 7, firstname: null })).toContain('Dr. Who &amp; Co');
    expect(messageFor(message, fallback, { rowNumber: 7, firstname: 'Ana' })).toBe(message);
    expect(messageFor(message, undefined, { rowNumber: 7, firstname: null })).toBe(message);
    const forOne = { words: null, forRows: fallback.forRows };
    expect(fallbackWords(forOne, { rowNumber: 5, firstname: null })).toBeNull();
  });

  it('never get a placeholder of the name, nor anything that is not clean, whatever the words', () => {
    const html = '<p>{{candidate_name}} <a href="https://example.com/?n={{candidate_name}}">x</a></p>';
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        const words = parseFallbackWords(typed);
        if (words === null) return;
        const sent = withFallbackWords(html, words);
        expect(sent).not.toContain('{{candidate_name}}');
        expect(isCleanMessage(sent)).toBe(true);
      }),
    );
    expect(withFallbackWords(html, 'a b')).toContain('?n=a%20b');
  });

  it('have words of people, not of programs', () => {
    expect(parseFallbackWords('  there ')).toBe('there');
    for (const typed of ['', '  ', '{{company_name}}', 'a\nb', 'x'.repeat(61)])
      expect(parseFallbackWords(typed)).toBeNull();
  });

  it('are typed with blanks on the way, and follow what comes from elsewhere', () => {
    expect(asTyped('dear ', 'dear')).toBe('dear ');
    expect(asTyped('{{', null)).toBe('{{');
    expect(asTyped('there', 'guest')).toBe('guest');
    expect(asTyped('there', null)).toBe('');
  });

  it('keep the rule as small as it is', () => {
    expect(withWords(null, [])).toBeUndefined();
    expect(withoutRows(fallback)).toEqual({ words: 'there', forRows: [] });
    expect(withoutRows({ words: null, forRows: fallback.forRows })).toBeUndefined();
    expect(withRowWords(undefined, 3, 'you')).toEqual({
      words: null,
      forRows: [{ rowNumber: 3, words: 'you' }],
    });
    expect(withRowWords(fallback, 7, null)).toEqual({ words: 'there', forRows: [] });
  });
});

describe('whyNameLooksOdd', () => {
  it.each([
    [null, 'no first name'],
    ['ANA', 'a first name in capitals only'],
    ['ana', 'a first name in small letters only'],
    ['J.', 'a first name of one letter'],
    ['Ana2', 'a first name with figures or signs'],
    ['Maria Fernanda dos Santos Oliveira', 'a very long first name'],
    ['Ana', null],
    ['明', null],
    ['Minh Anh', null],
    ['Łukasz', null],
  ])('%s: %s', (name, why) => expect(whyNameLooksOdd(name)).toBe(why));
});
