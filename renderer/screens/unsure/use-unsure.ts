import { useCallback, useState } from 'react';
import type { RunSummary } from '../../../shared/runs/progress';
import type { UnsurePerson } from '../../../shared/runs/unsure';
import { type BridgeFailure, bridge, toBridgeFailure } from '../../bridge';
import { copyText } from '../../components/copy-text';
import { formatCount } from '../../components/format-number';
import { toCopiedSentence, toLookedSentence } from './decision-words';
import { readAllUnsure } from './read-all-unsure';

/** What the screen is at work on: one thing at a time. */
export type UnsureWork = 'looking-up' | 'deciding' | 'copying';

export interface Unsure {
  readonly work: UnsureWork | null;
  /** What came of the last work, in a sentence. */
  readonly said: string | null;
  readonly failure: BridgeFailure | null;
  readonly forgetFailure: () => void;
  /** Whom the recruiter wants to send to again, by ordinal; all others are left alone. */
  readonly sendAgain: ReadonlyMap<number, UnsurePerson>;
  readonly choose: (person: UnsurePerson, sendsAgain: boolean) => void;
  readonly lookAgain: () => Promise<void>;
  readonly copyAddresses: () => Promise<void>;
  /** Writes the decisions down. Gives the run as it is then; null where it failed. */
  readonly decide: () => Promise<RunSummary | null>;
}

/** What can be done about the unknown people of a run. `onChanged` gets the run after each change. */
export function useUnsure(run: RunSummary, onChanged: (run: RunSummary) => void): Unsure {
  const { runId } = run;
  const [work, setWork] = useState<UnsureWork | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [failure, setFailure] = useState<BridgeFailure | null>(null);
  const [sendAgain, setSendAgain] = useState<ReadonlyMap<number, UnsurePerson>>(new Map());

  const choose = useCallback(
    (person: UnsurePerson, sendsAgain: boolean) =>
      setSendAgain((before) => {
        const next = new Map(before);
        if (sendsAgain) next.set(person.ordinal, person);
        else next.delete(person.ordinal);
        return next;
      }),
    [],
  );

  /** A second press while something is under way does nothing. */
  const attempt = async <Value>(kind: UnsureWork, task: () => Promise<Value>): Promise<Value | null> => {
    if (work !== null) return null;
    setWork(kind);
    setFailure(null);
    setSaid(null);
    try {
      return await task();
    } catch (thrown) {
      setFailure(toBridgeFailure(thrown));
      return null;
    } finally {
      setWork(null);
    }
  };

  const lookAgain = async () => {
    await attempt('looking-up', async () => {
      const before = run.counts.unknown;
      const after = await bridge.ask('runs:look-up', { runId });
      // Whoever has been found out meanwhile is not to be decided about any more.
      const still = sendAgain.size === 0 ? [] : await readAllUnsure(runId);
      const { people } = await bridge.ask('runs:list-unsure', { runId, offset: 0, limit: 1 });
      setSendAgain(
        new Map(still.filter(({ ordinal }) => sendAgain.has(ordinal)).map((one) => [one.ordinal, one])),
      );
      onChanged(after);
      const obstacle = people[0]?.evidence?.obstacle ?? null;
      setSaid(toLookedSentence(before, after.counts.unknown, obstacle));
    });
  };

  const copyAddresses = async () => {
    await attempt('copying', async () => {
      const people = await readAllUnsure(runId);
      const addresses = people.flatMap(({ email }) => (email === null ? [] : [email]));
      const isCopied = addresses.length > 0 && copyText(addresses.join('\n'));
      setSaid(isCopied ? toCopiedSentence(addresses.length, people.length) : 'Nothing could be copied.');
    });
  };

  const decide = () =>
    attempt('deciding', async () => {
      const people = await readAllUnsure(runId);
      const leaveAlone = people
        .filter(({ ordinal, decision }) => decision === null && !sendAgain.has(ordinal))
        .map(({ ordinal }) => ordinal);
      const decided = await bridge.ask('runs:decide-unsure', {
        runId,
        leaveAlone,
        sendAgain: [...sendAgain.keys()],
      });
      onChanged(decided);
      setSaid(`Written down for ${formatCount(leaveAlone.length + sendAgain.size, 'person', 'people')}.`);
      return decided;
    });

  return {
    work,
    said,
    failure,
    forgetFailure: () => setFailure(null),
    sendAgain,
    choose,
    lookAgain,
    copyAddresses,
    decide,
  };
}
