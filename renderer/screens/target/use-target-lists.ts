import { useCallback, useState } from 'react';
import type { TargetLists } from '../../../shared/ipc/contract';
import { bridge } from '../../bridge';
import { type Asked, useAsked } from '../../components/use-asked';

/** The live lists of a workspace; `readAgain` asks Flowmingo anew. */
export function useTargetLists(workspaceId: string): {
  asked: Asked<TargetLists>;
  readAgain: () => void;
} {
  const [wantsFresh, setWantsFresh] = useState(0);
  const { asked } = useAsked(
    useCallback(
      () => bridge.ask('targets:read-lists', { workspaceId, refresh: wantsFresh > 0 }),
      [workspaceId, wantsFresh],
    ),
  );
  return { asked, readAgain: useCallback(() => setWantsFresh((times) => times + 1), []) };
}
