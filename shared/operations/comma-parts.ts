// What stands between the commas of a name, in the order family, given. Never decides where a name without a comma is split.
import { givenNameKey } from './given-names';
import { isParticle } from './name-particle';
import { isTitle } from './name-titles';

/** What people are, and nobody is called: `Jane Doe, Marketing Manager`. */
const jobs: ReadonlySet<string> = new Set(
  (
    'engineer manager developer director analyst consultant designer nurse teacher specialist coordinator assistant accountant architect officer executive ' +
    'administrator technician intern student recruiter marketing sales software ceo cto cfo coo entwickler entwicklerin ingenieur ingenieurin leiter leiterin ' +
    'berater beraterin vertrieb werkstudent praktikant developpeur ingenieur directeur directrice responsable comptable stagiaire desarrollador ingeniero ingeniera gerente ' +
    'directora contador contadora analista desenvolvedor engenheiro engenheira estagiario sviluppatore ingegnere responsabile programista programistka kierownik ksiegowa'
  ).split(' '),
);

const isJob = (part: string): boolean => part.split(/\s+/).some((word) => jobs.has(givenNameKey(word)));

/** The parts between commas without what the person works as; the first one is always of the name. */
export function withoutJobs(parts: readonly string[]): readonly string[] {
  return parts.length < 2 ? parts : parts.filter((part, index) => index === 0 || !isJob(part));
}

const isSmallParticle = (word: string | undefined): boolean =>
  word !== undefined && /^['’\p{Ll}]/u.test(word) && isParticle(word);

/**
 * The parts that are of the name: no degrees. Particles that stand behind the given name, or alone between
 * two commas, go to the family name: `Berg, Lotte van den`, `Berg, van den, Lotte`.
 */
export function commaParts(parts: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const named = parts.filter(
    (words) => words.length > 0 && !words.every((word) => isTitle(word, 'back') || isTitle(word, 'front')),
  );
  const [family = [], ...given] = named;
  const last = given[given.length - 1] ?? [];
  let end = last.length;
  while (end > 1 && isSmallParticle(last[end - 1])) end--;
  const alone = given.filter((words) => words.every(isSmallParticle));
  if (end === last.length && (alone.length === 0 || alone.length === given.length)) return named;
  const rest = given.filter((words) => !alone.includes(words));
  return [
    [...alone.flat(), ...last.slice(end), ...family],
    ...rest.map((words) => (words === last ? last.slice(0, end) : words)),
  ];
}
