// Exposes one frozen `window.flowmingo`, derived from the contract, to the sandboxed page. It holds no logic and no other way to the main process.
import { contextBridge, ipcRenderer } from 'electron';
import { pushes, requests } from '../shared/ipc/contract';

const ask = Object.keys(requests).map(
  (channel) => [channel, (input: unknown) => ipcRenderer.invoke(channel, input)] as const,
);

function on(channel: string, listener: (payload: unknown) => void): () => void {
  if (!Object.hasOwn(pushes, channel)) throw new Error('Unknown channel.');
  const heard = (_event: unknown, payload: unknown) => listener(payload);
  ipcRenderer.on(channel, heard);
  return () => void ipcRenderer.removeListener(channel, heard);
}

contextBridge.exposeInMainWorld('flowmingo', Object.freeze({ ...Object.fromEntries(ask), on }));
