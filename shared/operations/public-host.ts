// Which hosts anybody could reach, as far as their spelling tells. What an address book says of them is another question.

import { parseUrl } from './parse-url';

/** Hosts that only the recruiter's own computer or network can reach. */
const privateHost =
  /^(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|0\.|\[|.*\.(?:local|localhost|internal|intranet|lan|corp|home)\.?$)/i;

/** The host of a link that anybody could reach, or null. */
export function publicHostOf(link: string): string | null {
  const host = parseUrl(link)?.hostname;
  if (
    host === undefined ||
    privateHost.test(host) ||
    !/^(?:[\p{L}\p{N}-]+\.)+(?:\p{L}{2,}|[xX][nN]--[a-zA-Z0-9-]+)\.?$|^\d{1,3}(?:\.\d{1,3}){3}$/u.test(host)
  )
    return null;
  return host;
}
