// The shapes in which the practice Flowmingo answers: bodies, error envelopes and refusals.
// An answer must never repeat the key or anything else that the client did not need to see.

/** What an endpoint answers with. */
export interface EndpointAnswer {
  status: number;
  body: unknown;
}

/** Thrown by an endpoint that refuses the whole request; becomes the guide's error envelope. */
export class ApiRefusal extends Error {
  override readonly name = 'ApiRefusal';

  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** The guide's error envelope: `{ statusCode, message, timestamp, path }`. */
export interface ErrorEnvelope {
  statusCode: number;
  message: string;
  timestamp: string;
  path: string;
}

/** Builds the error envelope for a refused request. */
export function toErrorEnvelope(
  statusCode: number,
  message: string,
  path: string,
  atMs: number,
): ErrorEnvelope {
  return { statusCode, message, timestamp: toIsoTime(atMs), path };
}

/** An ISO-8601 time, as the read endpoints give it. */
export function toIsoTime(atMs: number): string {
  return new Date(atMs).toISOString();
}
