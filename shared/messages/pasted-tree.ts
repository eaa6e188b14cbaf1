// What Word, Outlook, Gmail and Google Docs put on the clipboard, as the few elements that a message is made of.
// Never lets anything else through: what has no place in a message is left out, and its words stay.
import { allowedMessageLink } from './message-tags';
import { attributeOf, type MessageElement, type MessageNode } from './message-tree';

const withoutWords = new Set(
  'head style script title meta link template noscript iframe object embed svg math textarea select audio video'.split(
    ' ',
  ),
);
const blockTags = new Set('p ul ol h1 h2 h3 h4 h5 h6 blockquote table hr'.split(' '));
/** Boxes that hold other boxes, or a line each as in Gmail. */
const boxTags = new Set(
  'div section article main header footer address center tbody thead tfoot tr dl dt dd figure form body html'.split(
    ' ',
  ),
);

const element = (
  tag: string,
  children: readonly MessageNode[],
  attributes: MessageElement['attributes'] = [],
) => ({ kind: 'element', tag, attributes, children }) as const;
const text = (words: string): MessageNode => ({ kind: 'text', text: words });
const isElement = (node: MessageNode): node is MessageElement => node.kind === 'element';

/** All words of these parts. */
export function wordsOf(nodes: readonly MessageNode[]): string {
  return nodes
    .map((node) => (node.kind === 'text' ? node.text : isElement(node) ? wordsOf(node.children) : ''))
    .join('');
}

const isBlank = (nodes: readonly MessageNode[]): boolean => /^[\s\u00a0\u200b]*$/.test(wordsOf(nodes));

/** Bold and italic as the style says, which wins over the element: Google Docs wraps everything in a `<b>` that is not bold. */
function emphasis(node: MessageElement): { bold: boolean; italic: boolean } {
  const style = attributeOf(node, 'style') ?? '';
  const weight = /(?:^|;)\s*font-weight:\s*([a-z0-9]+)/i.exec(style)?.[1]?.toLowerCase();
  const slant = /(?:^|;)\s*font-style:\s*([a-z]+)/i.exec(style)?.[1]?.toLowerCase();
  const isBold = weight === undefined ? null : weight.startsWith('bold') || Number(weight) >= 600;
  return {
    bold: isBold ?? (node.tag === 'b' || node.tag === 'strong'),
    italic:
      slant === undefined ? node.tag === 'i' || node.tag === 'em' : slant === 'italic' || slant === 'oblique',
  };
}

/** Words with bold, italic and links. Blocks inside, where nobody expects them, become lines. */
function inline(nodes: readonly MessageNode[]): MessageNode[] {
  return nodes.flatMap((node): MessageNode[] => {
    if (node.kind === 'text') return [node];
    if (!isElement(node) || withoutWords.has(node.tag) || isWordMarker(node)) return [];
    if (node.tag === 'br') return [element('br', [])];
    const { bold, italic } = emphasis(node);
    let inside = inline(node.children);
    if (node.tag === 'td' || node.tag === 'th') inside.push(text(' '));
    if (italic) inside = [element('em', inside)];
    if (bold) inside = [element('strong', inside)];
    if (node.tag === 'a') inside = withLink(node, inside);
    return blockTags.has(node.tag) || boxTags.has(node.tag) || node.tag === 'li'
      ? [element('br', []), ...inside, element('br', [])]
      : inside;
  });
}

