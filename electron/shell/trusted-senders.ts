// Who may talk to the router: the main frame of our own window, at our own origin. Nobody else.
import type { IpcMainInvokeEvent } from 'electron';
import { appOrigin } from './app-protocol';

/** True only for the top frame of `windowContentsId`, showing app://flowmingo. */
export function isTrustedSender(event: IpcMainInvokeEvent, windowContentsId: number | null): boolean {
  const frame = event.senderFrame;
  if (frame === null || event.sender.id !== windowContentsId) return false;
  return frame === event.sender.mainFrame && frame.url.startsWith(`${appOrigin}/`);
}
