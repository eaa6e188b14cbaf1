// The replay guard: whether the same work was run before, in words for screen and terminal. Pure; decides nothing about single people,
// who are left out by themselves (earlier-invites.ts).
import { z } from 'zod';
import type { BatchSource } from '../operations/batch';
import type { Person } from '../operations/field';
import type { InviteTarget } from '../operations/invite-target';
import { createPastDays } from '../operations/past-day';
import { type EarlierInvites, isSameTarget } from './earlier-invites';

/** A run that sent something, and how much of it. */
export const fileRunSchema = z.strictObject({
  runId: z.string(),
  runNumber: z.number().int(),
  targetTitle: z.string(),
  setId: z.string().nullable(),
  projectId: z.string().nullable(),
  startedAtMs: z.number(),
  /** People who were, or may have been, reached by it. */
  reached: z.number().int(),
});
export type FileRun = z.infer<typeof fileRunSchema>;

/** People of this batch whom one run has, or may have, invited to the same target. */
export interface SharedPeople {
  readonly runId: string;
  readonly runNumber: number;
  readonly atMs: number;
  readonly count: number;
}

/** Under which hashes runs of the same are found: the file's own, and that of the sheet which a batch file was made from. */
export function sameFileHashes({
  sha256,
  madeFromSha256,
}: Pick<BatchSource, 'sha256' | 'madeFromSha256'>): string[] {
  return madeFromSha256 === undefined ? [sha256] : [sha256, madeFromSha256];
}

/** Mostly the same people: from half of them on. */
const mostlyFraction = 0.5;

export interface ReplayQuestion {
  /** Newest first, of the same workspace. */
  readonly sameFile: readonly FileRun[];
  readonly shared: readonly SharedPeople[];
  /** All people of the batch. */
  readonly total: number;
  /** Of an invitation; null while it is open, and for work on a pipeline. */
  readonly target: Pick<InviteTarget, 'setId' | 'projectId'> | null;
  readonly isPipeline: boolean;
  /** How many are sent to although they were invited before: the recruiter took them in. */
  readonly takenIn: number;
  readonly nowMs: number;
}

export interface Replay {
  readonly kind: 'same-file' | 'same-people';
  readonly runId: string;
  readonly runNumber: number;
  readonly title: string;
  readonly sentence: string;
}

/** By run: how many of these people it has invited to the target, each counted for the newest of their invitations. */
export function countShared(
  invites: EarlierInvites,
  people: readonly Person[],
  target: Pick<InviteTarget, 'setId' | 'projectId'>,
): SharedPeople[] {
  const shared = new Map<string, SharedPeople>();
  if (invites.size === 0) return [];
  for (const person of people) {
    const invite = invites.newest(person, target)?.invite;
    if (invite === undefined) continue;
    const { runId, runNumber, atMs } = invite;
    const known = shared.get(runId);
    shared.set(runId, {
      runId,
      runNumber,
      atMs: Math.max(atMs, known?.atMs ?? 0),
      count: (known?.count ?? 0) + 1,
    });
  }
  return [...shared.values()];
}

/** The one earlier run that matters most: the same file to the same target, then the same people, then the same file to anything. */
export function findReplay(question: ReplayQuestion): Replay | null {
  const { sameFile, shared, total, target, nowMs } = question;
  const dayOf = createPastDays(nowMs);
  const when = (atMs: number) => {
    const { daysAgo, date } = dayOf(atMs);
    return daysAgo === null ? `on ${date}` : `${daysAgo} (${date})`;
  };
  const toSame = (run: FileRun) =>
    target === null || (run.setId === null && run.projectId === null) || isSameTarget(run, target);
  const file = sameFile.find(toSame) ?? null;
  const people = [...shared].sort((one, other) => other.count - one.count)[0] ?? null;
  if (file !== null)
    return {
      kind: 'same-file',
      runId: file.runId,
      runNumber: file.runNumber,
      title: 'This file was run before.',
      sentence: `Run ${file.runNumber} sent it to ${file.targetTitle} ${when(file.startedAtMs)}, with ${peopleWords(file.reached)} reached. ${whatHappens(question)}`,
    };
  if (people !== null && total > 0 && people.count / total >= mostlyFraction)
    return {
      kind: 'same-people',
      runId: people.runId,
      runNumber: people.runNumber,
      title: 'Mostly the same people were sent to before.',
      sentence: `Run ${people.runNumber} reached ${numbers.format(people.count)} of these ${numbers.format(total)} with the same target ${when(people.atMs)}. ${whatHappens(question)}`,
    };
  const elsewhere = sameFile[0];
  return elsewhere === undefined
    ? null
    : {
        kind: 'same-file',
        runId: elsewhere.runId,
        runNumber: elsewhere.runNumber,
        title: 'This file was run before, with another target.',
        sentence: `Run ${elsewhere.runNumber} sent it to ${elsewhere.targetTitle} ${when(elsewhere.startedAtMs)}, with ${peopleWords(elsewhere.reached)} reached. Nobody is left out for that.`,
      };
}

const numbers = new Intl.NumberFormat('en-GB');

function peopleWords(count: number): string {
  return count === 1 ? '1 person' : `${numbers.format(count)} people`;
}

function whatHappens({ target, isPipeline, takenIn }: ReplayQuestion): string {
  if (target === null && !isPipeline) return 'With the same target, whoever it reached is left out.';
  if (isPipeline) return 'What is as it should be already is left out when it runs.';
  const kept = 'Whoever it reached is left out.';
  return takenIn === 0 ? kept : `${kept} ${peopleWords(takenIn)} you took in on purpose go again.`;
}
