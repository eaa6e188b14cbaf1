// What is written in the editor is what is sent, and what is sent is what the editor shows again.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanMessage } from '../../../../shared/messages/clean-message';
import { defaultMessage } from '../../../../shared/messages/default-message';
import { toDocumentHtml } from '../../../../shared/messages/document-html';
import { toMessageHtml } from '../../../../shared/messages/message-html';
import { readDocument } from '../../../../shared/messages/read-document';
import { anyDocument } from '../../../helpers/any-document';

describe('a message written in the editor', () => {
  it('comes back as it was, whatever it is', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const html = toDocumentHtml(document);
        const read = readDocument(html);
        expect(read.notShown).toEqual([]);
        expect(toDocumentHtml(read.document)).toBe(html);
      }),
      { numRuns: 1500 },
    );
  });

  it('may be sent to the letter, whatever it is', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const html = toDocumentHtml(document);
        expect(cleanMessage(html)).toEqual({ html, removed: [] });
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['one paragraph of words needs no HTML', 'Hello {{candidate_name}}, 3 &lt; 5.'],
    ['blank lines stay', '<p>a</p><p><br></p><p>b</p>'],
    ['a break at the end is seen', '<p>a<br><br></p>'],
    ['blanks in a row stay', '<p>a&nbsp;&nbsp; b</p><p>c</p>'],
    ['lists in lists', '<ul><li>a<ol><li>b</li></ol></li><li></li></ul>'],
    [
      'a link around a placeholder',
      '<p>See <a href="{{interview_link}}">{{position_name}} <strong>now</strong></a></p>',
    ],
  ])('%s', (_, html) => {
    const read = readDocument(html);
    expect(read.notShown).toEqual([]);
    expect(toDocumentHtml(read.document)).toBe(html);
  });

  it('shows every message that was written as text before', () => {
    const text = `${defaultMessage}${toMessageHtml('**a *b* c**\n- one\n- [two](https://example.com)\n\n1. three\nisn\'t "it"')}`;
    expect(readDocument(text).notShown).toEqual([]);
  });
});

describe('HTML from elsewhere', () => {
  it.each([
    ['<h2>Hello</h2><p>x</p>', ['<h2>']],
    ['<blockquote>x</blockquote>', ['<blockquote>']],
    ['<p><u>x</u></p>', ['<u>']],
    ['<p>a</p>b', ['words outside a paragraph']],
    ['<ul><li>a<ul><li>b</li></ul>c</li></ul>', ['words after a list inside a list']],
    [
      '<table><tr><td>x</td></tr></table>',
      ['<table>', '<tr>', '<td>', '<tbody>', 'words outside a paragraph'],
    ],
  ])('%s is said to have no form in the editor', (html, notShown) => {
    expect(readDocument(html).notShown.filter((name) => notShown.includes(name)).length).toBeGreaterThan(0);
  });

  it.each(['<p>a</p>\n<p>b</p>', '<p>Hello', 'Hello<br>you', '<p><b>x</b> <i>y</i></p>', '<P>x</P>'])(
    'is shown where only its writing differs: %s',
    (html) => expect(readDocument(html).notShown).toEqual([]),
  );
});
