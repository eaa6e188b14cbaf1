// The API's own words for why it did not do something: read from whatever shape they come in, and made comparable.
import { toMessage } from '../flowmingo/classify-write';

/** The longest message that goes into a cause; the whole answer stands in the ledger. */
const maxLength = 200;

/** The text of an error value, or its beginning; null where it holds none: an empty map, null and `''` are no errors. */
export function readMessage(value: unknown): string | null {
  if (typeof value === 'string') return toMessage(value) || null;
  if (Array.isArray(value)) return readFirst(value);
  if (typeof value !== 'object' || value === null) return null;
  return readMessage((value as { message?: unknown }).message);
}

/** The first message of a map that is keyed by the target's id (API guide, 3.3). */
export function readMessageMap(map: unknown): string | null {
  return typeof map === 'object' && map !== null ? readFirst(Object.values(map)) : null;
}

function readFirst(values: readonly unknown[]): string | null {
  for (const value of values) {
    const message = readMessage(value);
    if (message !== null) return message;
  }
  return null;
}

/** One text for the same refusal of different people: addresses, ids and links become "…", blanks are one, no full stop. */
export function toCommonMessage(message: string): string {
  return message
    .replace(/[^\s"'<>(),;:]+@[^\s"'<>(),;:]+/g, '…')
    .replace(/\bhttps?:\/\/\S+/gi, '…')
    .replace(/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{9,}\b/gi, '…')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.!\s]+$/, '')
    .slice(0, maxLength);
}

/** The API says that what was asked for is there already. "Already expired" and the like are not meant. */
export function saysAlreadyThere(message: string): boolean {
  if (/\bduplicate\b/i.test(message)) return true;
  return (
    /\balready\b[^.]*\b(invit\w*|appli\w*|exist\w*|added|present|submitted|assigned|in)\b/i.test(message) ||
    /\bexists already\b/i.test(message)
  );
}
