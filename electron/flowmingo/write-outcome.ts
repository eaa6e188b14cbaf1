// What became of one write on the API. Three kinds and no more: only `not-processed` may ever be sent again by itself.

/** The answer as it came, bounded, for the ledger and for Details. Never holds the request's key. */
export interface RawAnswer {
  readonly status: number;
  /** The first part of the body (see http-transport.ts for the bound). */
  readonly bodyText: string;
  /** The server's clock from its Date header, UTC; null where it had none. */
  readonly serverTimeMs: number | null;
}

/** Why a write certainly changed nothing. */
export type NotProcessedWhy =
  /** No connection: refused, DNS, TLS, a proxy that opened no way, before a byte of the request left. */
  | 'offline'
  /** The server's certificate is not to be trusted. */
  | 'not-trusted'
  /** 429. `retryAfterMs` holds the whole workspace. */
  | 'rate-limited'
  /** 401. */
  | 'auth'
  /** 403. */
  | 'scope'
  /** 404: the target (or the id) is gone. */
  | 'not-found'
  /** 400 and its like: the API says no to what was sent. */
  | 'bad-request';

/** Why nobody can tell whether a write was processed. */
export type UnknownWhy = 'answer-lost' | 'timed-out' | 'unreadable' | 'server-error';

export type WriteOutcome<Body> =
  | { readonly kind: 'processed'; readonly body: Body; readonly raw: RawAnswer }
  | {
      readonly kind: 'not-processed';
      readonly why: NotProcessedWhy;
      /** The API's own message; the system's error code, or a sentence about the proxy, where no answer came. */
      readonly message: string;
      readonly retryAfterMs: number | null;
      readonly raw: RawAnswer | null;
    }
  | {
      readonly kind: 'unknown';
      readonly why: UnknownWhy;
      readonly message: string;
      /** How long a server that cannot answer asks to be left alone; null where it does not say. */
      readonly retryAfterMs: number | null;
      readonly raw: RawAnswer | null;
    };