function withLink(node: MessageElement, inside: MessageNode[]): MessageNode[] {
  const value = (attributeOf(node, 'href') ?? '').trim().replace(/^http:\/\//i, 'https://');
  return allowedMessageLink.test(value) ? [element('a', inside, [{ name: 'href', value }])] : inside;
}

/** The bullet or number that Word writes as words. */
function isWordMarker(node: MessageElement): boolean {
  return /mso-list:\s*ignore/i.test(attributeOf(node, 'style') ?? '');
}

function findMarker(nodes: readonly MessageNode[]): MessageElement | null {
  for (const node of nodes) {
    if (!isElement(node)) continue;
    const found = isWordMarker(node) ? node : findMarker(node.children);
    if (found !== null) return found;
  }
  return null;
}

/** "1.", "a)" and "iv." count; a bullet does not. */
const numberedMarker = /^[\s\u00a0(]*(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]/i;

/** A Word paragraph that is an item of a list → 'ul' or 'ol'; null for any other. */
function wordListKind(node: MessageElement): 'ul' | 'ol' | null {
  const isItem = /mso-list:\s*l\d/i.test(attributeOf(node, 'style') ?? '');
  if (node.tag !== 'p' || !isItem) return null;
  const marker = findMarker(node.children);
  return marker !== null && numberedMarker.test(wordsOf([marker])) ? 'ol' : 'ul';
}

function listOf(node: MessageElement): MessageElement {
  const items = node.children.flatMap((child): MessageElement[] => {
    if (!isElement(child)) return [];
    if (child.tag !== 'li') return isBlank([child]) ? [] : [element('li', inline([child]).filter(isNoBreak))];
    const isList = (one: MessageNode): one is MessageElement =>
      isElement(one) && (one.tag === 'ul' || one.tag === 'ol');
    const words = child.children.filter((one) => !isList(one));
    return [element('li', [...trimBreaks(inline(words)), ...child.children.filter(isList).map(listOf)])];
  });
  return element(node.tag, items);
}

const isBreak = (node: MessageNode | undefined): boolean =>
  node !== undefined && isElement(node) && node.tag === 'br';
const isNoBreak = (node: MessageNode): boolean => !isBreak(node);

function trimBreaks(nodes: MessageNode[]): MessageNode[] {
  let from = 0;
  let to = nodes.length;
  const isIdle = (node: MessageNode | undefined) =>
    isBreak(node) || (node?.kind === 'text' && /^\s*$/.test(node.text));
  while (from < to && isIdle(nodes[from])) from++;
  while (to > from && isIdle(nodes[to - 1])) to--;
  return nodes.slice(from, to);
}

/** Lines → paragraphs: a line with nothing on it parts them, and so do two breaks in a row. */
function paragraphs(lines: readonly MessageNode[][]): MessageElement[] {
  const found: MessageNode[][] = [];
  let isApart = true;
  for (const line of lines) {
    if (isBlank(line)) {
      isApart = true;
      continue;
    }
    const open = found.at(-1);
    if (isApart || open === undefined) found.push([...line]);
    else open.push(element('br', []), ...line);
    isApart = false;
  }
  return found.map((content) => element('p', content));
}

function splitAtBreaks(nodes: readonly MessageNode[]): MessageNode[][] {
  const lines: MessageNode[][] = [[]];
  for (const node of nodes) {
    if (isBreak(node)) lines.push([]);
    else lines.at(-1)?.push(node);
  }
  return lines;
}

const hasBlocks = (nodes: readonly MessageNode[]): boolean =>
  nodes.some(
    (node) =>
      isElement(node) && (blockTags.has(node.tag) || boxTags.has(node.tag) || hasBlocks(node.children)),
  );

/** The pasted parts as paragraphs and lists of the elements that a message may be made of. */
export function toPastedTree(nodes: readonly MessageNode[]): MessageElement[] {
  const blocks: MessageElement[] = [];
  let lines: MessageNode[][] = [];
  const flush = () => {
    blocks.push(...paragraphs(lines));
    lines = [];
  };
  const addBlock = (block: MessageElement) => {
    flush();
    blocks.push(block);
  };
  const visit = (all: readonly MessageNode[]) => {
    let loose: MessageNode[] = [];
    const endLoose = () => {
      const content = splitAtBreaks(inline(loose));
      if (loose.length > 0 && (lines.length === 0 || !isBlank(loose) || content.length > 1))
        lines.push(...content);
      loose = [];
    };
    for (const node of all) {
      if (!isElement(node) || withoutWords.has(node.tag)) {
        if (node.kind === 'text') loose.push(node);
        continue;
      }
      const isBox = boxTags.has(node.tag) || node.tag === 'table' || node.tag === 'blockquote';
      const isWrapped = !isBox && !blockTags.has(node.tag) && hasBlocks(node.children);
      if (isWrapped) {
        endLoose();
        visit(node.children);
        continue;
      }
      if (!isBox && !blockTags.has(node.tag)) {
        loose.push(node);
        continue;
      }
      endLoose();
      if (node.tag === 'ul' || node.tag === 'ol') addBlock(listOf(node));
      else if (isBox && node.tag !== 'tr' && hasBlocks(node.children)) visit(node.children);
      else if (isBox) lines.push(...splitAtBreaks(inline(node.children)));
      else addParagraph(node);
    }
    endLoose();
  };
  const addParagraph = (node: MessageElement) => {
    flush();
    const kind = wordListKind(node);
    if (kind !== null) {
      const item = element('li', trimBreaks(inline(node.children)));
      const last = blocks.at(-1);
      if (last?.tag === kind && attributeOf(last, 'from') === 'word')
        blocks[blocks.length - 1] = element(kind, [...last.children, item], last.attributes);
      else blocks.push(element(kind, [item], [{ name: 'from', value: 'word' }]));
      return;
    }
    const words = inline(node.children);
    const isTitle = /^h\d$/.test(node.tag);
    blocks.push(...paragraphs(splitAtBreaks(isTitle ? [element('strong', words)] : words)));
  };
  visit(nodes);
  flush();
  return blocks;
}
