// The rules for any text that is sent: no control characters, no endless texts. Never changes the text.
import { isEverydayAddress } from './everyday-address';
import type { Person, PersonField } from './field';
import { fieldLabels } from './field';
import { mendGarbled } from './garbled-name';
import type { RowProblem } from './problem';
import { rowProblem } from './row-problem';

/** The API names no limits; these stop a pasted page, not a person. Never above what is sent (`inviteCandidateSchema`). Addresses have their own rule (RFC 5321). */
const longest: Readonly<Record<Exclude<PersonField, 'email'>, number>> = {
  firstname: 1000,
  lastname: 1000,
  cv_link: 8000,
  ats_candidate_id: 1000,
};

const allControls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/** By the codes, since every text of a sheet goes through here: a third of the time that an expression takes. */
function hasControl(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x20 || (code >= 0x7f && code <= 0x9f) || code === 0x2028 || code === 0x2029) return true;
  }
  return false;
}

/** Fields whose text must be one line. A link with a line break is no link and has its own problem. */
const oneLine = ['email', 'firstname', 'lastname', 'ats_candidate_id'] as const;
const limited = ['firstname', 'lastname', 'cv_link', 'ats_candidate_id'] as const;

/** Adds the problems of text as text. Gives back the fields that have one, which need no further check; null where all is well. */
export function checkText(
  problems: RowProblem[],
  rowNumber: number,
  person: Person,
): ReadonlySet<PersonField> | null {
  let wrong: Set<PersonField> | null = null;
  const add = (field: PersonField, problem: RowProblem): void => {
    problems.push(problem);
    wrong = (wrong ?? new Set()).add(field);
  };
  for (const field of oneLine) {
    const text = person[field];
    if (text === null || (field === 'email' && isEverydayAddress(text)) || !hasControl(text)) continue;
    const between = field === 'email' || field === 'ats_candidate_id' ? '' : ' ';
    // Control characters are halves of letters where UTF-8 was misread.
    const letters = field === 'firstname' || field === 'lastname' ? (mendGarbled(text) ?? text) : text;
    const suggestion = letters.replace(allControls, between).replace(/ {2,}/g, ' ').trim();
    const message = `There is a line break or an invisible character in this ${labelOf(field)}. Put it on one line.`;
    add(field, rowProblem(rowNumber, field, 'control-character', message, { suggestion }));
  }
  for (const field of limited) {
    const text = person[field];
    if (text === null || text.length <= longest[field]) continue;
    const message = `This ${labelOf(field)} has ${text.length.toLocaleString('en')} characters, and ${longest[field].toLocaleString('en')} is the most that is sent. Shorten it.`;
    add(field, rowProblem(rowNumber, field, 'text-too-long', message));
  }
  return wrong;
}

function labelOf(field: PersonField): string {
  return field === 'cv_link'
    ? 'CV link'
    : field === 'ats_candidate_id'
      ? 'ID'
      : fieldLabels[field].toLowerCase();
}
