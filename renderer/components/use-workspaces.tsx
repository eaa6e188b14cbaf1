import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo } from 'react';
import type { WorkspaceView } from '../../shared/workspaces/workspace-view';
import { type BridgeFailure, bridge } from '../bridge';
import { useAsked } from './use-asked';

interface Workspaces {
  readonly kind: 'loading' | 'ready' | 'failed';
  readonly workspaces: readonly WorkspaceView[];
  /** The one that is worked in; null where none is connected. */
  readonly current: WorkspaceView | null;
  readonly failure: BridgeFailure | null;
  readonly readAgain: () => void;
}

const WorkspacesContext = createContext<Workspaces>({
  kind: 'loading',
  workspaces: [],
  current: null,
  failure: null,
  readAgain: () => {},
});

const readList = () => bridge.ask('workspaces:list', {});

/** Keeps the workspaces for all screens, and reads them again when the main process says that they changed. */
export function WorkspacesProvider({ children }: { readonly children: ReactNode }) {
  const { asked, askAgain } = useAsked(useCallback(readList, []));
  useEffect(() => bridge.listen('workspaces:changed', askAgain), [askAgain]);

  const value = useMemo<Workspaces>(() => {
    if (asked.kind !== 'ready') {
      const failure = asked.kind === 'failed' ? asked.failure : null;
      return { kind: asked.kind, workspaces: [], current: null, failure, readAgain: askAgain };
    }
    const { workspaces, currentWorkspaceId } = asked.value;
    const current = workspaces.find(({ workspaceId }) => workspaceId === currentWorkspaceId) ?? null;
    return { kind: 'ready', workspaces, current, failure: null, readAgain: askAgain };
  }, [asked, askAgain]);

  return <WorkspacesContext.Provider value={value}>{children}</WorkspacesContext.Provider>;
}

/** The workspaces of this computer, and the one that is worked in. */
export function useWorkspaces(): Workspaces {
  return useContext(WorkspacesContext);
}
