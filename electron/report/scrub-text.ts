// Takes everything out of a technical text that could be somebody's: only words of this program's own vocabulary stay.
// What is not known to be harmless goes; must never be turned round into a list of what is harmful.
import { createHash } from 'node:crypto';
import { errorCodes, toSentence } from '../../shared/errors/codes';

/** Stands for what was taken out. */
export const taken = '…';
/** Characters of a hash: two of ten thousand are alike once in 80,000 reports. */
const hashLength = 12;

/** Words of Node, SQLite and Electron that say what went wrong. */
const technicalWords = `
  abort aborted access address already at bad because broken buffer bytes cannot caused certificate channel client closed code column
  commit conflict connect connection constraint corrupt could database denied directory disk dns does driver empty end ended error
  errors exceeded exist exists expected expired failed failure fetch file files find first foreign found free full get getaddrinfo hang
  hung host http https image index input integer internal invalid io is key keychain length limit line load lock locked long lost malformed
  memory missing module more must name network no node not null number object of on only open operation out page parse password
  path permission permitted pipe port position process property proxy queue range read reading readonly refused reject rejected reset
  response row self server signed size socket space statement stream string such syntax system table temporarily text time timed timeout
  tls to token too transaction type undefined unable unexpected unhandled unique unknown unsupported up utf valid value was when window
  with write writing wrong zlib ok entries tree cell btree fragmentation never used rowid order stack invariant failed sheet strict zod main renderer preload start ledger command drafts runs draft clear away
  deleted old close search report history batch`;
const exactWords = new Set([
  'Error',
  'TypeError',
  'RangeError',
  'SyntaxError',
  'ReferenceError',
  'AggregateError',
  'AbortError',
  'AppError',
  'ZodError',
  'Flowmingo',
  'Batch',
  'SQLite',
  'JSON',
  'HTTP',
  'HTTPS',
  'TLS',
  'DNS',
  'UNIQUE',
  'FOREIGN',
  'KEY',
]);

const vocabulary: ReadonlySet<string> = new Set(
  [technicalWords, ...errorCodes.map((code) => toSentence(code))]
    .join(' ')
    .replace(/\{\w+\}/g, ' ')
    .split(/[^a-z]+/)
    .filter((word) => word.length > 1 || word === 'a'),
);
const codes: ReadonlySet<string> = new Set<string>(errorCodes);

/** One id or address, always alike in one report and never the same in two. `salt` must not be written anywhere. */
export function toHash(salt: string, text: string): string {
  return `#${createHash('sha256').update(`${salt} ${text}`).digest('hex').slice(0, hashLength)}`;
}

const quoted = /'[^']*'|"[^"]*"|`[^`]*`|“[^”]*”|„[^“”]*[“”]|«[^»]*»/gu;
const address = /[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/gu;
const uuid = /\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi;
/** Anything that is part of a path, an address of the web or a file's name. */
const place = /\S*[\\/]\S*|\S+\.[A-Za-z]\w{1,4}\b\S*/gu;

/** The text with nothing left in it but words of the vocabulary, error codes, small numbers, and hashes of ids and addresses. */
export function scrubText(text: string, salt: string): string {
  const hashes: string[] = [];
  const keep = (one: string) => ` \u0001${hashes.push(toHash(salt, one.toLowerCase())) - 1}\u0001 `;
  return text
    .replace(address, keep)
    .replace(uuid, keep)
    .replace(quoted, ` ${taken} `)
    .replace(place, (word) => (codes.has(word.replace(/[.,;:)]+$/, '')) ? word : ` ${taken} `))
    .split(/(\s+)/)
    .map((word) => scrubWord(word, hashes))
    .join('')
    .replace(/(?:…[^\S\n]*){2,}/g, `${taken} `)
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}

function scrubWord(word: string, hashes: readonly string[]): string {
  const kept = /^\u0001(\d+)\u0001$/.exec(word);
  if (kept !== null) return hashes[Number(kept[1])] ?? taken;
  if (codes.has(word.replace(/[.,;:)]+$/, ''))) return word;
  return word.replace(/[\p{L}\p{N}\p{M}_-]+|[^\p{L}\p{N}\p{M}\s_.,:;()[\]…-]+/gu, (part) =>
    isHarmless(part) ? part : taken,
  );
}

function isHarmless(part: string): boolean {
  return (
    vocabulary.has(part) ||
    exactWords.has(part) ||
    /^-+$/.test(part) ||
    // Status codes, lines, counts; nobody's telephone number, date of birth or ID.
    /^\d{1,3}$/.test(part) ||
    /^(?:E[A-Z]{3,14}|ERR_[A-Z_]{3,40}|SQLITE_[A-Z_]{2,30})$/.test(part)
  );
}
