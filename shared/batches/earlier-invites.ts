// Who has been invited to a target before, by the run history. Never counts an invitation to something else.
import type { EarlierInvite } from '../ipc/contract';
import type { InviteTarget } from '../operations/invite-target';
import type { AlreadyInvited } from './prepare-rows';

/**
 * The people already invited to this target: to the same set or, without a set, to the same project. The newest
 * invitation of each counts. `unknown` ones are among them: somebody who may have got an email gets no second one by itself.
 */
export function toAlreadyInvited(
  invites: readonly EarlierInvite[],
  target: Pick<InviteTarget, 'setId' | 'projectId'>,
): AlreadyInvited {
  const newest = new Map<string, EarlierInvite>();
  for (const invite of invites) {
    const isSameTarget =
      target.setId === null
        ? invite.setId === null && invite.projectId === target.projectId
        : invite.setId === target.setId;
    if (!isSameTarget) continue;
    const known = newest.get(invite.personKey);
    if (known === undefined || known.atMs < invite.atMs) newest.set(invite.personKey, invite);
  }
  return new Map(
    [...newest].map(([key, { atMs, targetTitle }]) => [
      key,
      { at: new Date(atMs).toISOString(), setTitle: targetTitle },
    ]),
  );
}
