import { useEffect, useState } from 'react';
import type { DraftSummary } from '../../../shared/drafts/draft';
import { bridge, toBridgeFailure } from '../../bridge';
import { useNavigate } from '../../components/use-navigate';
import { useWorkspaces } from '../../components/use-workspaces';

type DraftToOpen = Pick<DraftSummary, 'draftId' | 'workspaceId'>;

/** Goes on with a draft, in the workspace that its target was chosen in, where that is still here. */
export function useGoOnWithDraft(onFailure: (failure: ReturnType<typeof toBridgeFailure>) => void) {
  const navigate = useNavigate();
  const { workspaces, current, readAgain } = useWorkspaces();
  const [waiting, setWaiting] = useState<DraftToOpen | null>(null);
  const currentId = current?.workspaceId ?? null;

  // The wizard begins once the right workspace is there: a change under its hands would take the target away.
  useEffect(() => {
    if (waiting === null || waiting.workspaceId !== currentId) return;
    setWaiting(null);
    navigate({ kind: 'new-batch', opens: { draftId: waiting.draftId } });
  }, [waiting, currentId, navigate]);

  return async (draft: DraftToOpen): Promise<void> => {
    const { workspaceId, draftId } = draft;
    const isElsewhere = workspaces.some((workspace) => workspace.workspaceId === workspaceId);
    if (workspaceId === null || workspaceId === currentId || !isElsewhere) {
      navigate({ kind: 'new-batch', opens: { draftId } });
      return;
    }
    setWaiting(draft);
    try {
      await bridge.ask('workspaces:switch', { workspaceId });
      readAgain();
    } catch (thrown) {
      setWaiting(null);
      onFailure(toBridgeFailure(thrown));
    }
  };
}
