// The rules for any text that is sent: no control characters, no endless texts. Never changes the text.
import type { Person, PersonField } from './field';
import { fieldLabels } from './field';
import type { RowProblem } from './problem';
import { rowProblem } from './row-problem';

/** The API names no limits; these stop a pasted page, not a person. Never above what a batch takes (`personSchema`). Addresses have their own rule (RFC 5321). */
const longest: Readonly<Record<Exclude<PersonField, 'email'>, number>> = { firstname: 1000, lastname: 1000, cv_link: 8000, ats_candidate_id: 1000 };

const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;

/** Fields whose text must be one line. A link with a line break is no link and has its own problem. */
const oneLine = ['email', 'firstname', 'lastname', 'ats_candidate_id'] as const;

/** The problems of text as text, by field; a field with one of these needs no further check. */
export function checkText(rowNumber: number, person: Person): RowProblem[] {
  const problems: RowProblem[] = [];
  for (const field of oneLine) {
    const text = person[field];
    if (text !== null && controls.test(text)) {
      const suggestion = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, field === 'email' || field === 'ats_candidate_id' ? '' : ' ').replace(/ {2,}/g, ' ').trim();
      problems.push(rowProblem(rowNumber, field, 'control-character', `There is a line break or an invisible character in this ${labelOf(field)}. Put it on one line.`, { suggestion }));
    }
  }
  for (const field of ['firstname', 'lastname', 'cv_link', 'ats_candidate_id'] as const) {
    const text = person[field];
    const most = longest[field];
    if (text !== null && text.length > most) {
      const message = `This ${labelOf(field)} has ${text.length.toLocaleString('en')} characters, and ${most.toLocaleString('en')} is the most that is sent. Shorten it.`;
      problems.push(rowProblem(rowNumber, field, 'text-too-long', message));
    }
  }
  return problems;
}

function labelOf(field: PersonField): string {
  return field === 'cv_link' ? 'CV link' : field === 'ats_candidate_id' ? 'ID' : fieldLabels[field].toLowerCase();
}
