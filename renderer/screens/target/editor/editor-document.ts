import { Fragment, type Mark, type Node, Slice } from 'prosemirror-model';
import type {
  InlineStyle,
  MessageBlock,
  MessageDocument,
  MessageInline,
  MessageList,
  MessageListItem,
} from '../../../../shared/messages/message-document';
import type { PlaceholderName } from '../../../../shared/messages/placeholders';
import { messageSchema } from './message-schema';

const { nodes, marks } = messageSchema;

function toMarks({ link, bold, italic }: InlineStyle): Mark[] {
  return [
    ...(link === null ? [] : [marks.link.create({ href: link })]),
    ...(bold ? [marks.strong.create()] : []),
    ...(italic ? [marks.em.create()] : []),
  ];
}

function toInlineNode(piece: MessageInline): Node[] {
  const drawn = toMarks(piece.style);
  switch (piece.kind) {
    case 'text':
      return piece.text === '' ? [] : [messageSchema.text(piece.text, drawn)];
    case 'placeholder':
      return [nodes.placeholder.create({ name: piece.name }, null, drawn)];
    case 'break':
      return [nodes.hard_break.create(null, null, drawn)];
  }
}

function toParagraph(content: readonly MessageInline[]): Node {
  return nodes.paragraph.create(null, content.flatMap(toInlineNode));
}

function toBlock(block: MessageBlock): Node {
  if (block.kind === 'paragraph') return toParagraph(block.content);
  const type = block.isNumbered ? nodes.ordered_list : nodes.bullet_list;
  return type.create(
    null,
    block.items.map(({ content, lists }) =>
      nodes.list_item.create(null, [toParagraph(content), ...lists.map(toBlock)]),
    ),
  );
}

/** A message as the editor's own document. */
export function toEditorNode(document: MessageDocument): Node {
  return nodes.doc.create(null, document.length === 0 ? [toParagraph([])] : document.map(toBlock));
}

/** A part of a message to be put in at the cursor: words join the words there, lists stay lists. */
export function toSlice(document: MessageDocument): Slice {
  const blocks = document.map(toBlock);
  const openAt = (block: Node | undefined) => (block?.type === nodes.paragraph ? 1 : 0);
  return new Slice(Fragment.from(blocks), openAt(blocks[0]), openAt(blocks.at(-1)));
}

function toStyle(node: Node): InlineStyle {
  const link = node.marks.find(({ type }) => type === marks.link)?.attrs.href as string | undefined;
  return {
    link: link ?? null,
    bold: node.marks.some(({ type }) => type === marks.strong),
    italic: node.marks.some(({ type }) => type === marks.em),
  };
}

function toInline(node: Node): MessageInline {
  const style = toStyle(node);
  if (node.isText) return { kind: 'text', text: node.text ?? '', style };
  if (node.type === nodes.hard_break) return { kind: 'break', style };
  return { kind: 'placeholder', name: node.attrs.name as PlaceholderName, style };
}

function toContent(paragraph: Node | null): MessageInline[] {
  return paragraph === null ? [] : paragraph.children.map(toInline);
}

function toList(list: Node): MessageList {
  return {
    kind: 'list',
    isNumbered: list.type === nodes.ordered_list,
    items: list.children.map(
      (item): MessageListItem => ({
        content: toContent(item.firstChild),
        lists: item.children.slice(1).map(toList),
      }),
    ),
  };
}

/** What stands in the editor as a message. */
export function toMessageDocument(doc: Node): MessageDocument {
  return doc.children.map(
    (block): MessageBlock =>
      block.type === nodes.paragraph ? { kind: 'paragraph', content: toContent(block) } : toList(block),
  );
}
