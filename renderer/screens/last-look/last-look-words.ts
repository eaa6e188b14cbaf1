import { messageWords } from '../../../shared/messages/message-length';
import {
  type PlaceholderName,
  placeholderLabels,
  placeholderPattern,
  toPlaceholder,
} from '../../../shared/messages/placeholders';
import { unescapeWords } from '../../../shared/messages/unescape-words';
import type { InviteTarget } from '../../../shared/operations/invite-target';
import type { RunSettings } from '../../../shared/runs/run-settings';
import type { WorkspaceView } from '../../../shared/workspaces/workspace-view';
import { formatTime, formatTimeLeft } from '../../components/format-date';
import { formatCount, formatNumber } from '../../components/format-number';
import type { CheckSummary, LeftOutReason } from '../../worker/session-types';
import type { OrderDraft } from '../new-batch/new-batch-state';
import { countEmails } from '../target/target-words';

/** The largest words of the app: how many people, and what happens to them. */
export function headline(order: OrderDraft, check: CheckSummary, workspace: WorkspaceView | null): string {
  if (!order.sendInvite) return `${formatCount(check.willBeSent, 'interview')} will be created.`;
  const people = formatCount(countEmails(check), 'person', 'people');
  if (workspace === null) return `${people} will get an email, once you send it.`;
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
  const words = unescapeWords(messageWords(named));
  const excerptLength = 64;
  return words.length <= excerptLength ? `“${words}”` : `“${words.slice(0, excerptLength).trimEnd()}…”`;
}

/** "4 people read “there” in place of it"; null where everybody has a first name, or nobody reads it. */
export function fallbackSentence(
  { sendInvite, message, nameFallback }: OrderDraft,
  { withoutFirstName }: CheckSummary,
): string | null {
  if (sendInvite !== true || withoutFirstName === 0) return null;
  if (message?.includes(toPlaceholder('candidate_name')) !== true) return null;
  const own = Math.min(nameFallback?.forRows.length ?? 0, withoutFirstName);
  const rest = withoutFirstName - own;
  const words = nameFallback?.words ?? null;
  const people = formatCount(rest, 'person', 'people');
  const all =
    words === null
      ? `${people}: Flowmingo decides what stands there`
      : `${people} ${rest === 1 ? 'reads' : 'read'} “${words}” in place of it`;
  const single = `${formatCount(own, 'person has', 'people have')} words of their own`;
  return [...(rest > 0 ? [all] : []), ...(own > 0 ? [single] : [])].join('; ');
}

/** What cannot be taken back, for this order and this workspace. */
export function noWayBack(order: OrderDraft, workspace: WorkspaceView | null): string {
  if (workspace?.environment === 'practice')
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

/** How many people are sent to before somebody looks: enough to see a pattern, few enough to apologise to. */
export const firstRowsCount = 3;

/** The main button where a look comes after the first ones. */
export function startLabel(order: OrderDraft, firstRows: number): string {
  return `${order.sendInvite ? 'Send' : 'Create'} ${formatNumber(firstRows)}, then ask me`;
}

const listWords = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** "Sends to rows 5, 6 and 7, shows what came back, and asks you before the other 298." */
export function firstRowsSentence(rowNumbers: readonly number[], restCount: number): string {
  const rows =
    rowNumbers.length === firstRowsCount
      ? `rows ${listWords.format(rowNumbers.map(String))}`
      : `the first ${formatNumber(firstRowsCount)} rows`;
  const rest = restCount === 1 ? 'the last one' : `the other ${formatNumber(restCount)}`;
  return `Sends to ${rows}, shows what came back, and asks you before ${rest}.`;
}

/** What happens between the button and the first request. */
export function holdSentence(holdSeconds: number): string {
  return `The first request leaves ${formatNumber(holdSeconds)} seconds after you press the button. Until then, Stop sends nothing at all.`;
}

/** "Key, set and project, at 14:44." */
export function checkedSentence({ setId, projectId }: InviteTarget, checkedAtMs: number): string {
  const parts = ['Key', ...(setId === null ? [] : ['set']), ...(projectId === null ? [] : ['project'])];
  return `${listWords.format(parts)}, at ${formatTime(checkedAtMs)}.`;
}

/** Half a second for each request is what Flowmingo usually takes. */
const typicalRequestMs = 500;

/** "About 3 minutes, 4 at a time." */
export function durationSentence(
  peopleCount: number,
  { concurrency, peoplePerRequest }: RunSettings,
): string {
  const durationMs = (Math.ceil(peopleCount / peoplePerRequest) / concurrency) * typicalRequestMs;
  const words = formatTimeLeft(durationMs);
  const perRequest = peoplePerRequest === 1 ? '' : `, ${formatNumber(peoplePerRequest)} a request`;
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}, ${formatNumber(concurrency)} at a time${perRequest}.`;
}
