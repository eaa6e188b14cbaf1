import type { TargetLists } from '../../../shared/ipc/contract';
import type { NameFallback } from '../../../shared/messages/name-fallback';
import type { InviteTarget } from '../../../shared/operations/invite-target';
import { formatCount } from '../../components/format-number';
import type { CheckSummary } from '../../worker/session-types';
import type { OrderDraft, OrderInHand } from '../new-batch/new-batch-state';

/** How many of those who will be sent have an address to get email at. */
export function countEmails(check: CheckSummary): number {
  return check.willBeSent - check.withoutEmail;
}

/** How many of those without a first name read words instead: all, or those with words of their own. */
export function countFallbacks(fallback: NameFallback | undefined, withoutFirstName: number): number {
  if (fallback === undefined) return 0;
  return fallback.words === null ? Math.min(fallback.forRows.length, withoutFirstName) : withoutFirstName;
}

/** "Sales Assessment", or "the project Backend" without a set. */
export function targetTitle({ setTitle, setId, projectTitle, projectId }: InviteTarget): string {
  if (setId !== null) return setTitle ?? setId;
  return projectTitle ?? projectId ?? '';
}

/** What the answer to "Should Flowmingo send email?" comes to, for the foot of the step. */
export function consequenceSentence(order: OrderDraft, check: CheckSummary): string {
  if (order.sendInvite === null) return 'Nothing has been sent yet.';
  if (!order.sendInvite) {
    return `${formatCount(check.willBeSent, 'interview')} will be created, nobody gets email. Nothing has been sent yet.`;
  }
  return `${formatCount(countEmails(check), 'person', 'people')} will get an email. Nothing has been sent yet.`;
}

/** Why the step is not finished, or null where it is. */
export function whatIsOpen(
  order: OrderDraft & Pick<OrderInHand, 'targetLater'>,
  messageStops: boolean,
): string | null {
  if ((order.target.setId ?? order.target.projectId) === null && order.targetLater !== true)
    return 'Choose an interview set or a project first.';
  if (order.sendInvite === null) return 'Say whether Flowmingo should send email.';
  if (order.sendInvite && messageStops) return 'Mend the message first.';
  return null;
}

/** Whether something that was chosen is not in the lists (any more). */
export function isTargetGone({ setId, projectId }: InviteTarget, lists: TargetLists): boolean {
  const isGone = (id: string | null, items: readonly { id: string }[]) =>
    id !== null && !items.some((item) => item.id === id);
  return isGone(setId, lists.interviewSets) || isGone(projectId, lists.projects);
}
