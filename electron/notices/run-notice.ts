// What is worth a notification of the system: a run has ended, has paused, or waits for a decision. Counts and the batch's name,
// never anything of a person.
import type { RunSummary } from '../../shared/runs/progress';
import type { PauseReason } from '../../shared/runs/run-state';

export interface RunNotice {
  readonly runId: string;
  readonly title: string;
  readonly body: string;
}

const number = (value: number) => value.toLocaleString('en-GB');
const people = (count: number) => `${number(count)} ${count === 1 ? 'person' : 'people'}`;

type Unwanted = Exclude<PauseReason, 'user' | 'app-closed' | 'suspended' | 'restored' | 'first-rows'>;

/** What happened, and what lets the run go on. Pauses that somebody wanted, or that end by themselves, are no news. */
const pauses: Readonly<Record<Unwanted, { readonly title: string; readonly wayOn: string }>> = {
  'rate-limited': {
    title: 'Flowmingo asked us to wait',
    wayOn: 'It is for more than a day. Go on after that.',
  },
  offline: { title: 'Flowmingo cannot be reached', wayOn: 'Check the network, and try again.' },
  'auth-expired': {
    title: 'Flowmingo no longer accepts this key',
    wayOn: 'Put in a new key to go on.',
  },
  'scope-missing': { title: 'This key may not do this', wayOn: 'Put in a key that may to go on.' },
  'target-gone': {
    title: 'Flowmingo no longer has what this run is for',
    wayOn: 'See what is missing.',
  },
  'too-many-failures': {
    title: 'Too many requests failed in a row',
    wayOn: 'See what happened before you go on.',
  },
  'storage-error': {
    title: 'The run history cannot be written',
    wayOn: 'Make room on the disk, and try again.',
  },
};

/** The notice of a run that has just come to this state; null where it is no news. */
export function toRunNotice(summary: RunSummary, withNames: boolean): RunNotice | null {
  const { runId, state, pauseReason, undecidedCount, firstRows, counts } = summary;
  const run = withNames ? `“${summary.batchName}”` : `Run ${summary.runNumber}`;
  if (state === 'finished') {
    const body = `${run}: ${toCounts(summary)}.`;
    return undecidedCount > 0
      ? { runId, title: `Not sure about ${people(undecidedCount)}`, body: `${body} It is for you to decide.` }
      : { runId, title: 'The run is finished', body };
  }
  if (state !== 'paused' || pauseReason === null) return null;
  if (pauseReason === 'first-rows')
    return {
      runId,
      title:
        firstRows === null
          ? 'The first ones have come back'
          : `The first ${number(firstRows)} have come back`,
      body: `${run}: look at them before the other ${number(counts.notSent)} are sent to.`,
    };
  const words = pauses[pauseReason as Unwanted] as (typeof pauses)[Unwanted] | undefined;
  if (words === undefined) return null;
  const { title, wayOn } = words;
  return {
    runId,
    title,
    body: `${run} is paused, and ${people(counts.notSent)} ${counts.notSent === 1 ? 'is' : 'are'} not sent to yet. ${wayOn}`,
  };
}

/** "298 done, 2 refused". */
function toCounts({ counts, total }: RunSummary): string {
  const words = [
    [counts.done, 'done'],
    [counts.alreadyThere, 'already there'],
    [counts.refused, 'refused'],
    [counts.unknown, 'unknown'],
    [counts.notSent, 'not sent'],
  ] as const;
  const said = words.filter(([count]) => count > 0).map(([count, word]) => `${number(count)} ${word}`);
  return said.length > 0 ? said.join(', ') : `${number(total)} skipped`;
}

/** Picks the news out of a stream of summaries: each state of a run is told once. */
export function createNews(): (summary: RunSummary) => boolean {
  const told = new Map<string, string>();
  return ({ runId, state, pauseReason }) => {
    const now = `${state} ${pauseReason ?? ''}`;
    const before = told.get(runId);
    told.set(runId, now);
    // What was at rest when the app was started is shown on the first screen.
    return before !== undefined && before !== now;
  };
}
