// Why no connection came to stand. Whatever fails with this has sent nothing of a request.

/** Before the first byte of a request. The message is a sentence or a system's code, never with a credential in it. */
export class ConnectionFailure extends Error {
  override readonly name = 'ConnectionFailure';
  constructor(
    /** `proxy`: the proxy (or its settings) is the cause; `not-trusted`: a certificate does not hold. */
    readonly why: 'network' | 'not-trusted' | 'proxy',
    message: string,
    /** Another route would not help, or must not be tried. */
    readonly isFinal = false,
  ) {
    super(message);
  }
}

/** The system's code where there is one: it names no address. */
export function toCode(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return (error as NodeJS.ErrnoException).code ?? error.message;
}
