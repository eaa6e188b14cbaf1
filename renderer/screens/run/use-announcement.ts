import { useEffect, useRef, useState } from 'react';
import type { RunSummary } from '../../../shared/runs/progress';
import { toAnnouncement } from './run-sentences';

/** Progress is read out no more often than this; a change of state at once. */
const quietMs = 10_000;

function toMark({ state, pauseReason, wait }: RunSummary): string {
  return `${state} ${pauseReason} ${wait?.why}`;
}

/** What the live region says about a run at this moment. */
export function useAnnouncement(run: RunSummary): string {
  const [text, setText] = useState('');
  const said = useRef({ state: toMark(run), atMs: Date.now() });
  useEffect(() => {
    const state = toMark(run);
    const nowMs = Date.now();
    if (state === said.current.state && nowMs - said.current.atMs < quietMs) return;
    said.current = { state, atMs: nowMs };
    setText(toAnnouncement(run));
  }, [run]);
  return text;
}
