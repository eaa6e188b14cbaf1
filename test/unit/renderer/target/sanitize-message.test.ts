// Check 23, the first of the preview's two walls: nothing but the allowed elements and attributes comes through, whatever goes in.
import { describe, expect, it } from 'vitest';
import { sanitizeMessage } from '../../../../renderer/components/messages/sanitize-message';
import {
  allowedMessageAttributes,
  allowedMessageLink,
  allowedMessageTags,
} from '../../../../shared/messages/message-tags';
import { renderMessage } from '../../../../shared/messages/render-message';
import { hostileSnippets } from './hostile-snippets';

const tags = new Set<string>(allowedMessageTags);
/** A link's address stands in its title, where it can be read and not followed. */
const attributes = new Set<string>(['title', ...allowedMessageAttributes.filter((name) => name !== 'href')]);

/** Everything in the HTML that a message may not hold, as a page that reads it finds it. */
function findForeign(html: string): string[] {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const found = [...page.head.childNodes].map(({ nodeName }) => `<${nodeName}> in the head`);
  if (page.body.localName !== 'body') found.push(`<${page.body.nodeName}>`);
  for (const { name } of page.body.attributes) found.push(`body[${name}]`);
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_ALL);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) continue;
    if (!(node instanceof Element)) {
      found.push(node.nodeName);
      continue;
    }
    if (node.namespaceURI !== 'http://www.w3.org/1999/xhtml' || !tags.has(node.localName))
      found.push(`<${node.nodeName}>`);
    for (const { name, value } of node.attributes) {
      // Browsers cannot take it away from an element that has it, so it is emptied.
      if (name === 'is' && value === '') continue;
      if (!attributes.has(name)) found.push(`${node.localName}[${name}]`);
      if (name === 'title' && !allowedMessageLink.test(value)) found.push(`${node.localName}: ${value}`);
    }
  }
  return found;
}

/** Read, written and read again, as a page does with what it is given: what mutates, mutates here. */
function readAgain(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  return page.body.innerHTML;
}

describe('check 23: a hostile message', () => {
  it('is tried in all the kinds there are', () => {
    expect(new Set(hostileSnippets).size).toBeGreaterThanOrEqual(60);
    // Each holds something that the check below finds, so none of them passes because nothing was wrong with it.
    const harmless = hostileSnippets.filter((snippet) => findForeign(snippet).length === 0);
    expect(harmless).toEqual([]);
  });

  it.each(hostileSnippets)('keeps nothing outside the allow-list: %s', (snippet) => {
    for (const message of [
      snippet,
      `<p>${snippet}</p>`,
      `<div title="${snippet}">words</div>`,
      `<table>${snippet}`,
    ]) {
      const once = sanitizeMessage(message);
      expect(findForeign(once)).toEqual([]);
      expect(findForeign(readAgain(once))).toEqual([]);
    }
  });
});

describe('check 23: a hostile name', () => {
  const messages = [
    '<p>Dear {{candidate_name}}, see {{position_name}} at {{company_name}}.</p>',
    '<a href="https://example.com/{{candidate_name}}">{{candidate_name}}</a>',
    "<a href='{{candidate_name}}'>words</a>",
    '<a href={{candidate_name}}>words</a>',
    '<p {{candidate_name}}>words</p>',
    '<{{candidate_name}}>words',
    '<!-- {{candidate_name}} -->',
    '<style>{{candidate_name}}</style><script>{{candidate_name}}</script>',
  ];

  it.each(hostileSnippets)('stays a text: %s', (name) => {
    const values = { candidate_name: name, position_name: name, company_name: name, interview_link: name };
    const [asText, ...elsewhere] = messages.map((message) =>
      sanitizeMessage(renderMessage(message, values).html),
    );
    const page = new DOMParser().parseFromString(asText ?? '', 'text/html');
    const filled = [...page.querySelectorAll('[data-filled]')];
    // Parsing HTML turns these into what they stand for; nothing else of the name changes.
    const asRead = name.replace(/\r\n?/g, '\n').replace(/\0/g, '');
    expect(filled.map(({ textContent, childElementCount }) => [textContent, childElementCount])).toEqual([
      [asRead, 0],
      [asRead, 0],
      [asRead, 0],
    ]);
    for (const html of [asText ?? '', ...elsewhere]) expect(findForeign(html)).toEqual([]);
  });
});

describe('an honest message', () => {
  it('comes through whole, with where its links lead in their titles', () => {
    const html =
      '<h2>Hello</h2><p>Dear <strong>Jana</strong>, <em>read</em> <u>this</u>:<br>one</p><ul><li>two</li></ul><hr><blockquote>three</blockquote>';
    expect(sanitizeMessage(html)).toBe(html);
    expect(sanitizeMessage('<a href="https://example.com/a?b=c">words</a>')).toBe(
      '<a title="https://example.com/a?b=c">words</a>',
    );
    expect(sanitizeMessage('<a href="mailto:jana@example.com">words</a>')).toBe(
      '<a title="mailto:jana@example.com">words</a>',
    );
    expect(sanitizeMessage('Dear <span data-filled="candidate_name">Jana</span>')).toBe(
      'Dear <span data-filled="candidate_name">Jana</span>',
    );
  });
});
