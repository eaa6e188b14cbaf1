// Which addresses may ever be handed to the browser: https, and a host of this list, exactly.

const allowedHosts = new Set(['team.flowmingo.ai', 'flowmingo.ai']);

/** True for an https address on its usual port, at an allowed host, with no user name in it. */
export function mayOpen(address: string): boolean {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return false;
  }
  return (
    url.protocol === 'https:' &&
    url.port === '' &&
    url.username === '' &&
    url.password === '' &&
    allowedHosts.has(url.hostname)
  );
}
