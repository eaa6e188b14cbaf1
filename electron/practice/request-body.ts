// Reads a request's body, bounded. Must never keep more than the limit in memory.
import type { IncomingMessage } from 'node:http';

/** Far above the largest invite that a client may send, far below what would hurt the app that this runs in. */
const BODY_LIMIT_BYTES = 5 * 1024 * 1024;

/** The whole body as text; null when it is too large or the client went away before its end. */
export function readRequestBody(request: IncomingMessage): Promise<string | null> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let sizeBytes = 0;
    request.on('data', (chunk: Buffer) => {
      sizeBytes += chunk.length;
      if (sizeBytes <= BODY_LIMIT_BYTES) chunks.push(chunk);
    });
    request.on('end', () =>
      resolve(sizeBytes > BODY_LIMIT_BYTES ? null : Buffer.concat(chunks).toString('utf8')),
    );
    request.on('close', () => resolve(null));
    request.on('error', () => resolve(null));
  });
}
