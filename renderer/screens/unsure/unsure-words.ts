import type { OperationKind } from '../../../shared/operations/operation-kind';
import type { UnsurePerson } from '../../../shared/runs/unsure';
import { formatExactMoment } from '../../components/format-date';
import { formatNumber } from '../../components/format-number';
import { toDoneWord } from '../../components/operation-words';

/** What a person is called in a list: by name, else by address, else by row. */
export function toPersonName({
  firstname,
  lastname,
  email,
  rowNumber,
}: Pick<UnsurePerson, 'firstname' | 'lastname' | 'email' | 'rowNumber'>): string {
  const name = [firstname, lastname].filter(Boolean).join(' ');
  return name || email || `Row ${rowNumber}`;
}

const secondMs = 1000;

/** "2 seconds", "1 second", "less than a second". */
function toSeconds(durationMs: number): string {
  if (durationMs < secondMs / 2) return 'less than a second';
  const seconds = Math.round(durationMs / secondMs);
  return `${formatNumber(seconds)} ${seconds === 1 ? 'second' : 'seconds'}`;
}

/** "2 s", for the line of times. */
function toShortSeconds(durationMs: number): string {
  return durationMs < secondMs / 2 ? 'under 1 s' : `${formatNumber(Math.round(durationMs / secondMs))} s`;
}

function toTook({ sentAtMs, endedAtMs }: Pick<UnsurePerson, 'sentAtMs' | 'endedAtMs'>): number | null {
  return endedAtMs === null ? null : Math.max(0, endedAtMs - sentAtMs);
}

/** The names of the answers that stand between us and Flowmingo. */
const statusNames: Readonly<Record<number, string>> = {
  408: 'Request timeout',
  500: 'Internal server error',
  502: 'Bad gateway',
  503: 'Service unavailable',
  504: 'Gateway timeout',
};

/** “502 Bad gateway”. */
function toStatus(status: number): string {
  const name = statusNames[status];
  return name === undefined ? `“${status}”` : `“${status} ${name}”`;
}

type Happened = Pick<UnsurePerson, 'causeCode' | 'sentence' | 'sentAtMs' | 'endedAtMs' | 'status'>;

/** What happened, in one or two plain sentences. A cause that has no words here keeps those of the ledger. */
export function toHappenedSentence(person: Happened): string {
  const { causeCode, sentence, status } = person;
  const took = toTook(person);
  switch (causeCode) {
    case 'unknown/answer-lost':
      return took === null
        ? 'We sent the request. The connection broke before an answer came.'
        : `We sent the request. After ${toSeconds(took)} the connection broke, before an answer came.`;
    case 'unknown/timed-out':
      return took === null
        ? 'We sent the request. No answer came in time.'
        : `We sent the request. No answer came within ${toSeconds(took)}.`;
    case 'unknown/server-error':
      return status === null
        ? 'We sent the request. Flowmingo answered with an error of its own, which says neither yes nor no.'
        : `We sent the request. Flowmingo answered ${toStatus(status)}, which says neither yes nor no.`;
    case 'unknown/unreadable':
      return 'We sent the request. An answer came that could not be read, so it says neither yes nor no.';
    case 'unknown/app-closed':
      return 'We sent the request. The app was closed before an answer came.';
    case 'unknown/no-invitation':
      return 'Flowmingo created the interview, and did not confirm the email.';
    case 'unknown/no-submission':
      return 'Flowmingo answered, and named no interview for this person.';
    case 'unknown/not-matched':
      return 'Flowmingo answered for several people, and not which result is this person’s.';
    default:
      return `We sent the request. ${sentence.replace(/\.?$/, '.')}`;
  }
}

/** One point of the line of times. `sent` and `ended` lie in our hands, `look` is what was asked afterwards. */
export interface TimePoint {
  readonly kind: 'sent' | 'ended' | 'look';
  readonly label: string;
}

function toEndedLabel(person: Happened): string {
  const took = toTook(person);
  if (took === null) return person.causeCode === 'unknown/app-closed' ? 'App closed' : 'No answer';
  const after = toShortSeconds(took);
  switch (person.causeCode) {
    case 'unknown/answer-lost':
      return `Broke after ${after}`;
    case 'unknown/timed-out':
      return `Gave up after ${after}`;
    case 'unknown/app-closed':
      return 'App closed';
    default:
      return person.status === null ? `Answer after ${after}` : `${person.status} after ${after}`;
  }
}

const ordinalWords = ['First', 'Second', 'Third', 'Fourth', 'Fifth'];
/** More would not fit on a line; the first and the latest are what matters. */
const shownLooks = 3;

/** Sent, how it ended, and when Flowmingo was asked: at most five points. */
export function toTimePoints(
  person: Happened & Pick<UnsurePerson, 'evidence'>,
  nowMs: number,
): readonly TimePoint[] {
  const looks = (person.evidence?.looksAtMs ?? []).map((atMs, index) => ({
    kind: 'look' as const,
    label: `${ordinalWords[index] ?? 'Later'} look ${formatExactMoment(atMs, nowMs)}`,
  }));
  const shown = looks.length <= shownLooks ? looks : [...looks.slice(0, shownLooks - 1), ...looks.slice(-1)];
  return [
    { kind: 'sent', label: `Sent ${formatExactMoment(person.sentAtMs, nowMs)}` },
    { kind: 'ended', label: toEndedLabel(person) },
    ...shown,
  ];
}

const readingWords = {
  'not-looked-up': 'not looked up yet',
  'cannot-tell': 'cannot tell',
} as const satisfies Record<Exclude<UnsurePerson['reading'], 'probably-done'>, string>;

/** "cannot tell": evidence, never proof, so even the best is only "probably". */
export function toReadingWords(reading: UnsurePerson['reading'], operation: OperationKind): string {
  return reading === 'probably-done' ? `probably ${toDoneWord(operation)}` : readingWords[reading];
}
