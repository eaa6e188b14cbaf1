// One line of a message: bold, italic, links. Everything else is text and is escaped.
import { allowedMessageLink } from './message-tags';
import { escapeHtml } from './render-message';

const escaped = /^\\([\\*[\]\-•.])/;
const bold = /^\*\*(?=\S)((?:\\.|\*(?!\*)|[^*\\])+?)(?<=\S)\*\*/;
const italic = /^\*(?=[^\s*])((?:\\.|[^*\\])+?)(?<=\S)\*/;
const link = /^\[((?:\\.|[^\]\\])+)\]\(([^()\s]+(?:\([^()\s]*\)[^()\s]*)*)\)/;
const bareLink = /^https:\/\/[^\s<>"*]*[^\s<>"*.,;:!?)\]}'’”]/;

/** The line as HTML. */
export function inlineHtml(line: string): string {
  let html = '';
  let rest = line;
  let text = '';
  const flush = (): void => {
    html += escapeHtml(text);
    text = '';
  };
  while (rest !== '') {
    const found = nextMark(rest, text);
    if (found === null) {
      text += rest[0];
      rest = rest.slice(1);
      continue;
    }
    if (found.kind === 'text') text += found.text;
    else {
      flush();
      html += found.html;
    }
    rest = rest.slice(found.length);
  }
  flush();
  return html;
}

type Mark = { readonly length: number } & (
  | { readonly kind: 'html'; readonly html: string }
  | { readonly kind: 'text'; readonly text: string }
);

function nextMark(rest: string, before: string): Mark | null {
  const first = rest[0];
  if (first === '\\') {
    const character = escaped.exec(rest)?.[1];
    return character === undefined ? null : { kind: 'text', text: character, length: 2 };
  }
  if (first === '*') {
    const strong = bold.exec(rest);
    if (strong?.[1] !== undefined)
      return { kind: 'html', html: `<strong>${inlineHtml(strong[1])}</strong>`, length: strong[0].length };
    const emphasis = italic.exec(rest);
    if (emphasis?.[1] !== undefined)
      return { kind: 'html', html: `<em>${inlineHtml(emphasis[1])}</em>`, length: emphasis[0].length };
  }
  if (first === '[') {
    const [whole, words, target] = link.exec(rest) ?? [];
    if (
      whole !== undefined &&
      words !== undefined &&
      target !== undefined &&
      allowedMessageLink.test(target)
    ) {
      return {
        kind: 'html',
        html: `<a href="${escapeHtml(target)}">${inlineHtml(words)}</a>`,
        length: whole.length,
      };
    }
  }
  if (first === 'h' && !/[\p{L}\p{N}]$/u.test(before)) {
    const address = bareLink.exec(rest)?.[0];
    if (address !== undefined)
      return {
        kind: 'html',
        html: `<a href="${escapeHtml(address)}">${escapeHtml(address)}</a>`,
        length: address.length,
      };
  }
  return null;
}
