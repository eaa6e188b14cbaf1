import { useCallback, useState } from 'react';
import type { TargetLists } from '../../../shared/ipc/contract';
import { bridge } from '../../bridge';
import { type Asked, useAsked } from '../../components/use-asked';

/** The live lists of a workspace, or the kept ones; null without a workspace. `readAgain` asks Flowmingo anew. */
export function useTargetLists(workspaceId: string | null): {
  asked: Asked<TargetLists | null>;
  readAgain: () => void;
} {
  const [wantsFresh, setWantsFresh] = useState(0);
  const { asked } = useAsked(
    useCallback(
      async () =>
        workspaceId === null
          ? null
          : bridge.ask('targets:read-lists', { workspaceId, refresh: wantsFresh > 0 }),
      [workspaceId, wantsFresh],
    ),
  );
  return { asked, readAgain: useCallback(() => setWantsFresh((times) => times + 1), []) };
}
