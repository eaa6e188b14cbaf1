// HTML of a message as a tree, read as browsers and mail programs read it (WHATWG, by parse5). Never runs or loads anything.
import { type DefaultTreeAdapterMap, html as html5, parseFragment } from 'parse5';

/** A part of a message. `foreign`: a comment, SVG, MathML, or what is nested deeper than anybody writes. */
export type MessageNode =
  | { readonly kind: 'text'; readonly text: string }
  | MessageElement
  | { readonly kind: 'foreign'; readonly name: string };

export interface MessageElement {
  readonly kind: 'element';
  /** In small letters. */
  readonly tag: string;
  readonly attributes: readonly { readonly name: string; readonly value: string }[];
  readonly children: readonly MessageNode[];
}

/** Mail from a word processor nests some twenty levels; each level is a call of a function here. */
const deepestLevel = 200;

/** The value of an attribute, or null. */
export function attributeOf({ attributes }: MessageElement, name: string): string | null {
  return attributes.find((attribute) => attribute.name === name)?.value ?? null;
}

type ParsedNode = DefaultTreeAdapterMap['childNode'];

function toNode(node: ParsedNode, level: number): MessageNode {
  if ('value' in node) return { kind: 'text', text: node.value };
  if (!('tagName' in node)) return { kind: 'foreign', name: 'a comment' };
  if (node.namespaceURI !== html5.NS.HTML) return { kind: 'foreign', name: `<${node.tagName}>` };
  if (level > deepestLevel) return { kind: 'foreign', name: 'parts inside parts, over and over' };
  const children = 'content' in node ? node.content.childNodes : node.childNodes;
  return {
    kind: 'element',
    tag: node.tagName,
    attributes: node.attrs.map(({ name, value }) => ({ name, value })),
    children: children.map((child) => toNode(child, level + 1)),
  };
}

/** The parts of a message, in order. Takes any text; for one of 50,000 characters it needs some milliseconds. */
export function readMessageTree(html: string): MessageNode[] {
  return parseFragment(html, { scriptingEnabled: false }).childNodes.map((node) => toNode(node, 0));
}
