// Whether a foreign message is made of nothing but what a message may be made of, so that what is sent is what is shown.
import { allowedMessageLink, allowedMessageTags } from '../messages/message-tags';

const tags = allowedMessageTags.join('|');
/** A tag without attributes, or a link with its address alone. Anything else that begins with `<` is none. */
const plainTag = new RegExp(`^<(?:/?(?:${tags})\\s*/?|a\\s+href="([^"<>]*)"\\s*)>`, 'i');

/** False for every other element, attribute, address, comment, and for a `<` that stands by itself. */
export function isPlainMessage(html: string): boolean {
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at + 1)) {
    // A tag of ours is never longer, but for its address.
    const found = plainTag.exec(html.slice(at, at + longestTag));
    if (found === null) return false;
    const address = found[1];
    if (address !== undefined && !allowedMessageLink.test(address.replaceAll('&amp;', '&'))) return false;
  }
  return true;
}

/** Longer than an address that browsers take. */
const longestTag = 2100;
