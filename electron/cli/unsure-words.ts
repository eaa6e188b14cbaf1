// "Not sure about 3 people" in the words of the terminal: what happened to each, what was found, what was decided.
// Must never make evidence sound like proof.
import { isPipelineKind, type OperationKind } from '../../shared/operations/operation-kind';
import { toEvidenceLines } from '../../shared/runs/evidence-words';
import { toPipelineEvidenceLines } from '../../shared/runs/pipeline-evidence-words';
import type { Decision, readings, UnsurePerson } from '../../shared/runs/unsure';
import { toDayText, toMomentText } from './clock-text';

const readingWords: Readonly<Record<(typeof readings)[number], string>> = {
  'not-looked-up': 'not looked up yet',
  'cannot-tell': 'cannot tell',
  'probably-done': 'probably invited',
};

const decisionWords: Readonly<Record<Decision, string>> = {
  'leave-alone': 'you leave them alone',
  'send-again': 'you send again',
};

/** What a look-up found about one person, a sentence each, in the order in which one would ask. Empty before the first look. */
export function toEvidenceTexts(person: UnsurePerson, operation: OperationKind): string[] {
  const { evidence, sentAtMs } = person;
  if (evidence === null) return [];
  const lines = isPipelineKind(operation)
    ? toPipelineEvidenceLines(person)
    : toEvidenceLines(person, {
        moment: (ms) => toMomentText(ms, sentAtMs),
        day: toDayText,
        number: (count) => count.toLocaleString('en-GB'),
      });
  return [
    ...toLooksTexts(evidence.looksAtMs.map((ms) => toMomentText(ms, sentAtMs))),
    ...lines.map(({ sentence }) => sentence),
  ];
}

function toLooksTexts(moments: readonly string[]): string[] {
  const last = moments.at(-1);
  if (last === undefined) return [];
  return moments.length <= 2
    ? [`Looked up at ${moments.join(' and ')}.`]
    : [`Looked up ${moments.length} times, the last time at ${last}.`];
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
export function toPersonLines(person: UnsurePerson, operation: OperationKind): string[] {
  const { reading, decision, sentAtMs, endedAtMs, sentence } = person;
  const name = toPersonName(person);
  const decided = decision === null ? 'not decided' : decisionWords[decision];
  const after = endedAtMs === null ? '' : `, no clear answer ${toTookText(endedAtMs - sentAtMs)}`;
  return [
    `${name.charAt(0).toUpperCase()}${name.slice(1)}: ${readingWords[reading]}; ${decided}`,
    `  Sent at ${toMomentText(sentAtMs, Date.now())}${after}. ${sentence.replace(/\.$/, '')}.`,
    ...toEvidenceTexts(person, operation).map((text) => `  ${text}`),
  ];
}

function toTookText(tookMs: number): string {
  return tookMs < msPerSecond ? 'within a second' : `after ${Math.round(tookMs / msPerSecond)} s`;
}

/** What programs read of one person; `explained` is the evidence in sentences. */
export function toUnsureJson(person: UnsurePerson, operation: OperationKind) {
  const { rowNumber, email, reading, decision, sentence, evidence } = person;
  return {
    rowNumber,
    email,
    reading,
    decision,
    sentence,
    evidence,
    explained: toEvidenceTexts(person, operation),
  };
}
