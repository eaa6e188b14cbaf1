import { useEffect, useState } from 'react';

/** Often enough that no second of a clock is left out. */
const tickMs = 250;

/** The time in milliseconds; it moves on only while `isTicking`. */
export function useNow(isTicking: boolean): number {
  const [nowMs, setNowMs] = useState(Date.now);
  useEffect(() => {
    setNowMs(Date.now());
    if (!isTicking) return;
    const timer = setInterval(() => setNowMs(Date.now()), tickMs);
    return () => clearInterval(timer);
  }, [isTicking]);
  return nowMs;
}
