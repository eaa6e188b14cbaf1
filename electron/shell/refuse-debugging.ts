// Takes the switches away with which another program could look into the window and drive it. Call before the app is ready: Chromium reads them then.
import inspector from 'node:inspector';
import { app } from 'electron';

const debuggingSwitches = ['remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-address'];

/**
 * In what people install, remote debugging stays closed whatever the start command says. The one exception is a copy whose fuse lets
 * Node be inspected, which is never shipped: tests drive it.
 */
export function refuseDebugging(): void {
  if (!app.isPackaged || inspector.url() !== undefined) return;
  for (const name of debuggingSwitches) app.commandLine.removeSwitch(name);
}
