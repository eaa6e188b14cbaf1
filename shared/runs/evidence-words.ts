// What a look-up found about somebody whom an invitation may or may not have reached, a sentence each, for window and terminal.
// Must never make evidence sound like proof.
import type { Evidence, UnsurePerson } from './unsure';

/** Times and numbers as the reader's place writes them. */
export interface LocalWords {
  /** A time of day with seconds, and the day where it is another. */
  moment(ms: number): string;
  day(ms: number): string;
  number(count: number): string;
}

/** One line of evidence. The sentence says everything; its kind may pick an icon. */
export interface EvidenceLine {
  readonly kind: 'known' | 'new' | 'found' | 'others' | 'obstacle';
  readonly sentence: string;
}

const obstacleSentences = {
  'no-scope': 'Not looked up: this key may not read interviews (it lacks read_hiring).',
  'no-answer': 'Flowmingo could not be asked. Look again when it can be reached.',
  'too-many': 'There are more interviews than can be read through, so we could not look.',
  'cv-first': 'Sent with a CV and no address: Flowmingo shows such a person only after it has read the CV.',
  'there-before':
    'This person had an interview there before, so an invitation may have left nothing new to find.',
  'maybe-there-before':
    'There are older interviews of people we do not know. One may be this person’s, so an invitation may have left nothing new to find.',
  'list-lags': 'Flowmingo’s list does not show yet what it has just answered. Look again in a minute.',
  'half-answered': 'The answer itself names an interview, and not whether the email left.',
  'changed-by-others': 'Somebody changed this person’s place in the pipeline meanwhile.',
} as const satisfies Record<NonNullable<Evidence['obstacle']>, string>;

/** With these nothing was read, or not all of it: "no new interview" would say more than we know. */
const unreadObstacles: ReadonlySet<NonNullable<Evidence['obstacle']>> = new Set([
  'no-scope',
  'no-answer',
  'too-many',
  'half-answered',
  'list-lags',
]);

const secondMs = 1000;

function counted(count: number, one: string, words: LocalWords): string {
  return `${words.number(count)} ${one}${count === 1 ? '' : 's'}`;
}

/** "from 14:53:38, 2 seconds before ours": when something was made, and how that lies to our request. */
function toMade(createdAtMs: number | null, sentAtMs: number, words: LocalWords): string {
  if (createdAtMs === null) return 'without a time';
  const at = `from ${words.moment(createdAtMs)}`;
  const apartSeconds = Math.round((createdAtMs - sentAtMs) / secondMs);
  if (apartSeconds === 0) return `${at}, in the second of our request`;
  const apart = counted(Math.abs(apartSeconds), 'second', words);
  return `${at}, ${apart} ${apartSeconds < 0 ? 'before' : 'after'} our request`;
}

function toKnownLine(made: readonly (number | null)[], sentAtMs: number, words: LocalWords): EvidenceLine {
  const [only] = made;
  if (made.length === 0 || only === undefined)
    return { kind: 'found', sentence: 'There is no new interview for it.' };
  if (made.length === 1)
    return { kind: 'found', sentence: `There is a new interview for it ${toMade(only, sentAtMs, words)}.` };
  return {
    kind: 'found',
    sentence: `There are ${words.number(made.length)} new interviews for it, the first ${toMade(only, sentAtMs, words)}.`,
  };
}

function toNewLine({ newInTime, rowsThatCouldOwn }: Evidence, words: LocalWords): EvidenceLine {
  const { count, fromMs, toMs } = newInTime;
  const when =
    fromMs === null || toMs === null
      ? 'in the time of this request'
      : `between ${words.moment(fromMs)} and ${words.moment(toMs)}`;
  if (count === 0) return { kind: 'found', sentence: `No new interview appeared there ${when}.` };
  const it = count === 1 ? 'it' : 'them';
  const owners =
    rowsThatCouldOwn <= 1
      ? `Only this row could own ${it}.`
      : `${words.number(rowsThatCouldOwn)} of your rows could own ${it}.`;
  return {
    kind: 'found',
    sentence: `${counted(count, 'new interview', words)} appeared there ${when}. ${owners}`,
  };
}

/** The evidence in the order it was found: who they are to us, what is new there, who else was at work, what stood in the way. */
export function toEvidenceLines(
  { evidence, sentAtMs }: Pick<UnsurePerson, 'evidence' | 'sentAtMs'>,
  words: LocalWords,
): readonly EvidenceLine[] {
  if (evidence === null)
    return [{ kind: 'found', sentence: 'Flowmingo has not been asked about this person yet.' }];
  const { knownSinceMs, newForPersonAtMs, othersActive, obstacle, looksAtMs } = evidence;
  const isRead = looksAtMs.length > 0 && !(obstacle !== null && unreadObstacles.has(obstacle));
  const lines: EvidenceLine[] = [];
  if (knownSinceMs !== null)
    lines.push({
      kind: 'known',
      sentence: `You invited this person on ${words.day(knownSinceMs)}, so we know the candidate number.`,
    });
  else if (isRead || obstacle === 'too-many')
    lines.push({
      kind: 'new',
      sentence:
        'New to you: no earlier run invited this person, so there is no candidate number to look for.',
    });
  if (isRead)
    lines.push(
      knownSinceMs === null ? toNewLine(evidence, words) : toKnownLine(newForPersonAtMs, sentAtMs, words),
    );
  if (othersActive)
    lines.push({
      kind: 'others',
      sentence: 'Somebody else was inviting to the same place at that time, so it may be theirs.',
    });
  if (obstacle !== null) lines.push({ kind: 'obstacle', sentence: obstacleSentences[obstacle] });
  if (lines.length === 0)
    lines.push({ kind: 'found', sentence: 'Flowmingo has not been asked about this person yet.' });
  return lines;
}
