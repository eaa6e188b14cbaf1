// HTML of a message as the editor shows it. Says what the editor has no form for, so that nobody loses it without knowing.
import { cleanMessage } from './clean-message';
import {
  type InlineStyle,
  type MessageBlock,
  type MessageDocument,
  type MessageInline,
  type MessageList,
  type MessageListItem,
  plainStyle,
} from './message-document';
import { withFoldedBlanks } from './message-line';
import { allowedMessageLink } from './message-tags';
import { attributeOf, type MessageElement, type MessageNode, readMessageTree } from './message-tree';

export interface ReadDocument {
  readonly document: MessageDocument;
  /** What would be lost or look different, each once: `<h2>`, `<blockquote>`. Empty: the editor shows all of it. */
  readonly notShown: readonly string[];
}

const emptyDocument: MessageDocument = [{ kind: 'paragraph', content: [] }];
const blockTags = new Set(['p', 'ul', 'ol', 'div', 'blockquote', 'hr', 'h1', 'h2', 'h3']);

/** A message as the editor shows it. What it may not hold at all (`cleanMessage`) counts as not shown. */
export function readDocument(html: string): ReadDocument {
  const { html: clean, removed } = cleanMessage(html);
  const { document, notShown } = toDocument(readMessageTree(clean));
  return { document, notShown: [...new Set([...removed, ...notShown])] };
}

/** The same from a tree. */
export function toDocument(nodes: readonly MessageNode[]): ReadDocument {
  const lost = new Set<string>();
  const blocks = readBlocks(nodes, (name) => lost.add(name));
  const hasBlocks = nodes.some((node) => node.kind === 'element' && blockTags.has(node.tag));
  if (hasBlocks && nodes.some(isLoose)) lost.add('words outside a paragraph');
  return { document: blocks.length === 0 ? emptyDocument : blocks, notShown: [...lost] };
}

type OnLost = (name: string) => void;

/** Something to read that stands in no paragraph. */
function isLoose(node: MessageNode): boolean {
  return node.kind === 'text' ? node.text.trim() !== '' : node.kind === 'element' && !blockTags.has(node.tag);
}

function readBlocks(nodes: readonly MessageNode[], onLost: OnLost): MessageBlock[] {
  const blocks: MessageBlock[] = [];
  let loose: MessageNode[] = [];
  const addParagraph = (inside: readonly MessageNode[]) => {
    const content = readInline(inside, plainStyle, onLost);
    const line = withFoldedBlanks(content);
    // A paragraph with nothing but its break is a blank line; one with nothing at all is not seen.
    if (line.length > 0 || content.some(({ kind }) => kind === 'break'))
      blocks.push({ kind: 'paragraph', content: line });
  };
  const flush = () => {
    if (loose.length > 0) addParagraph(loose);
    loose = [];
  };
  for (const node of nodes) {
    if (node.kind !== 'element' || !blockTags.has(node.tag)) {
      loose.push(node);
      continue;
    }
    flush();
    if (node.tag === 'p') addParagraph(node.children);
    else if (node.tag === 'ul' || node.tag === 'ol') blocks.push(readList(node, onLost));
    else {
      onLost(`<${node.tag}>`);
      blocks.push(...readBlocks(node.children, onLost));
    }
  }
  flush();
  return blocks;
}

function readList(list: MessageElement, onLost: OnLost): MessageList {
  const items = list.children.flatMap((child): MessageListItem[] => {
    if (child.kind === 'element' && child.tag === 'li') return [readItem(child, onLost)];
    if (child.kind !== 'text' || child.text.trim() !== '') onLost('a list with more than its items');
    const content = withFoldedBlanks(readInline([child], plainStyle, () => {}));
    return content.length === 0 ? [] : [{ content, lists: [] }];
  });
  return {
    kind: 'list',
    isNumbered: list.tag === 'ol',
    items: items.length === 0 ? [{ content: [], lists: [] }] : items,
  };
}

/** Words first, then lists inside it; anything else is drawn as words and said. */
function readItem({ children }: MessageElement, onLost: OnLost): MessageListItem {
  const isList = (node: MessageNode) => node.kind === 'element' && (node.tag === 'ul' || node.tag === 'ol');
  const firstList = children.findIndex(isList);
  const words = children.filter((node) => !isList(node));
  const after = firstList === -1 ? [] : children.slice(firstList);
  if (after.some((node) => !isList(node) && isLoose(node))) onLost('words after a list inside a list');
  return {
    content: withFoldedBlanks(readInline(words, plainStyle, onLost)),
    lists: children.flatMap((node) =>
      node.kind === 'element' && isList(node) ? [readList(node, onLost)] : [],
    ),
  };
}

function readInline(nodes: readonly MessageNode[], style: InlineStyle, onLost: OnLost): MessageInline[] {
  return nodes.flatMap((node): MessageInline[] => {
    if (node.kind === 'text') return [{ kind: 'text', text: node.text, style }];
    if (node.kind === 'foreign') return [];
    const inside = (changed: Partial<InlineStyle>) =>
      readInline(node.children, { ...style, ...changed }, onLost);
    switch (node.tag) {
      case 'br':
        return [{ kind: 'break', style }];
      case 'strong':
      case 'b':
        return inside({ bold: true });
      case 'em':
      case 'i':
        return inside({ italic: true });
      case 'a': {
        const link = attributeOf(node, 'href');
        return inside(link !== null && allowedMessageLink.test(link) ? { link } : {});
      }
      default:
        onLost(`<${node.tag}>`);
        return inside({});
    }
  });
}
