import { isPipelineKind } from '../../../shared/operations/operation-kind';
import type { RunSummary } from '../../../shared/runs/progress';
import type { Evidence, UnsurePerson } from '../../../shared/runs/unsure';
import { formatCount, formatNumber } from '../../components/format-number';
import { toDoneWord } from '../../components/operation-words';
import { isEnded } from '../../components/run-words';
import { toPersonName } from './unsure-words';

/** "Leave all 3 alone", "Leave 2 alone, send 1 again", "Send all 3 again". */
export function toDecideLabel(total: number, sendAgainCount: number): string {
  const leaveCount = total - sendAgainCount;
  if (sendAgainCount === 0) return total === 1 ? 'Leave 1 alone' : `Leave all ${formatNumber(total)} alone`;
  if (leaveCount === 0) return total === 1 ? 'Send 1 again' : `Send all ${formatNumber(total)} again`;
  return `Leave ${formatNumber(leaveCount)} alone, send ${formatNumber(sendAgainCount)} again`;
}

/** "Élodie Girard and 1 more": the first by name, the rest counted. */
export function toNames(people: readonly UnsurePerson[]): string {
  const [first, ...others] = people;
  if (first === undefined) return '';
  return others.length === 0
    ? toPersonName(first)
    : `${toPersonName(first)} and ${formatNumber(others.length)} more`;
}

/** What was asked, and why it is not asked again. */
function toSentSentence({ operation, sendInvite }: RunSummary): string {
  if (isPipelineKind(operation)) {
    const done = toDoneWord(operation);
    return `We asked Flowmingo for it, and no clear answer came back. They may be ${done} already, so nothing is asked again unless you say so.`;
  }
  return sendInvite
    ? 'We asked Flowmingo to invite them, and no clear answer came back. They may have the email already, so nothing is sent again unless you say so.'
    : 'We asked Flowmingo to create their interviews, and no clear answer came back. They may have one already, so nothing is sent again unless you say so.';
}

/** The lead of the screen: why nothing is sent again, and how often we have looked. */
export function toLeadSentences(run: RunSummary, looks: number): string {
  const sent = toSentSentence(run);
  if (looks === 0) return sent;
  const times = looks === 1 ? 'once' : looks === 2 ? 'twice' : `${formatNumber(looks)} times`;
  return `${sent} We looked ${times}; the rest is for you to decide.`;
}

/** What may happen to somebody who is sent to again. */
export function toAgainWarning({ sendInvite, environment, operation }: RunSummary): string {
  if (isPipelineKind(operation)) return 'It may be done twice';
  if (!sendInvite) return 'They may have two interviews';
  return environment === 'practice' ? 'They may get two made-up emails' : 'They may get two emails';
}

/** When those who are sent to again are sent to. */
export function toAgainMoment({ state, workspaceName }: RunSummary, count: number): string {
  const people = formatCount(count, 'person', 'people');
  return isEnded(state)
    ? `A new run begins with ${people}, in ${workspaceName}.`
    : `The run is paused: ${people} ${count === 1 ? 'goes' : 'go'} out when you go on with it.`;
}

/** What a new look has brought; `obstacle` is what stood in its way for those still unknown. */
export function toLookedSentence(before: number, after: number, obstacle: Evidence['obstacle']): string {
  const solved = before - after;
  if (after === 0) return 'Looked again: everybody is accounted for.';
  if (solved <= 0 && obstacle === 'no-answer')
    return 'Flowmingo could not be asked, so nothing has changed. Look again when it can be reached.';
  if (solved <= 0 && obstacle === 'no-scope')
    return 'This key may not read interviews, so nothing has changed.';
  const still = `Still not sure about ${formatCount(after, 'person', 'people')}.`;
  return solved <= 0
    ? `Looked again: nothing new. ${still}`
    : `Looked again: ${formatNumber(solved)} of ${formatNumber(before)} found out. ${still}`;
}

/** "Copied 3 addresses", and how many people have none. */
export function toCopiedSentence(addressCount: number, peopleCount: number): string {
  const without = peopleCount - addressCount;
  const copied = `Copied ${formatCount(addressCount, 'address', 'addresses')}.`;
  return without === 0
    ? copied
    : `${copied} ${formatNumber(without)} ${without === 1 ? 'has' : 'have'} none.`;
}

/** Whether Flowmingo is being asked about them at this moment, by this screen or by the app itself. */
export function isLookingUp({ wait }: Pick<RunSummary, 'wait'>): boolean {
  return wait?.why === 'looking-up';
}

/** Whether somebody can decide now: while the run goes it may still find people out by itself. */
export function canDecide({ state }: Pick<RunSummary, 'state'>): boolean {
  return state === 'paused' || isEnded(state);
}
