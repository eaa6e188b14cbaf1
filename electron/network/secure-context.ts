// The roots that TLS connections are checked against. What cannot be read or used makes trust smaller, never larger.
import tls from 'node:tls';

/** Undefined (Node's own roots) where there is nothing to read, or it cannot be used: then less is trusted, never more. */
export function toSecureContext(read: (() => readonly string[]) | undefined): tls.SecureContext | undefined {
  if (read === undefined) return undefined;
  try {
    return tls.createSecureContext({ ca: [...read()] });
  } catch {
    return undefined;
  }
}
