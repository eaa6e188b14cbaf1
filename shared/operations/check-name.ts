// The rules for names: none missing where the sheet has them, none garbled or like a formula. Never changes a name.
import { isEverydayAddress } from './everyday-address';
import type { Person, PersonField } from './field';
import { garbledName } from './garbled-name';
import { isNothingName } from './nothing-word';
import type { RowProblem } from './problem';
import { hasTurkishLetters, letterCase, properCase } from './proper-case';
import { rowProblem } from './row-problem';

/** What spreadsheets take for the beginning of a formula, full-width forms included (security.md). */
const formulaStart = /^[=+\-@\uff1d\uff0b\uff0d\uff20]/;

const nameFields = ['firstname', 'lastname'] as const;
type NameField = (typeof nameFields)[number];
const labels = { firstname: 'first name', lastname: 'last name' } as const;

function missing(rowNumber: number, field: NameField, person: Person): RowProblem {
  const written = person[field];
  const start = written === null ? `There is no ${labels[field]}` : `“${written}” is not a ${labels[field]}`;
  const effect =
    field === 'firstname'
      ? ', so a message that says “Dear …” has a gap. Put it in, or leave it.'
      : '. Put it in, or leave it.';
  return rowProblem(rowNumber, field, 'name-missing', start + effect);
}

/** Only letters and what stands between them in names: anything else is no name to write otherwise. */
const plainName = /^[\p{L}\p{M}\s.'’ʼ`´-]+$/u;
/** Two letters alone may be initials. */
const fewestLetters = 3;

/** Whether all names of the person are in capitals only, or in small letters only. One of two may be meant so: GÜNDOĞDU İpek. */
function uniformCase({ firstname, lastname }: Person): 'upper' | 'lower' | null {
  const first = firstname === null ? null : letterCase(firstname);
  if (first === 'mixed') return null;
  const last = lastname === null ? null : letterCase(lastname);
  if (last === 'mixed' || (first ?? last) !== (last ?? first)) return null;
  return (firstname?.length ?? 0) + (lastname?.length ?? 0) < fewestLetters ? null : (first ?? last);
}

function addCaseProblems(
  problems: RowProblem[],
  rowNumber: number,
  person: Person,
  hasDottedCapitals: boolean,
): void {
  const found = uniformCase(person);
  if (found === null) return;
  const turkish =
    (hasDottedCapitals && found === 'upper') || hasTurkishLetters([person.firstname, person.lastname]);
  for (const field of nameFields) {
    const name = person[field];
    if (name === null || !plainName.test(name)) continue;
    const suggestion = properCase(name, field, turkish);
    if (suggestion === name) continue;
    const how = found === 'upper' ? 'in capitals only' : 'in small letters only';
    const effect = field === 'firstname' ? `, and a message would say “Dear ${name}”` : '';
    const message = `This ${labels[field]} is ${how}${effect}. Use “${suggestion}”, or leave it.`;
    problems.push(rowProblem(rowNumber, field, 'name-case', message, { suggestion }));
  }
}

function addGarbled(problems: RowProblem[], rowNumber: number, field: NameField, name: string): void {
  const garbled = garbledName(name);
  if (garbled === null) return;
  const effect = field === 'firstname' ? `, and a message would say “Dear ${name}”` : '';
  if (garbled.mended === null) {
    const message = `Letters of this ${labels[field]} were lost${effect}. Type it anew, or leave it.`;
    problems.push(rowProblem(rowNumber, field, 'name-garbled', message));
    return;
  }
  const suggestion = garbled.mended;
  const message = `Letters of this ${labels[field]} are garbled${effect}. Use “${suggestion}”, or leave it.`;
  problems.push(rowProblem(rowNumber, field, 'name-garbled', message, { suggestion }));
}

/**
 * Adds every problem of the two names. A name is missed only where the sheet has such names at all; names in `wrongTexts` have a
 * problem already.
 */
export function checkNames(
  problems: RowProblem[],
  rowNumber: number,
  person: Person,
  sheet: {
    readonly hasFirstnames: boolean;
    readonly hasLastnames: boolean;
    readonly hasDottedCapitals: boolean;
  },
  wrongTexts: ReadonlySet<PersonField> | null,
): void {
  for (const field of nameFields) {
    const name = person[field];
    if (name === null || isNothingName(name) || (name.includes('@') && isEverydayAddress(name))) {
      if (field === 'firstname' ? sheet.hasFirstnames : sheet.hasLastnames)
        problems.push(missing(rowNumber, field, person));
    } else if (formulaStart.test(name) && !wrongTexts?.has(field)) {
      const message = `This ${labels[field]} starts with ${name[0]}, as a formula does. It is sent as text; check that it is a name.`;
      problems.push(rowProblem(rowNumber, field, 'formula-like', message));
    } else if (!wrongTexts?.has(field)) addGarbled(problems, rowNumber, field, name);
  }
  if (wrongTexts === null) addCaseProblems(problems, rowNumber, person, sheet.hasDottedCapitals);
}
