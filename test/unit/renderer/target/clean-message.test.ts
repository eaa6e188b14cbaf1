// One function for preview, sending, templates and files: what it lets through is harmless, and it never changes a message unasked.
import DOMPurify from 'dompurify';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanMessage, isCleanMessage } from '../../../../shared/messages/clean-message';
import { allowedMessageLink, allowedMessageTags } from '../../../../shared/messages/message-tags';
import { hostileSnippets } from './hostile-snippets';

function asPage(html: string): string {
  return new DOMParser().parseFromString(html, 'text/html').body.innerHTML;
}

/** A second opinion, by another author: the message as a page has it, and what is left of it after DOMPurify. */
function secondOpinion(html: string): { asRead: string; purified: string } {
  const purified = DOMPurify(window).sanitize(html, {
    ALLOWED_TAGS: [...allowedMessageTags],
    ALLOWED_ATTR: ['href'],
    ALLOWED_URI_REGEXP: allowedMessageLink,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
  });
  // Read again: of a text without tags DOMPurify gives back the letters, and not what a page makes of them.
  return { asRead: asPage(html), purified: asPage(purified) };
}

function expectNothingToPurify(html: string): void {
  const { asRead, purified } = secondOpinion(html);
  expect(purified).toBe(asRead);
}

describe('a hostile message', () => {
  it.each(hostileSnippets)('is refused, and leaves nothing behind: %s', (snippet) => {
    for (const message of [
      snippet,
      `<p>${snippet}</p>`,
      `<a href="${snippet}">x</a>`,
      `<ul><li>${snippet}`,
    ]) {
      const { html, removed } = cleanMessage(message);
      expectNothingToPurify(html);
      expect(cleanMessage(html)).toEqual({ html, removed: [] });
      if (message === snippet) expect(removed).not.toEqual([]);
    }
  });

  it('is harmless whatever is put together', () => {
    const piece = fc.oneof(
      fc.constantFrom(...hostileSnippets, ...allowedMessageTags.flatMap((tag) => [`<${tag}>`, `</${tag}>`])),
      fc.string({ maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const { html } = cleanMessage(pieces.join(''));
        expectNothingToPurify(html);
        expect(isCleanMessage(html)).toBe(true);
      }),
      { numRuns: 600 },
    );
  });
});

describe('an honest message', () => {
  it.each([
    '<p>Dear {{candidate_name}}</p>',
    "<P>Isn't it <b>so</b><br/>&nbsp;x</p>",
    'Hello, 3 < 5 & 7 > 6',
    '<h2>Hi</h2><a href="mailto:a@example.com">x</a><a href=\'{{interview_link}}\'>y</a>',
  ])('stays to the letter: %s', (html) => expect(cleanMessage(html)).toEqual({ html, removed: [] }));

  it.each([
    ['<body onload=x><p>a</p>', '<p>a</p>', ['<body>']],
    ['<p style="color:red">a</p>', '<p>a</p>', ['“style”']],
    ['<p>a<!-- b --></p>', '<p>a</p>', ['a comment']],
    ['<a href="http://example.com/">a</a>', '<a href="https://example.com/">a</a>', ['a link over http']],
    ['<a href="javascript:x">a</a>', '<a>a</a>', ['a link that is not https']],
    ['<table><tr><td>a</td></tr></table>', 'a', ['<table>', '<tr>', '<td>', '<tbody>']],
    ['<p>a</p><p', '<p>a</p>', ['a tag without an end']],
  ])('names what may not stay: %s', (html, cleaned, removed) => {
    expect(cleanMessage(html)).toEqual({ html: cleaned, removed });
  });
});

it('is quick, and deep nesting is no way to stop it', () => {
  expect(cleanMessage('<div>'.repeat(9_000)).removed).toEqual(['parts inside parts, over and over']);
  expect(cleanMessage('<p>x</p>'.repeat(100_000))).toEqual({
    html: '',
    removed: ['all of it, since it is far too long'],
  });
});
