// Finds placeholders that Flowmingo does not know, and tells which one was meant. Never changes the message.
import { editDistance } from '../operations/edit-distance';
import { type PlaceholderName, placeholderNames, toPlaceholder } from './placeholders';

/** Something in the message that looks like a placeholder and is none of the four. */
export interface StrayPlaceholder {
  /** As written, braces included. */
  readonly text: string;
  /** `spaced`: one of the four with blanks inside the braces. `broken`: one of the four with wrong braces or letters. `unknown`: none of the four. */
  readonly kind: 'spaced' | 'broken' | 'unknown';
  /** The placeholder that was meant, where one is likely. */
  readonly meant: string | null;
}

/** Names that other tools use for the same. */
const otherNames: ReadonlyMap<string, PlaceholderName> = new Map([
  ['name', 'candidate_name'],
  ['first_name', 'candidate_name'],
  ['firstname', 'candidate_name'],
  ['candidate', 'candidate_name'],
  ['full_name', 'candidate_name'],
  ['applicant_name', 'candidate_name'],
  ['position', 'position_name'],
  ['job', 'position_name'],
  ['job_title', 'position_name'],
  ['role', 'position_name'],
  ['title', 'position_name'],
  ['position_title', 'position_name'],
  ['company', 'company_name'],
  ['organization', 'company_name'],
  ['organisation', 'company_name'],
  ['link', 'interview_link'],
  ['interview', 'interview_link'],
  ['interview_url', 'interview_link'],
  ['url', 'interview_link'],
  ['invite_link', 'interview_link'],
  ['invitation_link', 'interview_link'],
]);

/**
 * Braces with a short text between them, tags allowed (`{{candidate_<b>name</b>}}` comes from pasting), and the brackets of other
 * tools around a word with an underscore: `[candidate_name]`, `%candidate_name%`, `<<candidate_name>>`.
 */
const placeholderLike =
  /\$?\{{1,4}(?:<[^<>{}]{0,40}>|[^{}<>]){0,60}\}{1,4}|\{\{(?:<[^<>{}]{0,40}>|[^{}<>]){0,40}|\[\[?\s*[a-z]+_[a-z]+\s*\]?\]|%{1,2}[a-z]+_[a-z]+%{1,2}|<<\s*[a-z]+_[a-z]+\s*>>|&lt;&lt;\s*[a-z]+_[a-z]+\s*&gt;&gt;/gi;

function keyOf(text: string): string {
  return text
    .replace(/&lt;|&gt;|&nbsp;/g, ' ')
    .replace(/<<|>>|<[^>]*>/g, '')
    .replace(/^[{[%\s$]+|[}\]%\s]+$/g, '')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[\s.-]+/g, '_');
}

function meantBy(key: string): PlaceholderName | null {
  const exact = placeholderNames.find((name) => name === key) ?? otherNames.get(key);
  if (exact !== undefined) return exact;
  return (
    placeholderNames.find(
      (name) => editDistance(key.replaceAll('_', ''), name.replaceAll('_', ''), 2) <= 2,
    ) ?? null
  );
}

function toStray(text: string): StrayPlaceholder | null {
  if (placeholderNames.some((name) => text === toPlaceholder(name))) return null;
  const meant = meantBy(keyOf(text));
  if (meant === null && !text.startsWith('{{')) return null;
  const isSpaced = placeholderNames.some(
    (name) => text.replace(/[\s\u00a0]|&nbsp;/g, '') === toPlaceholder(name),
  );
  const isKnown = !text.startsWith('{') || placeholderNames.some((name) => name === keyOf(text));
  return {
    text,
    kind: isSpaced ? 'spaced' : isKnown ? 'broken' : 'unknown',
    meant: meant === null ? null : toPlaceholder(meant),
  };
}

/** Everything in the message that looks like a placeholder and is none of the four, in order. */
export function strayPlaceholders(html: string): StrayPlaceholder[] {
  return [...html.matchAll(placeholderLike)].flatMap(([text]) => toStray(text) ?? []);
}

/** The message with every stray placeholder put right whose meaning is known. */
export function mendPlaceholders(html: string): string {
  return html.replace(placeholderLike, (text) => toStray(text)?.meant ?? text);
}
