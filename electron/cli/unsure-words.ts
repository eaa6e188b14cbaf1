// "Not sure about 3 people" in the words of the terminal: what happened to each, what was found, what was decided.
// Must never make evidence sound like proof.
import type { Decision, Evidence, lookUpObstacles, readings, UnsurePerson } from '../../shared/runs/unsure';
import { toClockText, toDayText, toMomentText } from './clock-text';
import { counted } from './counted';

/** Where the run invites to: what Flowmingo shows of an invitation. */
export type LookedAtPlace = 'set' | 'project';

const placeWords: Readonly<Record<LookedAtPlace, { readonly one: string; readonly many: string }>> = {
  set: { one: 'new interview', many: 'new interviews' },
  project: { one: 'new pipeline entry', many: 'new pipeline entries' },
};

const readingWords: Readonly<Record<(typeof readings)[number], string>> = {
  'not-looked-up': 'not looked up yet',
  'cannot-tell': 'cannot tell',
  'probably-done': 'probably invited',
};

const decisionWords: Readonly<Record<Decision, string>> = {
  'leave-alone': 'you leave them alone',
  'send-again': 'you send again',
};

const obstacleWords: Readonly<Record<(typeof lookUpObstacles)[number], string>> = {
  'no-scope':
    'This key lacks read_hiring, so Flowmingo could not be asked. Use a key that has it and look again.',
  'no-answer': 'Flowmingo could not be asked. Look again later.',
  'too-many': 'Flowmingo holds more there than can be read through.',
  'cv-first': 'Without an address, Flowmingo shows them only after it has read the CV.',
  'there-before': 'This person had an interview there before, so an invitation may have left no new trace.',
  'maybe-there-before':
    'There are older interviews of people we do not know. One may be theirs, so an invitation may have left no new trace.',
  'list-lags': 'Flowmingo’s list does not show yet what it has just answered. Look again in a minute.',
  'half-answered': 'The answer named the interview, but not the email.',
  'changed-by-others': 'Somebody changed this person’s place in the pipeline meanwhile.',
};

/** With these nothing was read, or not all of it: "no new interview" would say more than is known. */
const unreadObstacles: ReadonlySet<NonNullable<Evidence['obstacle']>> = new Set([
  'no-scope',
  'no-answer',
  'too-many',
  'list-lags',
  'half-answered',
]);

/** What a look-up found about one person, a sentence each, in the order in which one would ask. Empty before the first look. */
export function toEvidenceTexts(person: UnsurePerson, place: LookedAtPlace): string[] {
  const { evidence, sentAtMs } = person;
  if (evidence === null) return [];
  const { looksAtMs, obstacle } = evidence;
  const texts = toLooksTexts(looksAtMs.map((ms) => toMomentText(ms, sentAtMs)));
  if (obstacle === null || !unreadObstacles.has(obstacle)) {
    texts.push(toKnownText(evidence), ...toFoundTexts(evidence, sentAtMs, place));
    if (evidence.othersActive)
      texts.push('Somebody else was inviting to the same place at that time, so what is new may be theirs.');
  }
  if (obstacle !== null) texts.push(obstacleWords[obstacle]);
  return texts;
}

function toLooksTexts(moments: readonly string[]): string[] {
  const last = moments.at(-1);
  if (last === undefined) return [];
  return moments.length <= 2
    ? [`Looked up at ${moments.join(' and ')}.`]
    : [`Looked up ${moments.length} times, the last time at ${last}.`];
}

function toKnownText({ knownSinceMs }: Evidence): string {
  return knownSinceMs === null
    ? 'New to you: no earlier run invited this person, so there is no candidate number to look for.'
    : `You invited this person on ${toDayText(knownSinceMs)}, so their candidate number is known.`;
}

function toFoundTexts(evidence: Evidence, sentAtMs: number, place: LookedAtPlace): string[] {
  const { knownSinceMs, newForPersonAtMs, newInTime, rowsThatCouldOwn } = evidence;
  const { one, many } = placeWords[place];
  if (knownSinceMs !== null) {
    if (newForPersonAtMs.length === 0) return [`Flowmingo shows no ${one} of theirs.`];
    const times = newForPersonAtMs.map((ms) =>
      ms === null ? 'an unknown time' : toMomentText(ms, sentAtMs),
    );
    return [`Flowmingo shows ${counted(times.length, one, many)} of theirs, from ${times.join(' and ')}.`];
  }
  if (newInTime.count === 0) return [`Flowmingo shows no ${one} from that time.`];
  const { fromMs, toMs } = newInTime;
  const when =
    fromMs === null || toMs === null
      ? ''
      : fromMs === toMs
        ? ` at ${toClockText(fromMs)}`
        : ` between ${toClockText(fromMs)} and ${toClockText(toMs)}`;
  const owners =
    rowsThatCouldOwn === 1 ? 'No other row of yours could own' : `${rowsThatCouldOwn} of your rows could own`;
  return [
    `${counted(newInTime.count, one, many)} appeared${when}. ${owners} ${newInTime.count === 1 ? 'it' : 'them'}.`,
  ];
}

/** "row 204, Élodie Girard (elodie.girard@example.com)". */
export function toPersonName({ rowNumber, email, firstname, lastname }: UnsurePerson): string {
  const name = [firstname, lastname].filter((part) => part !== null && part.trim() !== '').join(' ');
  const address = email ?? '';
  const who = name === '' ? address : address === '' ? name : `${name} (${address})`;
  return who === '' ? `row ${rowNumber}` : `row ${rowNumber}, ${who}`;
}

const msPerSecond = 1000;

/** One person, a line each: who, what happened, what was found. */
export function toPersonLines(person: UnsurePerson, place: LookedAtPlace): string[] {
  const { reading, decision, sentAtMs, endedAtMs, sentence } = person;
  const name = toPersonName(person);
  const decided = decision === null ? 'not decided' : decisionWords[decision];
  const after = endedAtMs === null ? '' : `, no clear answer ${toTookText(endedAtMs - sentAtMs)}`;
  return [
    `${name.charAt(0).toUpperCase()}${name.slice(1)}: ${readingWords[reading]}; ${decided}`,
    `  Sent at ${toMomentText(sentAtMs, Date.now())}${after}. ${sentence.replace(/\.$/, '')}.`,
    ...toEvidenceTexts(person, place).map((text) => `  ${text}`),
  ];
}

function toTookText(tookMs: number): string {
  return tookMs < msPerSecond ? 'within a second' : `after ${Math.round(tookMs / msPerSecond)} s`;
}

/** What programs read of one person; `explained` is the evidence in sentences. */
export function toUnsureJson(person: UnsurePerson, place: LookedAtPlace) {
  const { rowNumber, email, reading, decision, sentence, evidence } = person;
  return {
    rowNumber,
    email,
    reading,
    decision,
    sentence,
    evidence,
    explained: toEvidenceTexts(person, place),
  };
}
