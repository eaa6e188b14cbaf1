// What the run history knows of the people in the file. It counts against nobody until a target is chosen.

import type { EarlierInvite } from '../../shared/batches/earlier-invite';
import {
  type AlreadyInvited,
  EarlierInvites,
  type HistoryQuestion,
  questionsOf,
  toAlreadyInvited,
} from '../../shared/batches/earlier-invites';
import type { Person } from '../../shared/operations/field';
import type { InviteTarget } from '../../shared/operations/invite-target';
import type { CheckedRows } from './checked-rows';

type Asked = { readonly [Name in keyof HistoryQuestion]: Set<string> };

const nobodyAsked = (): Asked => ({ personKeys: new Set(), cvLinks: new Set(), atsIds: new Set() });
const names = ['personKeys', 'cvLinks', 'atsIds'] as const satisfies readonly (keyof HistoryQuestion)[];

export class KnownInvites {
  private readonly asked = nobodyAsked();
  private readonly invites = new EarlierInvites();
  /** The rows of a check up to which everything was asked for and answered, so that they are not gone through for each question. */
  private done: { readonly checked: CheckedRows; rows: number } | null = null;

  /** What has not been asked for yet about people of the file, at most `count` of each; null where that is nothing. A mended one is asked for too. */
  nextQuestion(checked: CheckedRows, count: number): HistoryQuestion | null {
    if (this.done?.checked !== checked) this.done = { checked, rows: 0 };
    const next = nobodyAsked();
    let isDoneSoFar = true;
    for (const { person } of checked.rows.slice(this.done.rows)) {
      const question = questionsOf(person);
      for (const name of names)
        for (const key of question[name]) {
          if (this.asked[name].has(key)) continue;
          next[name].add(key);
          isDoneSoFar = false;
        }
      if (isDoneSoFar) this.done.rows++;
      // One person adds at most two of a kind.
      if (names.some((name) => next[name].size >= count - 1)) break;
    }
    if (names.every((name) => next[name].size === 0)) return null;
    return { personKeys: [...next.personKeys], cvLinks: [...next.cvLinks], atsIds: [...next.atsIds] };
  }

  /** `question`: what was asked for; `invites`: the answer. */
  add(question: HistoryQuestion, invites: readonly EarlierInvite[]): void {
    for (const name of names) for (const key of question[name]) this.asked[name].add(key);
    this.invites.add(invites);
  }

  /** The newest invitation of this person, to anything. */
  of(person: Person): EarlierInvite | undefined {
    return this.invites.newest(person, null)?.invite;
  }

  /** What it says about the rows; undefined while nothing is known. */
  alreadyInvited(
    target: Pick<InviteTarget, 'setId' | 'projectId'> | null,
    nowMs: number,
  ): AlreadyInvited | undefined {
    return this.invites.size === 0 ? undefined : toAlreadyInvited(this.invites, target, nowMs);
  }

  /** The numbers of the rows whose people were invited before, to anything. */
  rowNumbers(checked: CheckedRows): ReadonlySet<number> {
    if (this.invites.size === 0) return new Set();
    return new Set(
      checked.rows.flatMap(({ rowNumber, person }) => (this.of(person) === undefined ? [] : [rowNumber])),
    );
  }
}
