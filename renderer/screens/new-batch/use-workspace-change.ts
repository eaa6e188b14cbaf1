import { useEffect, useRef } from 'react';

/** Calls `onChange` when another workspace is worked in than at the step before; not at the start. */
export function useWorkspaceChange(workspaceId: string | null, onChange: () => void): void {
  const known = useRef(workspaceId);
  const latest = useRef(onChange);
  latest.current = onChange;
  useEffect(() => {
    if (known.current === workspaceId) return;
    // The list of workspaces has just been read for the first time: nothing was chosen in another one.
    const isFirst = known.current === null;
    known.current = workspaceId;
    if (!isFirst) latest.current();
  }, [workspaceId]);
}
