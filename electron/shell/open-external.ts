// The only function that hands an address to the browser.
import { shell } from 'electron';
import { mayOpen } from './external-address';

/** Opens the address in the user's browser; does nothing and answers false where it may not. */
export async function openExternal(address: string): Promise<boolean> {
  if (!mayOpen(address)) return false;
  await shell.openExternal(address);
  return true;
}
