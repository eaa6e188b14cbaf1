// A message as the editor shows it: paragraphs, lists, bold, italic, links, line breaks and placeholders. Plain data, nothing else fits in.
import type { PlaceholderName } from './placeholders';

export interface InlineStyle {
  /** Where it leads, as `allowedMessageLink` has it; null where it leads nowhere. */
  readonly link: string | null;
  readonly bold: boolean;
  readonly italic: boolean;
}

export type MessageInline = { readonly style: InlineStyle } & (
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'placeholder'; readonly name: PlaceholderName }
  | { readonly kind: 'break' }
);

export interface MessageList {
  readonly kind: 'list';
  readonly isNumbered: boolean;
  readonly items: readonly MessageListItem[];
}

export interface MessageListItem {
  readonly content: readonly MessageInline[];
  readonly lists: readonly MessageList[];
}

export type MessageBlock =
  | { readonly kind: 'paragraph'; readonly content: readonly MessageInline[] }
  | MessageList;

export type MessageDocument = readonly MessageBlock[];

export const plainStyle: InlineStyle = { link: null, bold: false, italic: false };

/** Whether both are drawn alike and lead to the same. */
export function isSameStyle(one: InlineStyle, other: InlineStyle): boolean {
  return one.link === other.link && one.bold === other.bold && one.italic === other.italic;
}
