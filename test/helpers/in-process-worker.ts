import { serveSession } from '../../renderer/worker/serve-session';
import type { EndableWorker } from '../../renderer/worker/worker-client';

/** The sheet's session behind messages that are cloned, as a worker's are, in the same process. */
export function startInProcessWorker(): EndableWorker {
  const toWindow: ((event: MessageEvent) => void)[] = [];
  const toSession: ((event: MessageEvent) => void)[] = [];
  let isEnded = false;
  const send = (listeners: readonly ((event: MessageEvent) => void)[], message: unknown) => {
    const data: unknown = structuredClone(message);
    queueMicrotask(() => {
      if (!isEnded) for (const listener of listeners) listener({ data } as MessageEvent);
    });
  };
  serveSession({
    postMessage: (message) => send(toWindow, message),
    addEventListener: (_, listener) => toSession.push(listener),
  });
  return {
    postMessage: (message) => send(toSession, message),
    addEventListener: (type: string, listener: (event: never) => void) => {
      if (type === 'message') toWindow.push(listener as (event: MessageEvent) => void);
    },
    terminate: () => {
      isEnded = true;
    },
  };
}
