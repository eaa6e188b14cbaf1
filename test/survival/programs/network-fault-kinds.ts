// The eighteen ways in which the network, or what stands in it, fails a write. Each says where it strikes.
import { type Connection, toEnvelope, toHttpText } from './faulty-server';

export type FaultKind =
  /** The write goes to an address where no request can be handed over. */
  | { readonly kind: 'unreachable'; readonly name: string; readonly address: UnreachableAddress }
  /** The connection dies while the request lies in it unread. */
  | { readonly kind: 'unread'; readonly name: string }
  /** The server has read the request, and then does this. */
  | {
      readonly kind: 'answered-badly';
      readonly name: string;
      /** `goodBody`: of the answer that it would have been. */
      readonly answer: (connection: Connection, goodBody: string) => void;
      /** A second try of the same person is answered well. */
      readonly isOnlyOnce?: boolean;
      /** The write is given up after so long. */
      readonly firstByteMs?: number;
      readonly bodyMs?: number;
    };

export type UnreachableAddress =
  | 'nobody-listens'
  | 'no-such-name'
  | 'closes-at-accept'
  | 'no-handshake'
  | 'wrong-host';

/** Short, since fifty people wait for it one after another; long enough for a good answer on a busy machine. */
const shortLimitMs = 2000;
/** What a truncated answer lacks at its end. */
const missingChars = 20;

const good = (goodBody: string) => toHttpText(201, goodBody);

const answeredBadly = (
  name: string,
  answer: (connection: Connection, goodBody: string) => void,
  more: { readonly isOnlyOnce?: boolean; readonly firstByteMs?: number; readonly bodyMs?: number } = {},
): FaultKind => ({ kind: 'answered-badly', name, answer, ...more });

export const networkFaultKinds: readonly FaultKind[] = [
  { kind: 'unreachable', name: 'connection refused', address: 'nobody-listens' },
  { kind: 'unreachable', name: 'name not found', address: 'no-such-name' },
  { kind: 'unreachable', name: 'closed at accept', address: 'closes-at-accept' },
  { kind: 'unreachable', name: 'TLS handshake failure', address: 'no-handshake' },
  { kind: 'unreachable', name: 'certificate of another host', address: 'wrong-host' },
  { kind: 'unread', name: 'reset before the request is read' },
  answeredBadly('reset after the request', ({ raw }) => raw.resetAndDestroy()),
  answeredBadly('end before the answer', ({ secure }) => secure.end()),
  answeredBadly('end inside the headers', ({ secure }, goodBody) => {
    const text = good(goodBody);
    secure.end(text.slice(0, text.indexOf('\r\n\r\n') / 2));
  }),
  answeredBadly('no answer', () => undefined, { firstByteMs: shortLimitMs }),
  answeredBadly('body cut off', ({ secure }, goodBody) => secure.end(good(goodBody).slice(0, -missingChars))),
  answeredBadly(
    'body stalls',
    ({ secure }, goodBody) => secure.write(good(goodBody).slice(0, -missingChars)),
    {
      bodyMs: shortLimitMs,
    },
  ),
  answeredBadly('201 with garbled JSON', ({ secure }, goodBody) =>
    secure.write(toHttpText(201, goodBody.slice(0, -missingChars))),
  ),
  answeredBadly('201 with nothing in it', ({ secure }) => secure.write(toHttpText(201, ''))),
  answeredBadly('502 of a proxy, HTML', ({ secure }) =>
    secure.write(toHttpText(502, '<html><h1>502 Bad Gateway</h1></html>', { 'content-type': 'text/html' })),
  ),
  answeredBadly('503', ({ secure }) => secure.write(toHttpText(503, toEnvelope(503, 'Service Unavailable')))),
  answeredBadly('408', ({ secure }) =>
    secure.end(toHttpText(408, toEnvelope(408, 'Request Timeout'), { connection: 'close' })),
  ),
  answeredBadly(
    '429 with Retry-After',
    ({ secure }) =>
      secure.write(toHttpText(429, toEnvelope(429, 'Too Many Requests'), { 'retry-after': '1' })),
    { isOnlyOnce: true },
  ),
];
