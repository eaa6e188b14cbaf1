import { useEffect, useState } from 'react';

/** Whether the computer has a network, as the system says; offline with the moment it was noticed. */
export type Online = { readonly kind: 'online' } | { readonly kind: 'offline'; readonly sinceMs: number };

function readOnline(): Online {
  return navigator.onLine ? { kind: 'online' } : { kind: 'offline', sinceMs: Date.now() };
}

/** Follows the system's network state. Online here does not promise that Flowmingo answers. */
export function useOnline(): Online {
  const [online, setOnline] = useState(readOnline);
  useEffect(() => {
    const follow = () => setOnline(readOnline());
    window.addEventListener('online', follow);
    window.addEventListener('offline', follow);
    return () => {
      window.removeEventListener('online', follow);
      window.removeEventListener('offline', follow);
    };
  }, []);
  return online;
}
