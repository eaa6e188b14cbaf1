// The only function that hands an address to the browser: https, and a host of this list, exactly.
import { shell } from 'electron';

const allowedHosts = new Set(['team.flowmingo.ai', 'flowmingo.ai']);

/** True where the address may be opened: https on its usual port, an allowed host, no user name in it. */
export function mayOpen(address: string): boolean {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return false;
  }
  return url.protocol === 'https:' && url.port === '' && url.username === '' && url.password === '' && allowedHosts.has(url.hostname);
}

/** Opens the address in the user's browser; does nothing and answers false where it may not. */
export async function openExternal(address: string): Promise<boolean> {
  if (!mayOpen(address)) return false;
  await shell.openExternal(address);
  return true;
}
