import { type DOMOutputSpec, DOMSerializer, Schema } from 'prosemirror-model';
import {
  type PlaceholderName,
  placeholderLabels,
  toPlaceholder,
} from '../../../../shared/messages/placeholders';
import styles from './rich-text.module.css';

const chip = (name: PlaceholderName): DOMOutputSpec => [
  'span',
  {
    class: styles.chip ?? '',
    'data-placeholder': name,
    title: `${toPlaceholder(name)}: Flowmingo fills it in`,
  },
  placeholderLabels[name],
];

/** What the editor can hold: exactly what `MessageDocument` can. Nothing is parsed from a page, so there are no parse rules. */
export const messageSchema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: { content: 'inline*', group: 'block', toDOM: () => ['p', 0] },
    bullet_list: { content: 'list_item+', group: 'block list', toDOM: () => ['ul', 0] },
    ordered_list: { content: 'list_item+', group: 'block list', toDOM: () => ['ol', 0] },
    list_item: { content: 'paragraph list*', defining: true, toDOM: () => ['li', 0] },
    text: { group: 'inline' },
    placeholder: {
      group: 'inline',
      inline: true,
      attrs: { name: {} },
      toDOM: ({ attrs }) => chip(attrs.name as PlaceholderName),
      leafText: ({ attrs }) => toPlaceholder(attrs.name as PlaceholderName),
    },
    hard_break: {
      group: 'inline',
      inline: true,
      selectable: false,
      toDOM: () => ['br'],
      leafText: () => '\n',
    },
  },
  marks: {
    // A link's page is never opened from here: it is shown as what it is.
    link: {
      attrs: { href: {} },
      inclusive: false,
      toDOM: ({ attrs }) => ['span', { class: styles.link ?? '', title: attrs.href as string }, 0],
    },
    strong: { toDOM: () => ['strong', 0] },
    em: { toDOM: () => ['em', 0] },
  },
});

/** For the clipboard: a chip is its placeholder as text, and a link is a link, so that every other program can read them. */
export const clipboardSerializer = new DOMSerializer(
  {
    ...DOMSerializer.nodesFromSchema(messageSchema),
    placeholder: ({ attrs }) => ['span', toPlaceholder(attrs.name as PlaceholderName)],
  },
  {
    ...DOMSerializer.marksFromSchema(messageSchema),
    link: ({ attrs }) => ['a', { href: attrs.href as string }, 0],
  },
);
