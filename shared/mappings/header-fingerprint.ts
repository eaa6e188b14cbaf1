// Which header a table has, as one short text: the same columns in another order have the same one.
// Never the only proof that two headers are one: whoever finds a match compares the texts too.
import { headerText } from '../spreadsheets/header-text';

/** FNV-1a, 32 bits: its start and its prime (RFC 9923). */
const fnvStart = 0x811c9dc5;
const fnvPrime = 0x01000193;
/** A second start, so that two halves of 32 bits make 64: among a few hundred headers no two meet by accident. */
const otherStart = 0x9e3779b9;

/** A header as it is compared: case, accents and punctuation aside. Never empty for a header that shows something. */
export function headerKey(header: string): string {
  return headerText(header) || header.trim();
}

/** The keys of the headers that show something, in the sheet's order. */
export function headerKeys(headers: readonly string[]): string[] {
  return headers.map(headerKey).filter((key) => key !== '');
}

function fnv(text: string, start: number): string {
  let hash = start;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), fnvPrime);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** 16 hex digits for these headers. Their order and empty ones do not count; how often each stands there does. */
export function headerFingerprint(headers: readonly string[]): string {
  const text = headerKeys(headers).sort().join('\n');
  return fnv(text, fnvStart) + fnv(text, otherStart);
}
