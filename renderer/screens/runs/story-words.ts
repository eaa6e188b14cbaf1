import type { StoryStep } from '../../../shared/history/history';
import { outcomeLabels } from '../../../shared/runs/row-state';
import { formatDay, formatExactTime } from '../../components/format-date';
import { formatCount, formatNumber } from '../../components/format-number';

/** "Invited to Graduate Assessment 2026", "Moved from Screening to Final", "Refused: invite to First talk". */
export function toStepTitle(step: StoryStep): string {
  if (step.outcome === 'done') return toDone(step);
  return `${outcomeLabels[step.outcome]}: ${toAsked(step)}`;
}

function toDone({ work, sendInvite, targetTitle }: StoryStep): string {
  switch (work?.kind) {
    case undefined:
      return sendInvite ? `Invited to ${targetTitle}` : `Interview created in ${targetTitle}`;
    case 'add':
      return `Added to ${work.projectTitle}${work.stageTitle === null ? '' : `, ${work.stageTitle}`}`;
    case 'move':
      return `Moved from ${work.fromStageTitle ?? 'no stage'} to ${work.stageTitle}`;
    case 'reject':
      return `Rejected in ${work.projectTitle}`;
  }
}

function toAsked({ work, sendInvite, targetTitle }: StoryStep): string {
  switch (work?.kind) {
    case undefined:
      return sendInvite ? `invite to ${targetTitle}` : `interview in ${targetTitle}`;
    case 'add':
      return `add to ${work.projectTitle}`;
    case 'move':
      return `move to ${work.stageTitle}`;
    case 'reject':
      return `reject in ${work.projectTitle}`;
  }
}

/** "21 March 2026, 14:47:03, row 7". */
export function toStepTime({ atMs, rowNumber }: StoryStep): string {
  return `${formatDay(atMs)}, ${formatExactTime(atMs)}, row ${formatNumber(rowNumber)}`;
}

/** What there is to say beside it: the email, the reason, what was looked up and decided. */
export function toStepDetails(step: StoryStep): string[] {
  const { outcome, work, sendInvite, sentence, attempts, lookUp, decision } = step;
  const details: string[] = [];
  if (outcome === 'done' && work === null) details.push(sendInvite ? 'Email sent.' : 'No email.');
  if (outcome !== 'done' || step.causeCode !== null)
    details.push(/[.!?]$/.test(sentence) ? sentence : `${sentence}.`);
  if (attempts > 1) details.push(`Tried ${formatCount(attempts, 'time')}.`);
  if (lookUp !== null && lookUp.looksAtMs.length > 0) {
    const found = lookUp.reading === 'probably-done' ? 'probably done' : 'no clear answer';
    details.push(
      outcome === 'unknown'
        ? `Looked up ${formatCount(lookUp.looksAtMs.length, 'time')}: ${found}.`
        : `Looked up ${formatCount(lookUp.looksAtMs.length, 'time')}.`,
    );
  }
  if (decision === 'leave-alone') details.push('You left it alone.');
  if (decision === 'send-again') details.push('You decided to send again.');
  return details;
}
