import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo } from 'react';
import type { QueueView } from '../../shared/batches/ready-batch';
import { bridge } from '../bridge';
import { type Asked, useAsked } from './use-asked';
import { useOnline } from './use-online';

interface QueueInHand {
  readonly asked: Asked<QueueView>;
  readonly askAgain: () => void;
  /** Takes in an answer that holds the whole queue. */
  readonly take: (view: QueueView) => void;
}

const QueueContext = createContext<QueueInHand>({
  asked: { kind: 'loading' },
  askAgain: () => {},
  take: () => {},
});

const readQueue = () => bridge.ask('queue:get', {});

/** Keeps the ready batches and their queue for all screens, and tells the main process when the network is back. */
export function QueueProvider({ children }: { readonly children: ReactNode }) {
  const { asked, askAgain, setValue } = useAsked(useCallback(readQueue, []));
  const online = useOnline();
  useEffect(() => bridge.listen('queue:changed', askAgain), [askAgain]);
  useEffect(() => {
    // Where that fails, the main process looks by itself some seconds later.
    if (online.kind === 'online') bridge.ask('queue:connected', {}).catch(() => undefined);
  }, [online]);
  const value = useMemo(() => ({ asked, askAgain, take: setValue }), [asked, askAgain, setValue]);
  return <QueueContext.Provider value={value}>{children}</QueueContext.Provider>;
}

/** Ready batches in the order in which they run, and what the queue does. */
export function useQueue(): QueueInHand {
  return useContext(QueueContext);
}
