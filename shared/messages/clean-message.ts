// The one place that says what of a message may be shown, kept and sent. Preview, sending, templates and files all ask here.
// Never changes a message by itself: it names what may not stay, and gives the message without it.
import { escapeLink, escapeWords } from './escape-message';
import { longestReadMessage } from './message-length';
import { allowedMessageLink, allowedMessageTags } from './message-tags';
import { attributeOf, type MessageElement, type MessageNode, readMessageTree } from './message-tree';

export interface CleanMessage {
  /** The message as it may be sent; to the letter as it was where nothing had to go. */
  readonly html: string;
  /** What had to go, each once, in words for the screen: `<table>`, `style`, `a comment`. Empty: it may be sent as it is. */
  readonly removed: readonly string[];
}

const allowed = new Set<string>(allowedMessageTags);
/** Whose inside is no text for people. */
const withoutWords = new Set(
  'script style template noscript noembed noframes iframe object embed textarea select title audio video canvas xmp plaintext'.split(
    ' ',
  ),
);
const withoutEnd = new Set(['br', 'hr']);
/** Serializing can bring parts of a broken message together anew; each time less is wrong. */
const mostRounds = 5;

/**
 * The message without anything that could run, load or lead elsewhere than said: only the elements of `allowedMessageTags`, and
 * links of `allowedMessageLink`. A link over http becomes one over https. Nothing comes back of a message that is too long to be one.
 */
export function cleanMessage(html: string): CleanMessage {
  if (html.length > longestReadMessage) return { html: '', removed: ['all of it, since it is far too long'] };
  const removed = new Set(strayTags(html));
  let cleaned = writeNodes(readMessageTree(html), (name) => removed.add(name));
  if (removed.size === 0) return { html, removed: [] };
  for (let round = 0; round < mostRounds; round++) {
    const again = writeNodes(readMessageTree(cleaned), () => {});
    if (again === cleaned) break;
    cleaned = again;
  }
  return { html: cleaned, removed: [...removed] };
}

/** Whether the message may be kept and sent to the letter. */
export function isCleanMessage(html: string): boolean {
  return cleanMessage(html).removed.length === 0;
}

/** Tags that leave no trace in the tree (`<body onload=…>`, an end without a beginning, one that is cut) are found in the text. */
function strayTags(html: string): string[] {
  const names = [...html.matchAll(/<\/?([a-z][^\s/>]*)/gi)].map(([, name = '']) => name.toLowerCase());
  const strays = names.filter((name) => !allowed.has(name)).map((name) => `<${name.slice(0, 40)}>`);
  if (/<[!?]|<\/[^a-z]/i.test(html)) strays.push('a comment');
  if (/<\/?[a-z][^>]*$/i.test(html)) strays.push('a tag without an end');
  return strays;
}

function writeNodes(nodes: readonly MessageNode[], onRemoved: (name: string) => void): string {
  return nodes.map((node) => writeNode(node, onRemoved)).join('');
}

function writeNode(node: MessageNode, onRemoved: (name: string) => void): string {
  if (node.kind === 'text') return escapeWords(node.text);
  if (node.kind === 'foreign') {
    onRemoved(node.name);
    return '';
  }
  const { tag } = node;
  if (!allowed.has(tag)) {
    onRemoved(`<${tag.slice(0, 40)}>`);
    return withoutWords.has(tag) ? '' : writeNodes(node.children, onRemoved);
  }
  const start = `<${tag}${writeLink(node, onRemoved)}>`;
  return withoutEnd.has(tag) ? start : `${start}${writeNodes(node.children, onRemoved)}</${tag}>`;
}

/** The `href` of a link that may stay, as it is written inside the tag. */
function writeLink(element: MessageElement, onRemoved: (name: string) => void): string {
  const href = element.tag === 'a' ? attributeOf(element, 'href') : null;
  for (const { name } of element.attributes)
    if (name !== 'href' || element.tag !== 'a') onRemoved(`“${name.slice(0, 40)}”`);
  if (href === null) return '';
  const secure = href.replace(/^http:\/\//i, 'https://');
  const isAllowed = allowedMessageLink.test(secure);
  if (!isAllowed || secure !== href) onRemoved(isAllowed ? 'a link over http' : 'a link that is not https');
  return isAllowed ? ` href="${escapeLink(secure)}"` : '';
}
