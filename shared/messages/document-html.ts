// What the editor shows, as the HTML that is sent. One form for each document; nothing but p, br, strong, em, a, ul, ol and li.
import { escapeLink, escapeWords } from './escape-message';
import type { MessageBlock, MessageDocument, MessageInline, MessageListItem } from './message-document';
import { withFixedBlanks } from './message-line';
import { toPlaceholder } from './placeholders';

/** Neighbours for which `keyOf` gives the same stand in one group. */
function grouped<Key>(
  content: readonly MessageInline[],
  keyOf: (piece: MessageInline) => Key,
): { key: Key; pieces: MessageInline[] }[] {
  const groups: { key: Key; pieces: MessageInline[] }[] = [];
  for (const piece of content) {
    const key = keyOf(piece);
    const last = groups.at(-1);
    if (last !== undefined && last.key === key) last.pieces.push(piece);
    else groups.push({ key, pieces: [piece] });
  }
  return groups;
}

function pieceHtml(piece: MessageInline): string {
  if (piece.kind === 'text') return escapeWords(piece.text);
  return piece.kind === 'break' ? '<br>' : toPlaceholder(piece.name);
}

function italicHtml(content: readonly MessageInline[]): string {
  return grouped(content, ({ style }) => style.italic)
    .map(({ key, pieces }) => {
      const inside = pieces.map(pieceHtml).join('');
      return key ? `<em>${inside}</em>` : inside;
    })
    .join('');
}

function boldHtml(content: readonly MessageInline[]): string {
  return grouped(content, ({ style }) => style.bold)
    .map(({ key, pieces }) => (key ? `<strong>${italicHtml(pieces)}</strong>` : italicHtml(pieces)))
    .join('');
}

/** A line; a break at its very end needs another one to be seen. */
function lineHtml(content: readonly MessageInline[]): string {
  const fixed = withFixedBlanks(content);
  const html = grouped(fixed, ({ style }) => style.link)
    .map(({ key, pieces }) =>
      key === null ? boldHtml(pieces) : `<a href="${escapeLink(key)}">${boldHtml(pieces)}</a>`,
    )
    .join('');
  return fixed.at(-1)?.kind === 'break' ? `${html}<br>` : html;
}

function itemHtml({ content, lists }: MessageListItem): string {
  return `<li>${lineHtml(content)}${lists.map(blockHtml).join('')}</li>`;
}

function blockHtml(block: MessageBlock): string {
  if (block.kind === 'paragraph') return `<p>${lineHtml(block.content) || '<br>'}</p>`;
  const tag = block.isNumbered ? 'ol' : 'ul';
  return `<${tag}>${block.items.map(itemHtml).join('')}</${tag}>`;
}

/** One paragraph of words and placeholders alone needs no HTML. */
function plainContent(document: MessageDocument): readonly MessageInline[] | null {
  const [only, ...more] = document;
  if (only === undefined) return [];
  if (more.length > 0 || only.kind !== 'paragraph') return null;
  const line = withFixedBlanks(only.content);
  const isPlain = line.every(
    ({ kind, style }) => kind !== 'break' && style.link === null && !style.bold && !style.italic,
  );
  return isPlain ? line : null;
}

/** The message as it is sent. '' for an empty one; without any tag where there is one paragraph without format. */
export function toDocumentHtml(document: MessageDocument): string {
  const plain = plainContent(document);
  return plain === null ? document.map(blockHtml).join('') : lineHtml(plain);
}
