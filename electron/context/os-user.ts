// Who uses this computer, as the system names them: noted with each run on this computer, never sent anywhere.
import { userInfo } from 'node:os';

/** Null where the system knows no name (a container with a number for a user). */
export function readOsUser(): string | null {
  try {
    const { username } = userInfo();
    return username.trim() === '' ? null : username;
  } catch {
    return null;
  }
}
