// Parts a web page into tags and texts as browsers do (HTML standard, 13.2.5). Never builds a tree, and never looks at a stretch twice: no page can make it slow.

/** A tag with its attributes as they are written, or a stretch of text with its entities unresolved. */
export type HtmlPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'tag'; readonly name: string; readonly isClosing: boolean; readonly attributes: string };

/** Elements whose contents are no text of the page: they end at their own closing tag only. */
const silent = /^(script|style|title|xml|template|noscript|textarea|iframe)$/;

/** The pieces of a page in their order. Comments, declarations and the contents of scripts and styles are left out. */
export function* htmlPieces(html: string): Generator<HtmlPiece> {
  let position = 0;
  while (position < html.length) {
    const open = html.indexOf('<', position);
    if (open !== position)
      yield { kind: 'text', text: html.slice(position, open === -1 ? html.length : open) };
    if (open === -1) return;
    const next = html.charCodeAt(open + 1);
    const isClosing = next === slash;
    if (isLetter(isClosing ? html.charCodeAt(open + 2) : next)) {
      const from = open + (isClosing ? 2 : 1);
      const end = endOfTag(html, from);
      // A tag that the page ends in is none.
      if (end === -1) return;
      const nameEnd = endOfName(html, from);
      const name = html.slice(from, nameEnd).toLowerCase();
      yield { kind: 'tag', name, isClosing, attributes: html.slice(nameEnd, end) };
      position = end + 1;
      if (!isClosing && silent.test(name) && html.charCodeAt(end - 1) !== slash)
        position = closingTagOf(html, name, position);
    } else if (next === exclamation || next === question || isClosing) {
      position = html.startsWith('!--', open + 1) ? past(html, '-->', open + 4) : past(html, '>', open + 1);
    } else {
      yield { kind: 'text', text: '<' };
      position = open + 1;
    }
  }
}

const exclamation = 0x21;
const doubleQuote = 0x22;
const singleQuote = 0x27;
const slash = 0x2f;
const equals = 0x3d;
const greater = 0x3e;
const question = 0x3f;

function isLetter(code: number): boolean {
  return (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
}

function endOfName(html: string, from: number): number {
  let index = from;
  while (html.charCodeAt(index) > 0x20 && !isEnd(html.charCodeAt(index))) index++;
  return index;
}

function isEnd(code: number): boolean {
  return code === slash || code === greater;
}

/** Where the `>` of a tag stands; −1 where none does. Only the quotes of a value count, those behind an equals sign. */
function endOfTag(html: string, from: number): number {
  let isValue = false;
  for (let index = from; index < html.length; index++) {
    const code = html.charCodeAt(index);
    if (code === greater) return index;
    if (isValue && (code === doubleQuote || code === singleQuote)) {
      index = html.indexOf(code === doubleQuote ? '"' : "'", index + 1);
      if (index === -1) return -1;
    }
    if (code === equals) isValue = true;
    else if (code > 0x20) isValue = false;
  }
  return -1;
}

/** Where `</name` stands, in letters of either case; the page's end where it does not. */
function closingTagOf(html: string, name: string, from: number): number {
  for (let index = html.indexOf('</', from); index !== -1; index = html.indexOf('</', index + 2)) {
    if (html.slice(index + 2, index + 2 + name.length).toLowerCase() === name) return index;
  }
  return html.length;
}

function past(html: string, end: string, from: number): number {
  const found = html.indexOf(end, from);
  return found === -1 ? html.length : found + end.length;
}
