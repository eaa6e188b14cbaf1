import { messageWords } from '../../../shared/messages/message-length';
import {
  type PlaceholderName,
  placeholderLabels,
  placeholderPattern,
} from '../../../shared/messages/placeholders';
import type { WorkspaceView } from '../../../shared/workspaces/workspace-view';
import { formatCount, formatNumber } from '../../components/format-number';
import type { CheckSummary, LeftOutReason } from '../../worker/session-types';
import type { OrderDraft } from '../new-batch/new-batch-state';
import { countEmails } from '../target/target-words';

/** The largest words of the app: how many people, and what happens to them. */
export function headline(order: OrderDraft, check: CheckSummary, workspace: WorkspaceView): string {
  if (!order.sendInvite) return `${formatCount(check.willBeSent, 'interview')} will be created.`;
  const people = formatCount(countEmails(check), 'person', 'people');
  if (workspace.environment === 'practice') return `${people} will get a made-up email.`;
  return `${people} will get an email from ${workspace.name}.`;
}

/** The main button: the verb and the number. */
export function sendLabel(order: OrderDraft, check: CheckSummary): string {
  if (!order.sendInvite) return `Create ${formatCount(check.willBeSent, 'interview')}`;
  const invitations = formatCount(countEmails(check), 'invitation');
  return check.withoutEmail === 0
    ? `Send ${invitations}`
    : `Send ${invitations} and ${formatCount(check.withoutEmail, 'CV')}`;
}

/** The first words of the message, with what Flowmingo fills in named in brackets. */
export function messageExcerpt(message: string): string {
  const named = message.replace(
    placeholderPattern(),
    (_, name: PlaceholderName) => `[${placeholderLabels[name]}]`,
  );
  const words = messageWords(named);
  const excerptLength = 64;
  return words.length <= excerptLength ? `“${words}”` : `“${words.slice(0, excerptLength).trimEnd()}…”`;
}

/** What cannot be taken back, for this order and this workspace. */
export function noWayBack(order: OrderDraft, workspace: WorkspaceView): string {
  if (workspace.environment === 'practice')
    return 'This is practice: nobody gets email. In production an email that has left cannot be called back. You can stop at any time; people not yet sent stay not sent.';
  if (!order.sendInvite)
    return 'Flowmingo has no way to take an interview back. You can stop at any time; people not yet sent stay not sent.';
  return 'An email that has left cannot be called back, and Flowmingo has no way to withdraw an invitation. You can stop at any time; people not yet sent stay not sent.';
}

const leftOutWords: Readonly<Record<LeftOutReason, string>> = {
  'already-invited': 'already invited',
  'duplicate-in-file': 'twice in the file',
  'left-out-by-you': 'left out by you',
};

/** "17 rows: 7 already invited, 4 twice in the file, 6 left out by you". */
export function skippedSentence(check: CheckSummary): string {
  if (check.leftOut === 0) return 'None';
  const parts = check.leftOutGroups
    .filter(({ count }) => count > 0)
    .map(({ why, count }) => `${formatNumber(count)} ${leftOutWords[why]}`);
  return `${formatCount(check.leftOut, 'row')}: ${parts.join(', ')}`;
}

/** "About 3 minutes, 4 at a time": half a second for each request is what Flowmingo usually takes. */
export function durationMs(peopleCount: number, concurrency: number, peoplePerRequest: number): number {
  const typicalRequestMs = 500;
  return (Math.ceil(peopleCount / peoplePerRequest) / concurrency) * typicalRequestMs;
}
