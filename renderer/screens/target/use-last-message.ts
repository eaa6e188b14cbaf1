import { useCallback } from 'react';
import type { RequestOutput } from '../../../shared/ipc/contract';
import type { InviteTarget } from '../../../shared/operations/invite-target';
import { bridge } from '../../bridge';
import { useAsked } from '../../components/use-asked';

export type LastMessage = NonNullable<RequestOutput<'messages:last-used'>['last']>;

/** The message that this target got last; null while that is not known, and where there is none. */
export function useLastMessage(
  workspaceId: string | null,
  { setId, projectId }: Pick<InviteTarget, 'setId' | 'projectId'>,
): LastMessage | null {
  const { asked } = useAsked(
    useCallback(
      () =>
        workspaceId === null || (setId === null && projectId === null)
          ? Promise.resolve({ last: null })
          : bridge.ask('messages:last-used', { workspaceId, setId, projectId }),
      [workspaceId, setId, projectId],
    ),
  );
  return asked.kind === 'ready' ? asked.value.last : null;
}
