// What the run history knows of the people in the file. It counts against nobody until a target is chosen.

import type { EarlierInvite } from '../../shared/batches/earlier-invite';
import {
  type AlreadyInvited,
  EarlierInvites,
  type HistoryQuestion,
  questionsOf,
  toAlreadyInvited,
} from '../../shared/batches/earlier-invites';
import { countShared, type SharedPeople } from '../../shared/batches/replay';
import type { Person } from '../../shared/operations/field';
import type { InviteTarget } from '../../shared/operations/invite-target';
import type { CheckedRows } from './checked-rows';
import type { ReplayFacts } from './session-types';

type Asked = { readonly [Name in keyof HistoryQuestion]: Set<string> };
type Target = Pick<InviteTarget, 'setId' | 'projectId'>;

const nobodyAsked = (): Asked => ({ personKeys: new Set(), cvLinks: new Set(), atsIds: new Set() });
const names = ['personKeys', 'cvLinks', 'atsIds'] as const satisfies readonly (keyof HistoryQuestion)[];

export class KnownInvites {
  private readonly asked = nobodyAsked();
  private readonly invites = new EarlierInvites();
  /** By row: the person who was asked for and answered. Another person there is another object. */
  private readonly askedInRow: Person[] = [];
  /** By row: the person who was looked up last, and the rows in which somebody was found. */
  private lookedUpInRow: Person[] = [];
  private foundIn = new Set<number>();
  private lookedUpOf: CheckedRows | null = null;
  private atTarget: {
    readonly target: Target | null;
    readonly inviteCount: number;
    readonly againAfterDays: number | null;
    readonly invited: AlreadyInvited;
  } | null = null;

  /** What has not been asked for yet about people of the file, at most `count` of each; null where that is nothing. A mended one is asked for too. */
  nextQuestion(checked: CheckedRows, count: number): HistoryQuestion | null {
    const next = nobodyAsked();
    for (const [index, { person }] of checked.rows.entries()) {
      if (this.askedInRow[index] === person) continue;
      const question = questionsOf(person);
      let isAnswered = true;
      for (const name of names)
        for (const key of question[name]) {
          if (this.asked[name].has(key)) continue;
          next[name].add(key);
          isAnswered = false;
        }
      if (isAnswered) this.askedInRow[index] = person;
      // One person adds at most two of a kind.
      if (names.some((name) => next[name].size >= count - 1)) break;
    }
    if (names.every((name) => next[name].size === 0)) return null;
    return { personKeys: [...next.personKeys], cvLinks: [...next.cvLinks], atsIds: [...next.atsIds] };
  }

  /** `question`: what was asked for; `invites`: the answer. */
  add(question: HistoryQuestion, invites: readonly EarlierInvite[]): void {
    for (const name of names) for (const key of question[name]) this.asked[name].add(key);
    if (invites.length > 0) this.lookedUpInRow = [];
    this.invites.add(invites);
  }

  /** The newest invitation of this person, to anything. */
  of(person: Person): EarlierInvite | undefined {
    return this.invites.newest(person, null)?.invite;
  }

  /** What it says about the rows; undefined while nothing is known. The same object as long as it says the same. */
  alreadyInvited(
    target: Target | null,
    nowMs: number,
    againAfterDays: number | null,
  ): AlreadyInvited | undefined {
    const inviteCount = this.invites.size;
    if (inviteCount === 0) return undefined;
    if (
      this.atTarget?.target !== target ||
      this.atTarget.inviteCount !== inviteCount ||
      this.atTarget.againAfterDays !== againAfterDays
    ) {
      const invited = toAlreadyInvited(this.invites, target, nowMs, againAfterDays);
      this.atTarget = { target, inviteCount, againAfterDays, invited };
    }
    return this.atTarget.invited;
  }

  /** How much of this earlier runs have sent to the target; counts for the file as a whole, whoever is left out. */
  replayFacts({ rows }: CheckedRows, target: Target | null): ReplayFacts {
    const shared = this.sharedWith(
      rows.map(({ person }) => person),
      target,
    );
    const sentAgain = rows.filter(({ skip }) => skip === null).map(({ person }) => person);
    const takenIn = this.sharedWith(sentAgain, target);
    return { shared, total: rows.length, takenIn: takenIn.reduce((sum, { count }) => sum + count, 0) };
  }

  /** By run: how many of these people it has invited to the target, each counted for the newest of their invitations. */
  private sharedWith(people: readonly Person[], target: Target | null): SharedPeople[] {
    return target === null ? [] : countShared(this.invites, people, target);
  }

  /** The numbers of the rows whose people were invited before, to anything. */
  rowNumbers(checked: CheckedRows): ReadonlySet<number> {
    if (this.invites.size === 0) return new Set();
    if (this.lookedUpOf !== checked) {
      this.lookedUpOf = checked;
      this.lookedUpInRow = [];
      this.foundIn = new Set();
    }
    for (const [index, { rowNumber, person }] of checked.rows.entries()) {
      if (this.lookedUpInRow[index] === person) continue;
      this.lookedUpInRow[index] = person;
      if (this.of(person) === undefined) this.foundIn.delete(rowNumber);
      else this.foundIn.add(rowNumber);
    }
    return this.foundIn;
  }
}
