// From Excel's row numbers to decisions about unknown people. Sending again is asked twice: the first time it only says who may get two emails.
import type { UnsurePerson } from '../../shared/runs/unsure';
import { CliRefusal } from './cli-refusal';
import { counted } from './counted';
import type { RowChoice } from './flag-values';
import { toPersonName } from './unsure-words';

/** What was typed. */
export interface Choices {
  readonly leaveAlone: RowChoice | null;
  readonly sendAgain: RowChoice | null;
  /** Whether --even-if-twice was given. */
  readonly isEvenIfTwice: boolean;
  /** Whether this run's invitations go out by email. */
  readonly sendInvite: boolean;
}

/** By ordinal, as the run service takes them. */
export interface ChosenDecisions {
  readonly leaveAlone: number[];
  readonly sendAgain: number[];
}

/** So many people are named before the rest is a number. */
const peopleNamed = 10;

/** `all` means everybody about whom nobody has decided and whom the other flag does not name. @throws CliRefusal */
export function chooseDecisions(people: readonly UnsurePerson[], choices: Choices): ChosenDecisions {
  const { leaveAlone, sendAgain, isEvenIfTwice, sendInvite } = choices;
  if (leaveAlone === 'all' && sendAgain === 'all')
    throw new CliRefusal('Only one of --leave-alone and --send-again can mean all. Nothing was decided.');
  checkRows(people, leaveAlone, sendAgain);
  const left = findChosen(people, leaveAlone, sendAgain);
  const sent = findChosen(people, sendAgain, leaveAlone);
  if (left.length + sent.length === 0)
    throw new CliRefusal('Nobody waits for a decision. Nothing was decided.');
  if (sent.length > 0 && !isEvenIfTwice) {
    const named = sent.slice(0, peopleNamed).map(toPersonName).join('; ');
    const more = sent.length > peopleNamed ? `; and ${sent.length - peopleNamed} more` : '';
    throw new CliRefusal(
      `${counted(sent.length, 'person', 'people')} ${sendInvite ? 'may get two emails' : 'may be invited twice'}: ${named}${more}. Nothing was decided. Add --even-if-twice to send to ${sent.length === 1 ? 'this person' : 'them'} again all the same.`,
    );
  }
  return { leaveAlone: left.map(toOrdinal), sendAgain: sent.map(toOrdinal) };
}

function findChosen(
  people: readonly UnsurePerson[],
  choice: RowChoice | null,
  other: RowChoice | null,
): UnsurePerson[] {
  if (choice === null) return [];
  if (choice !== 'all') return people.filter(({ rowNumber }) => choice.has(rowNumber));
  return people.filter(
    ({ rowNumber, decision }) => decision === null && !(other instanceof Set && other.has(rowNumber)),
  );
}

function checkRows(people: readonly UnsurePerson[], ...choices: readonly (RowChoice | null)[]): void {
  const [left, sent] = choices.map((choice) => (choice === null || choice === 'all' ? [] : [...choice])) as [
    number[],
    number[],
  ];
  const both = left.find((rowNumber) => sent.includes(rowNumber));
  if (both !== undefined)
    throw new CliRefusal(`Row ${both} is to be left alone and sent to again. Nothing was decided.`);
  const known = new Set(people.map(({ rowNumber }) => rowNumber));
  const other = [...left, ...sent].find((rowNumber) => !known.has(rowNumber));
  if (other !== undefined)
    throw new CliRefusal(`Row ${other} is not unknown in this run. Nothing was decided.`);
}

function toOrdinal({ ordinal }: UnsurePerson): number {
  return ordinal;
}
